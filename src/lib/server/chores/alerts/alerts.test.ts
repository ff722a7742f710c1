import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../../../tests/support/memory-store';
import * as records from '../../../../../tests/support/records';
import type { Actor } from '../../../domain/command';
import { createIntake, type Intake } from '../../intake/intake';
import type { Letter } from '../letters';
import { openAlerts, type AlertParts, type Alerts } from './alerts';
import { NotTaken, type Destination, type Message } from './outgoing-hook';

const owner: Actor = { as: 'account', id: 'o', name: 'Ada', role: 'owner', teams: [] };
const minute = 60_000;
const secret = `whsec_${'a'.repeat(32)}`;

let clock: Date;
let store: MemoryStore;
let intake: Intake;
let connected: Set<string>;
let letters: Letter[];
let sent: { to: Destination; message: Message }[];
let reported: string[];
let alerts: Alerts;

const open = (over: Partial<AlertParts> = {}) =>
  openAlerts({
    ...{ store, intake, now: () => clock, smtpUrl: null, allowPrivate: false, every: 0 },
    address: 'https://board.example',
    state: (display) => ({ connected: connected.has(display) }),
    profile: () => ({ quietHours: { from: '22:00', to: '06:00' } }),
    report: (what) => reported.push(what),
    send: async (letter) => void letters.push(letter),
    hook: async (to, message) => void sent.push({ to, message }),
    ...over,
  });

/** Some minutes go by, with a look at the displays each minute. */
async function pass(minutes: number, watch = alerts) {
  for (let n = 0; n < minutes; n += 1) {
    clock = new Date(clock.getTime() + minute);
    await watch.look();
  }
}
const settle = (over: object = {}) =>
  intake.submit(
    'alerts:set',
    {
      ...{ saw: store.all('alerts')[0]?.version ?? null, mail: true, url: 'https://hooks.example/wall' },
      ...{ secret, quiet: null, timeZone: 'UTC' },
      ...over,
    },
    owner,
  );
const outages = () => store.all('outage').map(({ display, status }) => `${display} ${status}`);

beforeEach(async () => {
  clock = new Date('2026-11-22T10:00:00Z');
  store = new MemoryStore();
  intake = createIntake({ store, now: () => clock, log: { error: () => {} } });
  connected = new Set(['kitchen', 'hall']);
  [letters, sent, reported] = [[], [], []];
  const hung = { tokenHash: 'a'.repeat(64) };
  await store.commit([
    { put: 'team', record: records.team({ timeZone: 'UTC' }) },
    { put: 'team', record: records.team({ id: 'south', name: 'South desk', timeZone: 'UTC' }) },
    { put: 'display', record: records.display(hung) },
    { put: 'display', record: records.display({ id: 'hall', name: 'Hall', team: 'south', ...hung }) },
    { put: 'display', record: records.display({ id: 'unhung', name: 'Nowhere' }) },
    records.put.account({ id: 'o', login: 'ada@harbour.example' }),
    records.put.account({ id: 'l', login: 'lea@harbour.example', role: 'leader', teams: ['north'] }),
    records.put.account({ id: 'x', login: 'xe@harbour.example', role: 'leader', teams: ['south'] }),
    records.put.account({ id: 'm', login: 'mo@harbour.example', role: 'manager' }),
    records.put.account({ id: 'n', login: 'ned', role: 'leader', teams: ['north'] }),
  ]);
  alerts = open();
});

describe('a wall that is dark', () => {
  it('is told once to its leaders and owners, by mail and webhook, and again when it is back', async () => {
    await settle();
    await pass(5);
    expect([letters, sent]).toEqual([[], []]);
    connected.delete('kitchen');
    await pass(3);
    expect(letters).toEqual([]);
    await pass(1);
    expect(letters.map(({ to }) => to.join()).sort()).toEqual(['ada@harbour.example', 'lea@harbour.example']);
    expect(letters[0]).toMatchObject({ subject: 'Kitchen is dark' });
    expect(letters[0]?.text).toContain('https://board.example/admin/displays');
    expect(sent).toMatchObject([
      {
        to: { url: 'https://hooks.example/wall', secret },
        message: {
          type: 'display.dark',
          data: { displays: [{ id: 'kitchen', team: { id: 'north' }, since: '2026-11-22T10:06:00.000Z' }] },
        },
      },
    ]);
    await pass(30);
    expect([letters.length, sent.length]).toEqual([2, 1]);
    connected.add('kitchen');
    await pass(1);
    await expect
      .poll(() => sent.map(({ message }) => message.type))
      .toEqual(['display.dark', 'display.back']);
    expect(letters.map(({ subject }) => subject)).toContain('Kitchen is bright again');
    expect(outages()).toEqual(['kitchen over']);
  });

  it('is not told of where nobody is there, nothing was hung, or it is back soon', async () => {
    connected.delete('hall');
    await pass(2);
    connected.add('hall');
    await pass(5);
    expect(outages()).toEqual([]);
    // From ten at night on it may be dark; at six it may not.
    clock = new Date('2026-11-22T22:00:00Z');
    connected.clear();
    await pass(60);
    expect(outages()).toEqual([]);
    clock = new Date('2026-11-23T05:59:00Z');
    await pass(6);
    expect(outages().sort()).toEqual(['hall dark', 'kitchen dark']);
    // All of the owner's in one letter.
    expect(letters.filter(({ to }) => to.includes('ada@harbour.example'))).toMatchObject([
      { subject: '2 displays are dark' },
    ]);
  });

  it('waits while nobody is to be told, and is told afterwards if it still is', async () => {
    await settle({ quiet: { from: '09:00', to: '11:00' } });
    connected.clear();
    await pass(20);
    expect([outages().length, sent.length]).toEqual([2, 0]);
    connected.add('hall');
    await pass(1);
    clock = new Date('2026-11-22T11:00:00Z');
    await pass(1);
    expect(sent).toMatchObject([{ message: { data: { displays: [{ id: 'kitchen' }] } } }]);
  });

  it('is told although mail fails; what failed is tried again, said in admin, and holds nothing up', async () => {
    await settle();
    let tries = 0;
    const failing = open({
      send: () => Promise.reject(new Error('no mail server')),
      hook: () => (++tries < 3 ? Promise.reject(new NotTaken('503')) : Promise.resolve()),
    });
    connected.delete('kitchen');
    await pass(4, failing);
    await expect.poll(() => failing.faults.length).toBe(2);
    expect(failing.faults.join()).toContain('the receiver answered 503');
    await pass(1, failing);
    await expect.poll(() => tries).toBe(2);
    await pass(3, failing);
    await expect.poll(() => failing.faults.length).toBe(1);
    await pass(300, failing);
    expect(tries).toBe(3);
    expect(await intake.submit('display:pin', { id: 'hall', item: null }, owner)).toMatchObject({ ok: true });
    failing.close();
  });

  it('is not told a second time after a restart, but is when it comes back', async () => {
    await settle();
    connected.delete('kitchen');
    await pass(4);
    alerts.close();
    const again = open();
    await pass(10, again);
    expect(sent.length).toBe(1);
    connected.add('kitchen');
    await pass(1, again);
    await expect.poll(() => sent.length).toBe(2);
    again.close();
  });
});

it('refuses an address that says a password, hours without an end, and anybody but an owner', async () => {
  const wrong = async (over: object) => {
    const outcome = await settle(over);
    return outcome.ok ? null : outcome.refusal.faults?.map(({ path }) => path).join();
  };
  expect(await wrong({ url: 'https://me:secret@hooks.example' })).toBe('url');
  expect(await wrong({ url: 'hooks.example' })).toBe('url');
  expect(await wrong({ quiet: { from: '09:00', to: '09:00' } })).toBe('quiet.to');
  expect(await wrong({ timeZone: 'Nowhere/None' })).toBe('timeZone');
  expect(await wrong({})).toBeNull();
  expect(await settle({ saw: null })).toMatchObject({ refusal: { code: 'changed-meanwhile' } });
});
