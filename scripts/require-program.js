import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const runs = (/** @type {string} */ path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of a program on PATH, or undefined. @param {string} name */
const find = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(runs);

/**
 * The path of a program, installed first where that is possible: with apt-get as root on Debian and its kin.
 *
 * @param {string} name
 * @param {string} debianPackage what brings it on Debian
 * @param {string} why one sentence: what it is for
 * @returns {string}
 * @throws {Error} with the sentence to show when there is none and none can be installed
 */
export function requireProgram(name, debianPackage, why) {
  const found = find(name);
  if (found) return found;
  if (process.getuid?.() === 0 && runs('/usr/bin/apt-get')) {
    console.error(`No ${name} found: installing ${debianPackage} with apt-get …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    try {
      execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
      execFileSync('apt-get', ['install', '-y', '-qq', debianPackage], { stdio: 'ignore', env });
    } catch {
      // What is missing is said below.
    }
    const installed = find(name);
    if (installed) return installed;
  }
  throw new Error(
    `there is no ${name}. ${why} Install it (on Debian: the package ${debianPackage}), and run again.`,
  );
}
