import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../bundle.js';

// npm run bench -- <name> [arguments]: runs scripts/bench/<name>.js or .ts. Each prints one line of JSON with what it
// measured, then a sentence, and ends with an error where its bar is missed.

const here = dirname(fileURLToPath(import.meta.url));
const [name = '', ...rest] = process.argv.slice(2);
const file = ['.js', '.ts'].map((ending) => join(here, name + ending)).find((path) => existsSync(path));

if (!/^[a-z-]+$/.test(name) || name === 'run' || !file) {
  const names = readdirSync(here)
    .filter((found) => /^(?!run\.)[a-z-]+\.(js|ts)$/.test(found))
    .map((found) => basename(found, extname(found)));
  console.error(`Say which benchmark: npm run bench -- <name>, one of ${names.join(', ')}.`);
  process.exit(2);
}

const program = file.endsWith('.ts') ? await bundle(file) : file;
const child = spawn(process.execPath, [program, ...rest], { stdio: 'inherit' });
process.on('SIGINT', () => child.kill('SIGINT'));
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', async (code) => {
  if (program !== file) await rm(dirname(program), { recursive: true, force: true });
  process.exitCode = code ?? 1;
});
