import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const runs = (/** @type {string} */ path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The path of a Chromium on this machine, or undefined. `BROWSER_PATH` wins over what is found on PATH.
 *
 * @returns {string | undefined}
 */
export function findBrowser() {
  const own = process.env.BROWSER_PATH;
  if (own) return own;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere].find(runs);
}

/**
 * The path of a Chromium, installed first where that is possible: with apt-get as root on Debian and its kin.
 *
 * @returns {string}
 * @throws {Error} with the sentence to show when there is none and none can be installed
 */
export function requireBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && runs('/usr/bin/apt-get')) {
    console.error('No browser found: installing Chromium with apt-get …');
    execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'The tests need a Chromium browser and found none. Install Chromium or Chrome, or set BROWSER_PATH to its program, and run again.',
  );
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split(/[/\\]/).at(-1) ?? ' ')) {
  console.log(requireBrowser());
}
