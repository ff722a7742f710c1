// Fails when the program that a display loads has outgrown its budget. Reads the build that is there and makes none;
// `npm run bench -- first-load` measures all that comes in a browser.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { lateFiles } from './screen-script.js';

const bar = 95_000;
/** Of each late file: what a TV loads in a second. */
const lateBar = 20_000;
const folder = join(process.env.BUILD_DIR ?? 'build', 'client/_app/immutable/assets');

/** Bytes of a file of the build, gzipped. */
const gzipped = (/** @type {string} */ name) =>
  gzipSync(readFileSync(join(folder, name)), { level: 9 }).length;
const kilo = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1);

/** What is wrong, in a sentence; undefined when nothing is. */
function complaint() {
  /** @type {string[]} */
  let programs;
  try {
    programs = readdirSync(folder).filter((name) => /^screen\.[\w.-]+\.js$/.test(name));
  } catch {
    return `There is no build in ${folder}: run "npm run build" first.`;
  }
  const languages = programs.map((name) => name.split('.')[1] ?? '').sort();
  if (programs.length === 0 || new Set(languages).size < programs.length)
    return `The build has ${programs.length} programs for a screen, not one for each language: build anew.`;
  for (const language of languages) {
    const wrong = complaintOf(programs.find((name) => name.split('.')[1] === language) ?? '', language);
    if (wrong) return wrong;
  }
}

/** The same of the program that walls in one language load. */
function complaintOf(/** @type {string} */ program, /** @type {string} */ language) {
  const whole = readFileSync(join(folder, program), 'utf8');
  const late = lateFiles.map((file) => program.replace('screen', file));
  const code = whole.replace(/import\(["'`]\.\/([\w.-]+)["'`]\)/g, (found, name) =>
    late.includes(name) ? '' : found,
  );
  if (/\b(?:import|from)\s*\(?\s*["'`]\.{0,2}\//.test(code))
    return 'The program of a screen loads more code: everything that a wall may need belongs into it.';
  const bytes = gzipped(program);
  const lateBytes = late.map(gzipped);
  console.log(
    `A display in "${language}" loads ${kilo(bytes)} kB of JavaScript (gzip); the bar is ${bar / 1000} kB. Late scenes bring ${lateFiles.map((file, at) => `${kilo(lateBytes[at] ?? 0)} kB (${file})`).join(' and ')} more; the bar of each is ${lateBar / 1000} kB.`,
  );
  if (bytes > bar) return `That is ${kilo(bytes - bar)} kB too much.`;
  if (lateBytes.some((bytes) => bytes > lateBar))
    return 'A file of late scenes is too large: see docs/decisions/0126.';
}

const wrong = complaint();
if (wrong) {
  console.error(wrong);
  process.exitCode = 1;
}
