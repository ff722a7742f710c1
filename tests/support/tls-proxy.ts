import { request } from 'node:http';
import { createServer } from 'node:https';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';

/** What stands in front of a server that is reached by https: it ends TLS and says 502 while the server is away. */
export interface TlsProxy {
  port: number;
  close: () => void;
}

/** Starts one with a certificate of its own making for `name`. */
export async function tlsProxy(name: string, server: { port: number }): Promise<TlsProxy> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }]);
  const sockets = new Set<Duplex>();
  const proxy = createServer({ key, cert }, (asked, answer) => {
    const headers = {
      ...asked.headers,
      'x-forwarded-proto': 'https',
      'x-forwarded-host': asked.headers.host,
    };
    const onward = request(
      { port: server.port, host: '127.0.0.1', path: asked.url, method: asked.method, headers },
      (given) => {
        answer.writeHead(given.statusCode ?? 502, given.rawHeaders);
        given.pipe(answer);
      },
    );
    onward.on('error', () => {
      if (!answer.headersSent) answer.writeHead(502, { 'content-type': 'text/html' });
      answer.end('<h1>502 Bad Gateway</h1>');
    });
    asked.pipe(onward);
  });
  proxy.on('upgrade', (asked, client) => {
    const onward = connect(server.port, '127.0.0.1', () => {
      const lines = asked.rawHeaders.flatMap((name, i, all) => (i % 2 ? [] : [`${name}: ${all[i + 1]}`]));
      const forwarded = ['X-Forwarded-Proto: https', `X-Forwarded-Host: ${asked.headers.host}`];
      onward.write([`GET ${asked.url} HTTP/1.1`, ...lines, ...forwarded, '', ''].join('\r\n'));
      onward.pipe(client).pipe(onward);
    });
    onward.on('error', () => client.destroy());
    client.on('error', () => onward.destroy());
    client.on('close', () => onward.destroy());
  });
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  if (typeof address !== 'object' || !address) throw new Error('the proxy has no port');
  return {
    port: address.port,
    close() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    },
  };
}
