import { chromium } from '@playwright/test';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBrowser } from './find-browser.js';

/**
 * A server in production mode, on a port of its own, with the sample team in a directory of its own.
 *
 * @typedef {object} SampleServer
 * @property {string} origin
 * @property {string} directory for whatever else should be gone with the server
 * @property {string} team
 * @property {{ login: string, password: string }} owner
 * @property {string} apiKey
 * @property {{ id: string, token: string, link: string }[]} displays the break-room wall first, the upright one last
 * @property {import('node:child_process').ChildProcess} child
 * @property {() => void} close ends the server at once and forgets its data
 */

/** @typedef {{ name: string, defaults: { panel: string, options: object, dwell: number | null }[] }} Profile */

/**
 * Seeds and starts one from the build that is there.
 *
 * @param {object} [options]
 * @param {Record<string, string>} [options.env]
 * @param {string[]} [options.programArguments] for Node itself; the server is then started with a channel for messages
 * @param {string[]} [options.seedArguments]
 * @param {(profile: Profile) => Profile} [options.profile] changes each display profile before there are displays
 * @returns {Promise<SampleServer>}
 */
export async function openSample({ env: more = {}, programArguments, seedArguments = [], profile } = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'huddleboard-sample-'));
  const forget = () => rmSync(directory, { recursive: true, force: true });
  const env = {
    ...process.env,
    DATA_DIR: join(directory, 'data'),
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    ...more,
  };
  if (profile) {
    env.PROFILES_DIR = join(directory, 'profiles');
    cpSync('display-profiles', env.PROFILES_DIR, { recursive: true });
    for (const name of readdirSync(env.PROFILES_DIR).filter((name) => /^[a-z-]+\.json$/.test(name))) {
      const file = join(env.PROFILES_DIR, name);
      writeFileSync(file, JSON.stringify(profile(JSON.parse(readFileSync(file, 'utf8')))));
    }
  }
  const seeded = spawnSync(process.execPath, ['scripts/seed.js', ...seedArguments], {
    env,
    encoding: 'utf8',
  });
  if (seeded.status !== 0) {
    forget();
    throw new Error(`the sample team could not be written: ${seeded.stderr}`);
  }
  const child = spawn(process.execPath, [...(programArguments ?? []), 'server.js'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit', ...(programArguments ? /** @type {const} */ (['ipc']) : [])],
  });
  const close = () => {
    child.kill('SIGKILL');
    forget();
  };
  try {
    const origin = await new Promise((resolve, reject) => {
      let said = '';
      child.stdout?.on('data', (chunk) => {
        said += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
        if (found) resolve(found[0]);
      });
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    return { ...JSON.parse(seeded.stdout.trim().split('\n').at(-1) ?? ''), origin, directory, child, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** A Chromium of its own. @param {string[]} [more] arguments for its program */
export const openBrowser = (more = []) =>
  chromium.launch({
    executablePath: requireBrowser(),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...more],
  });
