import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = join(root, 'build', 'handler.js');
const sources = [
  'src',
  'messages',
  'static',
  'svelte.config.js',
  'vite.config.ts',
  'package-lock.json',
  'project.inlang/settings.json',
];
const made = join(root, 'src', 'lib', 'paraglide');

/** The newest moment at which anything under the path was written, in milliseconds. @param {string} path @returns {number} */
function newest(path) {
  if (path === made || !existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds when there is no build or a source is newer. Ends the process with a sentence when that fails. */
export function buildIfNeeded() {
  const current =
    existsSync(built) &&
    statSync(built).mtimeMs >= Math.max(...sources.map((path) => newest(join(root, path))));
  if (!current) {
    process.stderr.write('Building Huddleboard, which takes about a minute …\n');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const build = spawnSync(npm, ['run', '--silent', 'build'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      shell: process.platform === 'win32',
    });
    if (build.status !== 0) {
      process.stderr.write(`${build.stdout ?? ''}${build.stderr ?? ''}\nThe build failed; see above.\n`);
      process.exit(1);
    }
  }
}
