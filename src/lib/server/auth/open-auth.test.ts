import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import type { Actor } from '../../domain/command';
import type { AnyRecord } from '../../domain/records';
import { createIntake, type Intake } from '../intake/intake';
import type { Auth, Leader } from './auth';
import { LateAnswer } from './limits';
import { openAuth } from './open-auth';
import { Passwords } from './passwords';

const house: Actor = { as: 'house' };
const password = 'correct horse battery';

let clock: Date;
let store: MemoryStore;
let intake: Intake;
let auth: Auth;
/** How long answers were kept back, in milliseconds. */
let pauses: number[];

const later = (ms: number) => (clock = new Date(clock.getTime() + ms));
const value = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  if (!result.ok) throw new Error('refused');
  return result.value;
};

async function claim(): Promise<void> {
  await intake.submit(
    'setup:claim',
    {
      organisation: { name: 'Harbour', secret: auth.newSecret() },
      account: { id: 'o', login: 'ada', name: 'Ada', passwordHash: value(await auth.hashPassword(password)) },
      team: { id: 't', name: 'Café', timeZone: 'Europe/London', customer: 'guest' },
    },
    house,
  );
}

beforeEach(async () => {
  clock = new Date('2026-11-22T10:00:00Z');
  pauses = [];
  store = new MemoryStore();
  intake = createIntake({ store, now: () => clock, log: console });
  auth = await openAuth({
    store,
    submit: (name, input, actor) => intake.submit(name, input, actor),
    now: () => clock,
    pause: async (milliseconds) => void pauses.push(milliseconds),
  });
});

describe('setup', () => {
  it('opens once: the code is gone as soon as somebody owns the board', async () => {
    expect(auth.isSetupCode('')).toBe(false);
    const code = await auth.setupCode();
    expect(await auth.setupCode()).toBe(code);
    expect(auth.isSetupCode(code ?? '')).toBe(true);
    expect(auth.isSetupCode(`${code}x`)).toBe(false);
    await claim();
    expect(auth.isSetupCode(code ?? '')).toBe(false);
    expect(await auth.setupCode()).toBeUndefined();
  });
});

describe('signing in', () => {
  beforeEach(claim);

  it('gives each sign-in a secret of its own, of which the store keeps a hash only', async () => {
    const [one, two] = [
      await auth.signIn(' ADA ', password, 'a'),
      await auth.signIn('ada', password, 'a'),
    ].map(value);
    expect(one?.secret).not.toBe(two?.secret);
    expect(await auth.leader(one?.secret)).toMatchObject({ id: 'o', role: 'owner' });
    const kept = JSON.stringify([...store.records]);
    expect(kept).not.toContain(one?.secret);
    expect(kept).not.toContain(password);
    expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('ends by signing out, by time, and with the account', async () => {
    const [out, over, closed] = [1, 2, 3].map(() => auth.signIn('ada', password, 'a'));
    const [a, b, c] = [value(await out!), value(await over!), value(await closed!)];
    await auth.signOut(a.secret);
    expect(await auth.leader(a.secret)).toBeUndefined();
    expect(await auth.leader(b.secret)).toBeDefined();
    later(31 * 86_400_000);
    expect(await auth.leader(b.secret)).toBeUndefined();
    clock = new Date('2026-11-22T10:00:00Z');
    const account = await store.get('account', 'o');
    store.records.set('account/o', { ...account!, status: 'closed' });
    expect(await auth.leader(c.secret)).toBeUndefined();
  });

  it('answers an unknown name and a wrong password alike', async () => {
    const wrong = await auth.signIn('ada', 'not this one', 'a');
    expect(await auth.signIn('nobody', password, 'b')).toEqual(wrong);
    expect(wrong).toMatchObject({ ok: false, refusal: { code: 'sign-in-wrong' } });
  });

  it('slows down whoever keeps failing, and lets the leader in from elsewhere', async () => {
    const refusals: string[] = [];
    for (let i = 0; i < 5; i++) {
      const outcome = await auth.signIn('ada', 'guess', 'thief');
      refusals.push(outcome.ok ? 'in' : outcome.refusal.code);
    }
    expect(refusals).toEqual(Array.from({ length: 5 }, () => 'sign-in-wrong'));
    expect(pauses).toEqual([]);
    expect(await auth.signIn('ada', password, 'thief')).toMatchObject({
      ok: false,
      refusal: { kind: 'busy', code: 'sign-in-slow', values: { seconds: 2 } },
    });
    // It hears so late, so that asking without a pause costs the server little.
    expect(pauses).toHaveLength(1);
    expect(pauses[0]).toBeGreaterThanOrEqual(2_000);
    expect((await auth.signIn('ada', password, 'break room')).ok).toBe(true);
    later(2_000);
    await auth.signIn('ada', 'guess', 'thief');
    later(3_000);
    expect((await auth.signIn('ada', password, 'thief')).ok).toBe(false);
    later(1_000);
    expect((await auth.signIn('ada', password, 'thief')).ok).toBe(true);
  });
});

describe('a late answer', () => {
  const busy = { ok: false, refusal: { kind: 'busy', code: 'busy' } } as const;

  it('is given to a thousand at once, and to the next without delay', async () => {
    let release = () => {};
    const gate = new Promise<void>((done) => (release = done));
    const late = new LateAnswer(() => gate);
    const held = Array.from({ length: 1_000 }, () => late.of(busy));
    expect(await late.of(busy)).toEqual(busy);
    const answers = await Promise.all(
      held.map((answer) => Promise.race([answer, Promise.resolve('kept back')])),
    );
    expect(new Set(answers)).toEqual(new Set(['kept back']));
    release();
    expect(await Promise.all(held)).toEqual(held.map(() => busy));
  });

  it('makes room for the next once it was given, also where the wait broke off', async () => {
    let waits = 0;
    const late = new LateAnswer(() => {
      waits += 1;
      return waits <= 1_000 ? Promise.reject(new Error('broken off')) : Promise.resolve();
    });
    await Promise.allSettled(Array.from({ length: 1_000 }, () => late.of(busy)));
    expect(await late.of(busy)).toEqual(busy);
    expect(waits).toBe(1_001);
  });

  it('comes after two to four seconds, by chance in between', async () => {
    const waits: number[] = [];
    const late = new LateAnswer(async (milliseconds) => void waits.push(milliseconds));
    for (let i = 0; i < 200; i++) await late.of(busy);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(2_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(4_000);
    // Two hundred of two thousand: that they lie this close together by chance does not happen.
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(1_000);
  });

  it('is for whoever is to wait only', async () => {
    const late = new LateAnswer(() => new Promise(() => {}));
    const wrong = { ok: false, refusal: { kind: 'forbidden', code: 'sign-in-wrong' } } as const;
    expect(await late.of(wrong)).toEqual(wrong);
    const right = { ok: true, value: 'in' } as const;
    expect(await late.of(right)).toEqual(right);
  });

  it('is given to whoever finds twenty hashes waiting, at the sign-in and where a password is chosen', async () => {
    await claim();
    const before = Array.from({ length: 21 }, () => auth.hashPassword(password));
    expect(pauses).toEqual([]);
    const busyToo = { ok: false, refusal: { kind: 'busy', values: { seconds: 2 } } };
    expect(await auth.signIn('ada', password, 'break room')).toMatchObject(busyToo);
    expect(pauses).toHaveLength(1);
    expect(await auth.hashPassword(password)).toMatchObject(busyToo);
    expect(pauses).toHaveLength(2);
    expect((await Promise.all(before)).every(({ ok }) => ok)).toBe(true);
    expect(pauses).toHaveLength(2);
  });
});

describe('keys of closed accounts', () => {
  const key = (id: string, madeBy: string) => ({
    ...{ id, team: null, at: '2026-11-01T10:00:00Z', status: 'active', batch: null, name: id, hint: 'hb_' },
    ...{ keyHash: auth.hashOf(`hb_${id.repeat(20)}`), teams: ['t'], scopes: ['scores:read'], madeBy },
  });
  const opens = async (of: Auth, id: string) => (await of.key(`Bearer hb_${id.repeat(20)}`)) !== undefined;
  const close = async () => {
    const account = await store.get('account', 'o');
    store.records.set('account/x', { ...account!, id: 'x', login: 'x', status: 'closed' });
  };

  it('that were closed before are ended when the server starts; those of others stay', async () => {
    await claim();
    await close();
    for (const [id, by] of [
      ['a', 'x'],
      ['b', 'o'],
      ['c', 'house'],
    ] as const)
      store.records.set(`api-key/${id}`, { ...key(id, by), version: 1 } as AnyRecord);
    const next = await openAuth({
      ...{ store, now: () => clock, pause: () => Promise.resolve() },
      submit: (name, input, actor) => intake.submit(name, input, actor),
    });
    expect(store.all('api-key').map(({ id, status }) => [id, status])).toEqual([
      ['a', 'revoked'],
      ['b', 'active'],
      ['c', 'active'],
    ]);
    expect([await opens(next, 'a'), await opens(next, 'b'), await opens(next, 'c')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('that a restore brings back open nothing', async () => {
    await claim();
    store.records.set('api-key/a', { ...key('a', 'x'), version: 1 } as AnyRecord);
    expect(await opens(auth, 'a')).toBe(true);
    await close();
    expect(await opens(auth, 'a')).toBe(false);
  });
});

describe('passwords', () => {
  it('are hashed one at a time; who comes when twenty wait is told to come back', async () => {
    const passwords = new Passwords();
    const outcomes = await Promise.all(Array.from({ length: 24 }, () => passwords.hash(password)));
    expect(outcomes.map(({ ok }) => ok)).toEqual(Array.from({ length: 24 }, (_, index) => index < 21));
    expect(outcomes.at(-1)).toMatchObject({ refusal: { kind: 'busy', values: { seconds: 2 } } });
    expect((await passwords.hash(password)).ok).toBe(true);
  });

  it('of under ten characters are refused', async () => {
    expect(await auth.hashPassword('123456789')).toMatchObject({
      ok: false,
      refusal: { code: 'password-short' },
    });
  });
});

describe('pairing a TV', () => {
  const leader: Leader = { as: 'account', id: 'o', name: 'Ada', role: 'owner', teams: [] };
  const display = (id: string) => ({
    id,
    team: 't',
    name: 'Break room',
    profile: 'break-room',
    playlist: [],
  });
  beforeEach(claim);

  it('gives the TV a code that people can type; approved, its secret opens the display and only that', async () => {
    const offer = value(await auth.offerPairing('Chromium, 1920×1080', '10.0.0.7'));
    expect(offer.code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/);
    expect(await auth.pairing(offer.secret)).toMatchObject({ state: 'waiting', code: offer.code });
    const typed = `${offer.code.slice(0, 4)}-${offer.code.slice(4)}`.toLowerCase();
    const found = value(await auth.findPairing(typed, leader));
    expect(found).toMatchObject({ screen: 'Chromium, 1920×1080', address: '10.0.0.7' });
    const approve = { pairing: found.id, display: display('d') };
    expect((await intake.submit('pairing:approve', approve, leader)).ok).toBe(true);
    expect(await auth.opensDisplay('d', offer.secret)).toBe(false);
    expect(await auth.pairing(offer.secret)).toEqual({ state: 'approved', display: 'd' });
    expect(await auth.opensDisplay('d', offer.secret)).toBe(true);
    expect(await auth.displayOf(offer.secret)).toBe('d');
    // The answer got lost: the TV asks again.
    expect(await auth.pairing(offer.secret)).toEqual({ state: 'approved', display: 'd' });
    // A code works once.
    const again = await intake.submit('pairing:approve', { ...approve, display: display('e') }, leader);
    expect(again).toMatchObject({ ok: false, refusal: { code: 'pairing-gone' } });
    expect((await auth.findPairing(offer.code, leader)).ok).toBe(false);
    expect(JSON.stringify([...store.records])).not.toContain(offer.secret);
  });

  it('ends after ten minutes', async () => {
    const offer = value(await auth.offerPairing('TV', '10.0.0.7'));
    const { id } = value(await auth.findPairing(offer.code, leader));
    later(600_000);
    expect(await auth.pairing(offer.secret)).toEqual({ state: 'gone' });
    expect((await auth.findPairing(offer.code, leader)).ok).toBe(false);
    expect((await intake.submit('pairing:approve', { pairing: id, display: display('d') }, leader)).ok).toBe(
      false,
    );
  });

  it('stops a leader who guesses codes after five wrong ones', async () => {
    const offer = value(await auth.offerPairing('TV', '10.0.0.7'));
    for (let i = 0; i < 5; i++)
      expect(await auth.findPairing('BBBBBBBB', leader)).toMatchObject({ refusal: { kind: 'unknown' } });
    expect(await auth.findPairing(offer.code, leader)).toMatchObject({ refusal: { kind: 'busy' } });
    expect((await auth.findPairing(offer.code, { ...leader, id: 'other' })).ok).toBe(true);
  });

  it('opens nothing any more once the display is revoked', async () => {
    const offer = value(await auth.offerPairing('TV', '10.0.0.7'));
    const { id } = value(await auth.findPairing(offer.code, leader));
    await intake.submit('pairing:approve', { pairing: id, display: display('d') }, leader);
    await auth.pairing(offer.secret);
    await intake.submit('display:enrol', { id: 'd', enrolHash: auth.hashOf('kiosk') }, leader);
    expect(await auth.opensByEnrol('d', 'kiosk')).toBe(true);
    expect(await auth.opensDisplay('d', 'kiosk')).toBe(true);
    await intake.submit('display:revoke', { id: 'd' }, leader);
    for (const token of [offer.secret, 'kiosk', '', undefined])
      expect(await auth.opensDisplay('d', token)).toBe(false);
    expect(await auth.opensByEnrol('d', 'kiosk')).toBe(false);
    expect(await auth.pairing(offer.secret)).toEqual({ state: 'gone' });
  });
});

describe('phones', () => {
  beforeEach(claim);

  it('come in by the code of today or yesterday, for their own team, until the ticket is over', async () => {
    const [today, yesterday, before] = await Promise.all(
      ['2026-11-22', '2026-11-21', '2026-11-20'].map((day) => auth.joinCode('t', day)),
    );
    expect(new Set([today, yesterday, before, await auth.joinCode('u', '2026-11-22')]).size).toBe(4);
    expect(await auth.ticketFor('t', before ?? '', clock)).toBeUndefined();
    expect(await auth.ticketFor('unknown', today ?? '', clock)).toBeUndefined();
    expect(await auth.ticketFor('t', yesterday ?? '', clock)).toBeDefined();
    const ticket = await auth.ticketFor('t', today ?? '', clock);
    expect(await auth.phone(ticket?.ticket, clock)).toEqual({
      as: 'phone',
      team: 't',
      mark: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
    });
    expect(await auth.phone(ticket?.ticket, later(17 * 3_600_000))).toBeUndefined();
  });

  it('stay out with a ticket that somebody has changed', async () => {
    const ticket = await auth.ticketFor('t', await auth.joinCode('t', '2026-11-22'), clock);
    const [body = '', signature = ''] = (ticket?.ticket ?? '').split('.');
    const other = Buffer.from(JSON.stringify(['u', 9e15, 'x'])).toString('base64url');
    for (const forged of [
      `${other}.${signature}`,
      `${body}.`,
      body,
      `${body}.${signature}.x`,
      `${body}.AAAA`,
      '.',
      undefined,
    ])
      expect(await auth.phone(forged, clock)).toBeUndefined();
  });
});

describe('keys', () => {
  beforeEach(claim);

  it('open what they are bound to until a leader takes them back', async () => {
    const leader: Leader = { as: 'account', id: 'o', name: 'Ada', role: 'owner', teams: [] };
    const { key, keyHash, hint } = auth.newKey();
    const make = { id: 'k', name: 'Till', keyHash, hint, teams: ['t'], scopes: ['scores:read' as const] };
    expect((await intake.submit('key:make', make, leader)).ok).toBe(true);
    expect(await auth.key(`Bearer ${key}`)).toEqual({
      as: 'key',
      id: 'k',
      teams: ['t'],
      scopes: ['scores:read'],
    });
    for (const wrong of [null, '', key, `Basic ${key}`, `Bearer ${key}x`, 'Bearer hb_', `Bearer ${hint}`])
      expect(await auth.key(wrong)).toBeUndefined();
    await intake.submit('key:revoke', { id: 'k' }, leader);
    expect(await auth.key(`Bearer ${key}`)).toBeUndefined();
    expect(JSON.stringify([...store.records])).not.toContain(key);
  });
});
