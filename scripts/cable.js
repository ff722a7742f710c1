import { createServer as createHttpServer } from 'node:http';
import { connect, createServer } from 'node:net';

/**
 * The cable between a TV and its server: a port of its own on loopback that leads to another. A hand turns it.
 *
 * @typedef {object} Cable
 * @property {string} origin where the TV is to look for its server
 * @property {() => void} pull nothing passes any more and nothing is closed, for good for what is open now; who dials hangs
 * @property {(page: string) => void} hijack a captive portal: what is open is cut, every request is answered with 200 and this page
 * @property {() => void} plugIn what is dialled from now on passes again; what hung before is left hanging
 * @property {() => void} close
 */

/** @param {number} port the server's @returns {Promise<Cable>} */
export async function layCable(port) {
  /** @type {'whole' | 'pulled' | 'hijacked'} */
  let state = 'whole';
  let portalPage = '';
  /** @type {Set<import('node:net').Socket>} */
  const ends = new Set();
  const portal = createHttpServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(portalPage),
  );
  // A portal knows no other protocol.
  portal.on('upgrade', (_request, socket) => {
    const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${Buffer.byteLength(portalPage)}`;
    socket.end(`${head}\r\nConnection: close\r\n\r\n${portalPage}`);
  });

  /** @param {import('node:net').Socket} end */
  const keep = (end) => {
    ends.add(end);
    end.on('error', () => end.destroy());
    end.on('close', () => ends.delete(end));
  };
  const tcp = createServer((client) => {
    keep(client);
    if (state === 'hijacked') return void portal.emit('connection', client);
    if (state === 'pulled') return void client.pause();
    const server = connect(port, '127.0.0.1');
    keep(server);
    client.pipe(server).pipe(client);
    client.on('close', () => server.destroy());
    server.on('close', () => client.readableFlowing !== false && client.destroy());
  });
  await new Promise((resolve) => tcp.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = tcp.address();
  if (typeof address !== 'object' || !address) throw new Error('the cable has no end');

  return {
    origin: `http://127.0.0.1:${address.port}`,
    pull() {
      state = 'pulled';
      for (const end of ends) end.unpipe().pause();
    },
    hijack(page) {
      [state, portalPage] = ['hijacked', page];
      for (const end of ends) end.destroy();
    },
    plugIn() {
      if (state === 'hijacked') portal.closeAllConnections();
      state = 'whole';
    },
    close() {
      for (const end of ends) end.destroy();
      portal.closeAllConnections();
      tcp.close();
    },
  };
}
