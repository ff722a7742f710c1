// Fails when the program that a display loads has outgrown its budget. Reads the build that is there and makes none;
// `npm run bench -- first-load` measures all that comes in a browser.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const bar = 95_000;
const folder = join(process.env.BUILD_DIR ?? 'build', 'client/_app/immutable/assets');

/** What is wrong, in a sentence; undefined when nothing is. */
function complaint() {
  /** @type {string[]} */
  let programs;
  try {
    programs = readdirSync(folder).filter((name) => /^screen\.[\w-]+\.js$/.test(name));
  } catch {
    return `There is no build in ${folder}: run "npm run build" first.`;
  }
  const [program] = programs;
  if (!program || programs.length > 1)
    return `The build has ${programs.length} programs for a screen, not one: build anew.`;
  const whole = readFileSync(join(folder, program), 'utf8');
  const scene = program.replace('screen', 'scene');
  // The one file that is loaded when it is first needed.
  const code = whole.replace(/import\(["'`]\.\/([\w.-]+)["'`]\)/g, (found, name) =>
    name === scene ? '' : found,
  );
  if (/\b(?:import|from)\s*\(?\s*["'`]\.{0,2}\//.test(code))
    return 'The program of a screen loads more code: everything that a wall may need belongs into it.';
  const bytes = gzipSync(whole, { level: 9 }).length;
  const later = gzipSync(readFileSync(join(folder, scene)), { level: 9 }).length;
  console.log(
    `A display loads ${(bytes / 1000).toFixed(1)} kB of JavaScript (gzip); the bar is ${bar / 1000} kB. What comes only by a word of the server brings ${(later / 1000).toFixed(1)} kB more.`,
  );
  if (bytes > bar) return `That is ${((bytes - bar) / 1000).toFixed(1)} kB too much.`;
}

const wrong = complaint();
if (wrong) {
  console.error(wrong);
  process.exitCode = 1;
}
