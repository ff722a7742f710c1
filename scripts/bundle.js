import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/**
 * Turns a TypeScript program into one JavaScript file that plain Node runs, and returns its path. Made in a temporary
 * folder: remove `dirname(path)` when it is no longer needed.
 * @param {string} entry
 */
export async function bundle(entry) {
  const outDir = await mkdtemp(join(tmpdir(), 'huddleboard-program-'));
  await build({
    configFile: false,
    logLevel: 'error',
    // Programs run what a server does; what is drawn has no place in them.
    plugins: [
      {
        name: 'no-components',
        enforce: 'pre',
        load: (id) => (id.endsWith('.svelte') ? { code: 'export default {};', moduleType: 'js' } : undefined),
      },
    ],
    resolve: { alias: { $lib: resolve('src/lib') } },
    ssr: { noExternal: true },
    build: {
      ssr: resolve(entry),
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'program.mjs', codeSplitting: false } },
    },
  });
  return join(outDir, 'program.mjs');
}
