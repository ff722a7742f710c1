import { addDays, localDay, type Day } from '../../domain/calendar';
import { equal, pairingLetters, plainCode, sign } from './secrets';
import { randomBytes } from 'node:crypto';

/** A phone stays in for so long after it came by the wall's QR, in milliseconds: a long shift. */
export const ticketLasts = 16 * 3_600_000;

/** The day's join code of a team: 10 letters that nobody can guess and that are others tomorrow. */
export function joinCode(secret: string, team: string, day: Day): string {
  return Array.from(
    sign(secret, `join|${team}|${day}`).subarray(0, 10),
    (byte) => pairingLetters[byte % 20],
  ).join('');
}

/** Whether a code is today's or yesterday's: a night shift that scanned before midnight is not thrown out. */
export function isJoinCode(
  secret: string,
  team: { id: string; timeZone: string },
  code: string,
  now: Date,
): boolean {
  const today = localDay(now, team.timeZone);
  return [today, addDays(today, -1)]
    .map((day) => equal(joinCode(secret, team.id, day), plainCode(code)))
    .some((right) => right);
}

/** A ticket: team, until when, and a number of its own, signed. Nothing of it is stored. */
export function newTicket(secret: string, team: string, now: Date): { ticket: string; expiresAt: string } {
  const until = now.getTime() + ticketLasts;
  const body = Buffer.from(JSON.stringify([team, until, randomBytes(9).toString('base64url')])).toString(
    'base64url',
  );
  return { ticket: `${body}.${signature(secret, body)}`, expiresAt: new Date(until).toISOString() };
}

/** The team that a ticket is for; undefined when it is forged or over. */
export function readTicket(secret: string, ticket: string, now: Date): string | undefined {
  const [body, signed, more] = ticket.split('.');
  if (!body || !signed || more !== undefined || !equal(signed, signature(secret, body))) return undefined;
  const [team, until] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [string, number];
  return until > now.getTime() ? team : undefined;
}

const signature = (secret: string, body: string) => sign(secret, `ticket|${body}`).toString('base64url');
