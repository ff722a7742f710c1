import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../intake/hooks/proof';
import { deliver, isPrivate } from './outgoing-hook';

const now = new Date('2026-11-22T10:00:00Z');
const secret = `whsec_${Buffer.from('a secret of 24 bytes at least').toString('base64')}`;
const message = { id: 'm1', type: 'display.dark', at: now.toISOString(), data: { displays: [] } };

let server: Server;
let port: number;
let heard: { request: IncomingMessage; body: Buffer }[];
let status: number;

beforeEach(async () => {
  [heard, status] = [[], 200];
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push({ request, body: Buffer.concat(parts) });
      response.writeHead(status, { location: '/elsewhere' }).end('thanks');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('an outgoing webhook', () => {
  it('is signed so that a receiver by Standard Webhooks takes it, and nothing else', async () => {
    await deliver({ url: `http://127.0.0.1:${port}/wall`, secret, allowPrivate: true }, message, now);
    const [{ request, body }] = heard as [(typeof heard)[0]];
    const headers = new Headers(request.headers as Record<string, string>);
    expect(verify(secret, headers, body, now)).toMatchObject({ ok: true, value: { id: 'm1' } });
    expect(verify(`${secret.slice(0, -4)}AAAA`, headers, body, now).ok).toBe(false);
    expect(JSON.parse(body.toString())).toMatchObject({ type: 'display.dark', timestamp: message.at });
  });

  it('that is not taken says so, and follows no redirect', async () => {
    const to = { url: `http://127.0.0.1:${port}/wall`, secret, allowPrivate: true };
    for (status of [500, 302, 410]) await expect(deliver(to, message, now)).rejects.toThrow(String(status));
    expect(heard.length).toBe(3);
    const gone = { ...to, url: 'http://127.0.0.1:9/' };
    await expect(deliver(gone, message, now)).rejects.toThrow('unreachable');
  });

  it('goes to no network of our own unless that is allowed, by address or by name', async () => {
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]'])
      await expect([
        host,
        await deliver({ url: `http://${host}:${port}/`, secret, allowPrivate: false }, message, now).catch(
          (error: Error) => error.message,
        ),
      ]).toEqual([host, 'private']);
    expect(heard).toEqual([]);
    const privates = ['10.1.2.3', '172.31.0.1', '192.168.1.5', '169.254.169.254', '100.100.0.1', 'fd00::1'];
    expect(privates.filter((address) => !isPrivate(address))).toEqual([]);
    expect(['93.184.215.14', '172.32.0.1', '2606:2800:21f::1'].filter(isPrivate)).toEqual([]);
  });
});
