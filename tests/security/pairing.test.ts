import { describe, expect, it } from 'vitest';
import type { Leader } from '../../src/lib/server/auth/auth';
import { say } from '../../src/lib/server/intake/say';
import { load } from '../../src/routes/pair/+page.server';
import { seeded } from '../support/random';
import { Doors, owner } from './doors';

// Somebody guesses the codes that TVs show: without an account, with one, with two hundred. There are 20 ** 8 codes.

const guesses = 10_000;
const letters = 'BCDFGHJKLMNPQRSTVWXZ';

/** What the page answers: the step that comes next, or `303` for whoever has to sign in. */
async function ask(doors: Doors, code: string, leader: Leader | undefined, address: string) {
  const house = { ...doors, say, profiles: { list: () => [], get: () => undefined } };
  const event = {
    url: new URL(`http://board.local/pair?code=${code}`),
    locals: { house: { ...house, auth: doors.auth, store: doors.store, intake: doors.intake }, leader },
    getClientAddress: () => address,
  };
  try {
    return ((await load(event as never)) as { step: string }).step;
  } catch (thrown) {
    return (thrown as { status: number }).status;
  }
}

const leader = (n: number): Leader => ({
  ...{ as: 'account', id: `guess-${n}`, name: 'Guess', role: 'leader', teams: ['cafe'] },
});
const addresses = (count: number) => (n: number) =>
  `10.0.${Math.floor((n % count) / 250)}.${(n % count) % 250}`;

describe.each([
  ['nobody, from 1 address', 1, () => undefined],
  ['nobody, from 200 addresses', 200, () => undefined],
  ['one leader, from 1 address', 1, () => leader(0)],
  ['200 leaders, from 200 addresses', 200, (n: number) => leader(n % 200)],
] as const)('10,000 codes guessed by %s', (_, count, who) => {
  it('find no TV, and the honest leader still hangs theirs', async () => {
    const doors = await Doors.open();
    const offered = await doors.auth.offerPairing('Chrome 1920×1080', '10.1.1.1');
    if (!offered.ok) throw new Error('no code');
    const { code, secret } = offered.value;
    const next = seeded(20_261_122);
    const address = addresses(count);
    let found = 0;
    for (let n = 0; n < guesses; n += 1) {
      let guess = '';
      while (guess.length < 8) guess += letters[Math.floor(next() * letters.length)];
      if (guess !== code && (await ask(doors, guess, who(n), address(n))) === 'place') found += 1;
    }
    expect(found).toBe(0);

    // Even the right one is of no use any more to who has guessed too often, or never signed in.
    expect(await ask(doors, code, who(0), address(0))).not.toBe('place');
    const honest: Leader = { ...(owner as Leader), id: 'honest' };
    expect(await ask(doors, code, honest, '10.1.1.2')).toBe('place');
    const pairing = await doors.auth.findPairing(code, honest);
    if (!pairing.ok) throw new Error('not found');
    const display = { id: 'door', team: 'cafe', name: 'Door', profile: 'break-room', playlist: [] };
    const hung = await doors.intake.submit('pairing:approve', { pairing: pairing.value.id, display }, honest);
    expect(hung).toMatchObject({ ok: true });
    expect(await doors.auth.pairing(secret)).toEqual({ state: 'approved', display: 'door' });
    expect(await doors.auth.opensDisplay('door', secret)).toBe(true);
    expect((await doors.auth.findPairing(code, honest)).ok).toBe(false);
  });
});
