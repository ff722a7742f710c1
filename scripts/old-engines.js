// The browsers that old TVs have, as programs for this machine: they come in npm packages that somebody made for servers.
//   node scripts/old-engines.js          fetches and unpacks all
//   node scripts/old-engines.js 76 88    fetches and unpacks these
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

/** Where they are kept; outside the dependencies, and none of git's business. */
const cache = process.env.ENGINES_DIR ?? '.cache/engines';

/**
 * By the version of Chromium. `sha512` is of the package as npm gives it: a program from elsewhere is run only as it was
 * when it was looked at.
 *
 * @type {Record<string, { package: string, sha512: string }>}
 */
export const oldEngines = {
  69: {
    package: 'chrome-aws-lambda@1.6.3',
    sha512: 'K22/X+AqpSFPmBxuIOHhmzH4Id7Od9GpKvEksuaV7fy+WLvS/TYlwpc4I4B36Wz9u/NmvL9wKsQ1TT9cMhdYhg==',
  },
  76: {
    package: 'chrome-aws-lambda@1.17.1',
    sha512: 'ooUkcyWRUyRLg4XCEVbM0fKMQUf5XRWb1flc1755w/0S9UMp+5fT0MRl0YQLlU2WIDo82fqWLY7mKtuBPkTOmg==',
  },
  83: {
    package: 'chrome-aws-lambda@3.1.1',
    sha512: 'ikOcpFgobiiUvDXtBft+jxVz2CsauRV58owDtVyF1ocl/YN+/eqdIrrmbItm3yeJGnb9RtKxzFAqGcpBTQbTCA==',
  },
  88: {
    package: 'chrome-aws-lambda@5.5.0',
    sha512: 'nYSDzTsVEVsvIFaUUAUN53ulXBLKSRXFS+eVYZOLZD5SA1If59rqBAiy4raMgorQwXWqjSsjK1SF4As+qzPLqA==',
  },
  108: {
    package: '@sparticuz/chromium@108.0.3',
    sha512: 'vMOWoGKb/zQZ83FoB8GUAx5LzofaeCp0qCSQDkuugx89/CFmgRlUBO3x1Kk/4jwVXeM055UaYvhboaohPpH9zA==',
  },
};

/**
 * The folder of an engine: the program is `chromium` in it, its libraries beside it and in `lib`. Fetched with npm, as npm
 * is set up here, where it is not there yet.
 *
 * @param {string} version one of `oldEngines`
 * @returns {Promise<string>}
 * @throws {Error} with the sentence to show when it cannot be had
 */
export async function requireEngine(version) {
  const engine = oldEngines[version];
  if (!engine) throw new Error(`There is no old engine ${version}: ${Object.keys(oldEngines).join(', ')}.`);
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The old engines are programs for Linux on x64 and do not run on this machine.');
  const folder = resolve(cache, version);
  if (existsSync(join(folder, 'chromium'))) return folder;

  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(resolve(cache, 'fetch-'));
  try {
    await unpack(pack(engine, work), join(work, 'engine'));
    try {
      renameSync(join(work, 'engine'), folder);
    } catch (error) {
      // Another run was faster.
      if (!existsSync(join(folder, 'chromium'))) throw error;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/** The package's tarball, fetched into a folder. */
function pack(/** @type {{ package: string, sha512: string }} */ engine, /** @type {string} */ folder) {
  try {
    execFileSync('npm', ['pack', '--silent', engine.package], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch (error) {
    throw new Error(
      `npm could not fetch ${engine.package}, which holds an old browser. Look whether "npm view ${engine.package}" answers on this machine, then run again. ${lastLine(error)}`,
      { cause: error },
    );
  }
  const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
  const sha512 = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (sha512 !== engine.sha512)
    throw new Error(
      `${engine.package} is not the package that was looked at: its sha512 is ${sha512}. It is not run.`,
    );
  return tarball;
}

const lastLine = (/** @type {unknown} */ error) =>
  error instanceof Error && 'stderr' in error ? (String(error.stderr).trim().split('\n').at(-1) ?? '') : '';

/** What such a package holds in `bin`: programs and archives, each compressed with brotli. */
async function unpack(/** @type {string} */ tarball, /** @type {string} */ folder) {
  const from = join(folder, '..');
  execFileSync('tar', ['-xzf', tarball, '-C', from, 'package/bin']);
  mkdirSync(folder, { recursive: true });
  const found = readdirSync(join(from, 'package/bin'), { recursive: true, encoding: 'utf8' });
  for (const name of found.filter((file) => file.endsWith('.br'))) {
    const packed = join(from, 'package/bin', name);
    const plain = basename(name, '.br');
    if (plain.endsWith('.tar')) {
      const archive = join(from, plain);
      await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(archive));
      execFileSync('tar', ['-xf', archive, '-C', folder]);
      rmSync(archive);
    } else {
      const program = join(folder, plain.startsWith('chromium') ? 'chromium' : plain);
      await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(program));
      chmodSync(program, 0o755);
    }
  }
  if (!existsSync(join(folder, 'chromium'))) throw new Error(`${basename(tarball)} holds no browser.`);
  // Some look for what draws without a graphics card in a folder of its own, and turn in circles without it.
  mkdirSync(join(folder, 'swiftshader'));
  for (const library of ['libEGL.so', 'libGLESv2.so'].filter((name) => existsSync(join(folder, name))))
    symlinkSync(join('..', library), join(folder, 'swiftshader', library));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  for (const version of asked.length > 0 ? asked : Object.keys(oldEngines)) {
    try {
      console.log(`Chromium ${version}: ${await requireEngine(version)}`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
}
