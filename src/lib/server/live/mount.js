// Plain ESM: server.js imports it before anything is built, and Vite's plugin outside the module graph.

/** Where the live module that is current puts its engine, so that hot reload can change it under open http servers. */
export const liveSlot = Symbol.for('huddleboard.live');

/**
 * The part of engine.io's server that a mount needs.
 *
 * @typedef {{
 *   handleRequest(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse): void,
 *   handleUpgrade(request: import('node:http').IncomingMessage, socket: import('node:stream').Duplex, head: Buffer): void,
 * }} LiveEngine
 */

/**
 * The engine that is current, if one has started.
 *
 * @returns {LiveEngine | undefined}
 */
export const currentEngine = () =>
  /** @type {Record<symbol, LiveEngine | undefined>} */ (globalThis)[liveSlot];

/**
 * Serves `path` of an http server from the engine that `find` gives at the time of each request; everything else goes
 * where it went before.
 *
 * @param {import('node:http').Server | import('node:http2').Http2SecureServer} server
 * @param {string} path
 * @param {() => LiveEngine | undefined | Promise<LiveEngine | undefined>} [find]
 */
export function mount(server, path, find = currentEngine) {
  const http = /** @type {import('node:http').Server} */ (server);
  const ours = (/** @type {string | undefined} */ url) => {
    const asked = (url ?? '').split('?', 1)[0];
    return asked === path || asked === `${path}/`;
  };

  const others = http.listeners('request');
  http.removeAllListeners('request');
  http.on('request', (request, response) => {
    if (!ours(request.url)) {
      for (const other of others) other.call(http, request, response);
      return;
    }
    Promise.resolve()
      .then(find)
      .then((engine) => {
        if (engine) engine.handleRequest(request, response);
        else response.writeHead(503, { 'retry-after': '1' }).end();
      })
      .catch(() => response.headersSent || response.writeHead(503, { 'retry-after': '1' }).end());
  });

  http.on('upgrade', (request, socket, head) => {
    if (!ours(request.url)) {
      // Vite has an upgrade listener of its own; where we are the only one nobody else will answer.
      if (http.listenerCount('upgrade') === 1) socket.destroy();
      return;
    }
    socket.on('error', () => socket.destroy());
    Promise.resolve()
      .then(find)
      .then((engine) => {
        if (engine) engine.handleUpgrade(request, socket, head);
        else socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\n\r\n');
      })
      .catch(() => socket.destroy());
  });
}
