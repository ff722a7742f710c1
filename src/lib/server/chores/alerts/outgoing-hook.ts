import { lookup as ask, type LookupAddress } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { signature } from '../../intake/hooks/proof';

/** What a webhook says, before it is signed. */
export interface Message {
  /** The same each time that it is sent, so that the receiver counts it once. */
  id: string;
  type: string;
  /** When it happened (ISO). */
  at: string;
  data: unknown;
}

/** The receiver did not take it, and why: a code of `alert_failed_*`, or a status. */
export class NotTaken extends Error {
  override name = 'NotTaken';
}

/** A receiver that does not answer is given up after so many milliseconds. */
const patience = 10_000;

const reserved = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  reserved.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  reserved.addSubnet(net, bits, 'ipv6');

/** Whether an address lies in a network of our own, or in none that the internet knows (IANA’s special-purpose registries). */
export function isPrivate(address: string): boolean {
  const version = isIP(address);
  // An IPv4 address written as IPv6 (::ffff:10.0.0.1) is checked as the former by BlockList itself.
  return version === 0 || reserved.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/** Looks names up and hands on only what is public: what is checked here is what is connected to. */
const publicOnly: LookupFunction = (hostname, options, done) => {
  ask(hostname, { ...options, all: true }, (error, found) => {
    const addresses = found as unknown as LookupAddress[];
    if (error) return done(error, '', 0);
    const open = addresses.filter(({ address }) => !isPrivate(address));
    const [first] = open;
    if (!first || open.length < addresses.length) return done(new NotTaken('private'), '', 0);
    if (options.all) (done as unknown as (error: null, found: LookupAddress[]) => void)(null, open);
    else done(null, first.address, first.family);
  });
};

export interface Destination {
  url: string;
  /** `whsec_…` */
  secret: string;
  /** Whether it may lie in a network of our own. */
  allowPrivate: boolean;
}

/**
 * Sends one message, signed by Standard Webhooks. Redirects are not followed. Resolves once the receiver took it (2xx).
 * @throws {NotTaken}
 */
export async function deliver(
  { url, secret, allowPrivate }: Destination,
  { id, type, at, data }: Message,
  now: Date,
): Promise<void> {
  const to = new URL(url);
  const host = to.hostname.replace(/^\[|\]$/g, '');
  // A literal address is never looked up.
  if (!allowPrivate && isIP(host) !== 0 && isPrivate(host)) throw new NotTaken('private');
  const body = Buffer.from(JSON.stringify({ type, timestamp: at, data }));
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const request = to.protocol === 'https:' ? requestSecure : requestPlain;
  await new Promise<void>((resolve, reject) => {
    const sent = request(
      to,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': body.length,
          'user-agent': 'Huddleboard',
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          'webhook-signature': `v1,${signature(secret, id, timestamp, body).toString('base64')}`,
        },
        signal: AbortSignal.timeout(patience),
        ...(allowPrivate ? {} : { lookup: publicOnly }),
      },
      (answer) => {
        const { statusCode = 0 } = answer;
        // What it says is of no interest, and may be long.
        answer.destroy();
        if (statusCode >= 200 && statusCode < 300) resolve();
        else reject(new NotTaken(String(statusCode)));
      },
    );
    sent.on('error', (error) =>
      reject(error instanceof NotTaken ? error : new NotTaken('unreachable', { cause: error })),
    );
    sent.end(body);
  });
}
