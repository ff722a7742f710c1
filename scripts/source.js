import { existsSync } from 'node:fs';
import { createServer } from 'vite';

/**
 * Runs `work` with a way to import the server's TypeScript as it stands in src/, for scripts that need no build.
 *
 * @template T
 * @param {(load: (path: string) => Promise<any>) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSource(work) {
  if (!existsSync('src/lib/paraglide/messages.js')) await import('./compile-messages.js');
  const vite = await createServer({
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await work((path) => vite.ssrLoadModule(path));
  } finally {
    await vite.close();
  }
}
