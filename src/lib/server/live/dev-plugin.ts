import type { Plugin, ViteDevServer } from 'vite';
import { currentEngine, mount } from './mount.js';

const path = '/live';

/** Starts the house through the same module instance that Kit's pages use, if no page has started it yet. */
async function startHouse(vite: ViteDevServer): Promise<void> {
  // Must be ssrLoadModule: environments.ssr.runner.import makes a second copy, and messages reach nobody.
  const hooks = await vite.ssrLoadModule('/src/hooks.server.ts');
  if (typeof hooks.init === 'function') await hooks.init();
}

/** Serves the live socket in `vite dev` and `vite preview`, where server.js does not run. */
export function liveSocket(): Plugin {
  return {
    name: 'huddleboard-live-socket',
    configureServer(vite) {
      const http = vite.httpServer;
      // Vitest's servers have no walls.
      if (!http || process.env.VITEST) return;
      let starting: Promise<void> | undefined;
      const start = () =>
        (starting ??= startHouse(vite).catch((error: unknown) => {
          starting = undefined;
          vite.config.logger.error(String(error));
        }));
      mount(http, path, async () => {
        await start();
        return currentEngine();
      });
      // After an edit on the server's side the new generation takes the slot; screens reconnect by themselves.
      vite.watcher.on('change', (file) => {
        if (
          !file.includes('/src/') ||
          !/\/lib\/(server|domain|protocol)\/|\/hooks\.server\.ts$|panel\.ts$/.test(file)
        )
          return;
        starting = undefined;
        void start();
      });
    },
    configurePreviewServer(preview) {
      mount(preview.httpServer, path);
    },
  };
}
