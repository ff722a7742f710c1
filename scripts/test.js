import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBrowser } from './find-browser.js';

// npm test: what every change has to pass; it is to take under 12 minutes on two cores. npm run test:full adds the long faults.
// Every step runs, so that one failure does not hide the next; the last line counts them all.

const full = process.argv.includes('--full');
const only = process.argv.slice(2).find((word) => !word.startsWith('--'));
const reports = mkdtempSync(join(tmpdir(), 'huddleboard-test-'));

/** @param {string} project */
const vitest = (project) => [
  'vitest',
  [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${project}.json`)}`,
  ],
];

/** @type {[string, string, string[], Record<string, string>?][]} */
const steps = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['sync', 'svelte-kit', ['sync']],
  ['messages', 'node', ['scripts/compile-messages.js']],
  ['lint', 'eslint', ['.']],
  ['types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']],
  ['build', 'vite', ['build', '--logLevel', 'warn']],
  ['bundle', 'node', ['scripts/check-bundle.js']],
  ['soak', 'node', ['scripts/soak.js', '--minutes', '2']],
  ['unit', ...vitest('unit')],
  ['pseudo', ...vitest('pseudo')],
  ['browser', ...vitest('browser')],
  ['e2e', 'playwright', ['test', '--project', 'e2e']],
];
if (full)
  steps.push(
    // The same pages in pseudo-English, for tests/e2e/pseudo.e2e.ts.
    [
      'build-pseudo',
      'vite',
      ['build', '--logLevel', 'warn'],
      { PSEUDO_LOCALE: '1', BUILD_DIR: 'build-pseudo' },
    ],
    ['e2e-full', 'playwright', ['test', '--project', 'e2e-full']],
    ['full', ...vitest('full')],
    // Every panel on every wall, screen and manner: about an hour.
    ['walls', ...vitest('walls')],
  );

/** Uses one core or none: runs beside the steps after it, up to the one that is named, and is printed then. */
const beside = new Map([
  ['lint', 'bundle'],
  ['types', 'bundle'],
  ['soak', 'e2e'],
]);

/** @returns {Promise<number>} */
const run = (
  /** @type {string} */ command,
  /** @type {string[]} */ args,
  /** @type {Record<string, string>} */ env,
  /** @type {string[] | undefined} where its output is gathered instead of printed */ said = undefined,
) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', said ? 'pipe' : 'inherit', said ? 'pipe' : 'inherit'],
      env: {
        ...process.env,
        ...env,
        PATH: `${join(process.cwd(), 'node_modules', '.bin')}:${process.env.PATH}`,
      },
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => said?.push(String(text)));
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });

let passed = 0;
let failed = 0;
/** @type {string[]} */
const summary = [];

/** Counts what a step's own report says; a step without a report counts as one. */
function count(/** @type {string} */ name, /** @type {boolean} */ well) {
  try {
    const report = JSON.parse(readFileSync(join(reports, `${name}.json`), 'utf8'));
    const [good, bad] = report.stats
      ? [report.stats.expected + report.stats.flaky, report.stats.unexpected]
      : [report.numPassedTests, report.numFailedTests];
    passed += good;
    failed += bad === 0 && !well ? 1 : bad;
    return `${good} passed, ${bad} failed`;
  } catch {
    if (well) passed++;
    else failed++;
    return well ? 'passed' : 'failed';
  }
}

/** Runs one step; what it says and how it ended is told by `end`. */
function begin(/** @type {(typeof steps)[number]} */ [name, command, args, env], quietly = false) {
  /** @type {string[] | undefined} */
  const said = quietly ? [] : undefined;
  if (!said) console.log(`\n== ${name}`);
  const start = Date.now();
  const ended = run(
    command,
    args,
    { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, `${name}.json`), ...env },
    said,
  ).then((code) => ({ code, seconds: Math.round((Date.now() - start) / 1000) }));
  return async () => {
    const { code, seconds } = await ended;
    if (said) console.log(`\n== ${name}, beside the steps above\n${said.join('').trim()}`);
    const counted = count(name, code === 0);
    summary.push(
      `${code === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(12)} ${String(seconds).padStart(4)} s  ${counted}`,
    );
  };
}

try {
  requireBrowser();
  /** @type {{ until: string, end: () => Promise<void> }[]} */
  const running = [];
  for (const step of steps) {
    const [name] = step;
    if (only && only !== name) continue;
    for (const { until, end } of running) if (until === name) await end();
    const until = only ? undefined : beside.get(name);
    if (until) running.push({ until, end: begin(step, true) });
    else await begin(step)();
  }
} catch (error) {
  failed++;
  console.error(error instanceof Error ? error.message : error);
} finally {
  rmSync(reports, { recursive: true, force: true });
}

console.log(`\n${summary.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
