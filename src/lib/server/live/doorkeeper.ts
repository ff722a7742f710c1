import type { IncomingMessage } from 'node:http';
import type { RefusalCode } from '../../protocol/events';
import { cookieName, sessionCookie } from '../auth/auth';

/** A refusal before the connection stands; the client reads `data.code`. */
export class Refused extends Error {
  readonly data: { code: RefusalCode };
  constructor(code: RefusalCode) {
    super(code);
    this.data = { code };
  }
}

/** One cookie's value from a Cookie header. */
export function cookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at !== -1 && part.slice(0, at).trim() === name) {
      try {
        return decodeURIComponent(part.slice(at + 1).trim());
      } catch {
        return undefined;
      }
    }
  }
  return undefined;
}

/** A leader's session, under its name over https or over plain http. */
export const sessionOf = (header: string | undefined): string | undefined =>
  cookie(header, cookieName(sessionCookie, true)) ?? cookie(header, sessionCookie);

const first = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value?.split(',')[0])?.trim();

/** The host a request was sent to; what a proxy says of it counts only where proxies are trusted. */
export function hostOf(headers: IncomingMessage['headers'], trustProxy: number): string | undefined {
  return (trustProxy > 0 ? first(headers['x-forwarded-host']) : undefined) ?? headers.host;
}

/** The origin that this server was reached by. */
export function ownOrigin(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  trustProxy: number,
): string | undefined {
  const host = hostOf(request.headers, trustProxy);
  const forwarded = trustProxy > 0 ? first(request.headers['x-forwarded-proto']) : undefined;
  const encrypted = 'encrypted' in request.socket && request.socket.encrypted === true;
  return host && `${forwarded ?? (encrypted ? 'https' : 'http')}://${host}`;
}

/**
 * Whether a page of this origin may connect. A missing Origin passes: same-origin polling and scripts send none, and the
 * token still decides. A foreign one or `null` does not.
 */
export function mayConnect(headers: IncomingMessage['headers'], trustProxy: number): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  const host = hostOf(headers, trustProxy);
  try {
    const from = new URL(origin);
    return host !== undefined && from.host === new URL(`${from.protocol}//${host}`).host;
  } catch {
    return false;
  }
}
