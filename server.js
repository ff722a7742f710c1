// Production entry: http, Kit's handler, the live socket. `npm start` builds where needed and then imports this.
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { mount } from './src/lib/server/live/mount.js';

/** How long open requests may take to finish after SIGTERM, in milliseconds; all is over within 5 s. */
const patience = 2_000;
const deadline = 4_500;

/**
 * @param {string} sentence
 * @returns {never}
 */
function giveUp(sentence) {
  process.stderr.write(`${sentence.trim()}\n`);
  process.exit(1);
}

/**
 * What this file needs of the assembled server; hooks.server.ts `init` puts it there.
 *
 * @typedef {{
 *   config: { port: number, host: string, publicUrl: string | null, trustProxy: number, offlineStart: boolean },
 *   auth: { setupCode(): Promise<string | undefined> },
 *   close(): Promise<void>,
 * }} House
 */

/** @returns {House | undefined} */
const currentHouse = () =>
  /** @type {Record<symbol, House | undefined>} */ (globalThis)[Symbol.for('huddleboard.house')];

// Kit's handler reads these when it is loaded; what they name is overwritten on each request below, so nobody can spoof it.
process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
process.env.ADDRESS_HEADER = 'x-huddleboard-address';
if (Number(process.env.TRUST_PROXY) > 0) process.env.HOST_HEADER = 'x-forwarded-host';
// Each route has a limit of its own (hooks.server.ts).
process.env.BODY_SIZE_LIMIT = 'Infinity';

/** @type {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} */
let handler;
try {
  // As a variable: the build may not be there when types are checked.
  const build = `./${process.env.BUILD_DIR ?? 'build'}/handler.js`;
  ({ handler } = await import(build));
} catch (error) {
  const missing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  if (missing && String(error).includes('build/handler.js')) giveUp('There is no build yet. Run: npm start');
  // A refusal to start (a bad variable, a locked or damaged store) is one sentence for whoever starts the server.
  const isRefusal = error instanceof Error && error.name.endsWith('Refusal');
  giveUp(
    isRefusal
      ? error.message
      : `Huddleboard could not start: ${error instanceof Error ? error.stack : String(error)}`,
  );
}

const house =
  currentHouse() ??
  giveUp('Huddleboard could not start: the build does not belong to this version. Run: npm run build');
const { port, host, publicUrl, trustProxy, offlineStart } = house.config;

const http = createServer((request, response) => {
  // Kit builds the request's own address from this header. It says how this very connection came, unless a proxy is trusted.
  const encrypted = 'encrypted' in request.socket && request.socket.encrypted;
  if (trustProxy === 0) request.headers['x-forwarded-proto'] = encrypted ? 'https' : 'http';
  else request.headers['x-forwarded-proto'] ??= 'http';
  // Kit takes a request without a content type for one without a body; a file may be sent as it is.
  request.headers['content-type'] ??= 'application/octet-stream';
  // The last proxy that is trusted wrote down who knocked at it; whatever stands before is hearsay.
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const behind = trustProxy > 0 ? forwarded.at(-trustProxy)?.trim() : undefined;
  request.headers['x-huddleboard-address'] = behind || request.socket.remoteAddress || 'unknown';
  // Where TVs are to keep nothing, the worker that they may have is replaced by one that goes away.
  if (!offlineStart && /^\/service-worker\.js(\?|$)/.test(request.url ?? ''))
    request.url = '/service-worker-off.js';
  handler(request, response);
});
mount(http, '/live');

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), deadline).unref();
  http.close();
  http.closeIdleConnections();
  setTimeout(() => http.closeAllConnections(), patience).unref();
  try {
    await house.close();
    process.exit(0);
  } catch (error) {
    giveUp(`Huddleboard stopped, but not everything could be closed: ${String(error)}`);
  }
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

http.on('error', (error) => {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    giveUp(`PORT ${port} is in use by another program. Stop that one, or set PORT to another number.`);
  if (code === 'EACCES')
    giveUp(`PORT ${port} may not be opened by this user. Set PORT to a number above 1023.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    giveUp(`HOST ${host} is no address of this machine. Leave it unset, or set it to one that is.`);
  }
  giveUp(`Huddleboard cannot listen on ${host}:${port}: ${error.message}`);
});

/** The addresses to open: this machine's names on its networks. @param {number} bound */
function addresses(bound) {
  if (publicUrl) return [publicUrl.replace(/\/$/, '')];
  const lan = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  const everywhere = ['0.0.0.0', '::', ''].includes(host);
  return (everywhere ? ['localhost', ...new Set(lan)] : [host]).map((name) => `http://${name}:${bound}`);
}

http.listen(port, host, async () => {
  const address = http.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  const open = addresses(bound);
  process.stdout.write(`Huddleboard is open at\n${open.map((one) => `  ${one}`).join('\n')}\n`);
  const code = await house.auth.setupCode().catch(() => undefined);
  if (code) {
    const links = open.map((one) => `  ${one}/setup?code=${encodeURIComponent(code)}`);
    process.stdout.write(
      `Nobody owns this board yet. Whoever opens this link first becomes the owner:\n${links.join('\n')}\n`,
    );
  }
});
