import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Hook } from '../../../domain/records';
import { accept, refuse, type Result } from '../../../domain/refusal';

/** How far a sender's clock may be from ours, in seconds (Standard Webhooks' own allowance). */
const tolerance = 5 * 60;

const alike = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

const isSecret = (given: string, hash: string | null): boolean =>
  hash !== null && alike(createHash('sha256').update(given).digest(), Buffer.from(hash, 'hex'));

/**
 * The signature of a message by Standard Webhooks: HMAC-SHA256 of `id.timestamp.body`, in base64, with the bytes that the
 * secret (`whsec_…`, base64) stands for. https://github.com/standard-webhooks/standard-webhooks
 */
export function signature(secret: string, id: string, timestamp: string, body: Uint8Array): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
}

/** What a signed message says of itself: its id, and when it was sent (seconds since 1970). */
export interface Signed {
  id: string;
  sent: number;
}

/** Whether a message is signed with the secret, and lately. Refused as `hook-unproven` or `hook-late`. */
export function verify(secret: string, headers: Headers, body: Uint8Array, now: Date): Result<Signed> {
  const [id, timestamp, given] = ['id', 'timestamp', 'signature'].map((name) =>
    headers.get(`webhook-${name}`),
  );
  if (!id || !timestamp || !given || id.length > 200 || !/^\d{1,12}$/.test(timestamp))
    return refuse('forbidden', 'hook-unproven');
  const own = signature(secret, id, timestamp, body);
  // While a secret is changed a sender signs with both, a blank between them.
  const signed = given
    .split(' ')
    .slice(0, 20)
    .some((one) => one.startsWith('v1,') && alike(Buffer.from(one.slice(3), 'base64'), own));
  if (!signed) return refuse('forbidden', 'hook-unproven');
  const sent = Number(timestamp);
  if (Math.abs(now.getTime() / 1000 - sent) > tolerance) return refuse('forbidden', 'hook-late');
  return accept({ id, sent });
}

/** A source as the address names it: its id, and the secret where it stands there. */
export function addressed(source: string): { id: string; secret: string | null } {
  const dot = source.indexOf('.');
  return dot < 0 ? { id: source, secret: null } : { id: source.slice(0, dot), secret: source.slice(dot + 1) };
}

/** Whether a message proves that it comes from the tool; `signed` is null where it proves it by a secret alone. */
export function prove(
  hook: Hook,
  { secret, headers, body, now }: { secret: string | null; headers: Headers; body: Uint8Array; now: Date },
): Result<{ signed: Signed | null }> {
  if (hook.proof === 'signature') {
    const verified =
      hook.secret === null ? refuse('forbidden', 'hook-unproven') : verify(hook.secret, headers, body, now);
    return verified.ok ? accept({ signed: verified.value }) : verified;
  }
  const given = hook.proof === 'path' ? secret : headers.get(hook.header ?? '');
  return given && isSecret(given.trim(), hook.secretHash)
    ? accept({ signed: null })
    : refuse('forbidden', 'hook-unproven');
}
