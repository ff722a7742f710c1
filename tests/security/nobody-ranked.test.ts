import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyScopes, type Change } from '../../src/lib/domain/records';
import { registry } from '../../src/lib/panels/registry';
import { hashOf } from '../../src/lib/server/auth/secrets';
import { readConfig } from '../../src/lib/server/config';
import { createHouse, type House } from '../../src/lib/server/house';
import * as huddles from '../support/huddles';
import * as records from '../support/records';

// Nothing of a person is scored or ranked: the same board is put up with its deeds, promises and names given to other people. Where every
// name is the same blank, panels and exports are the same, too: no figure, no order and no choice follows from who it was.

const now = new Date('2026-11-22T14:00:00Z');
const apiKey = 'hb_key-of-north-for-everything';
const kinds = Object.keys(registry);
/** Of one length, so that lines break alike. */
const names = ['Qanna', 'Qbobo', 'Qcyra', 'Qdoru'];
const blank = (text: string) => text.replaceAll(new RegExp(names.join('|'), 'g'), '#');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();

/** To whom the `nth` thing goes: all to one, one each in turn, most to the last. */
const sharings: Record<string, (nth: number) => string> = {
  'all to one': () => names[0]!,
  'in turn': (nth) => names[nth % names.length]!,
  'most to another': (nth) => (nth % 5 === 0 ? names[1]! : names[3]!),
};

/** A board on which people are thanked, promise, host, tell and sign; `who` says who, for each thing anew. */
function board(whose: (nth: number) => string): Change[] {
  let nth = 0;
  const who = () => whose(nth++);
  const deed = { value: 'care', goal: 'reached', award: 'ladle' };
  const of = { team: 'north', batch: null };
  return [
    {
      put: 'organisation',
      record: {
        ...{ id: 'organisation', team: null, at: ago(900), status: 'active', batch: null },
        ...{ name: 'Harbour', secret: '5'.repeat(64), sample: false },
        declaration: {
          ...{ text: 'Nobody is sent on', ambition: null, measure: null, fact: null, said: ago(100) },
          signatures: [1, 2, 3].map((at) => ({ account: `a${at}`, name: who(), at: ago(at) })),
        },
      },
    },
    {
      put: 'team',
      record: records.team({
        values: [{ id: 'care', name: 'We care', icon: 'heart' }],
        awards: [{ id: 'ladle', name: 'The ladle', value: 'care' }],
        greeting: 'Welcome back!',
        standard: 'Within 5 seconds',
        serves: ['south'],
        people: 6,
        owners: { thanks: who(), feedback: who() },
        sponsor: { account: 'olga', name: whose(1), title: null },
      }),
    },
    { put: 'team', record: records.team({ id: 'south', name: 'South desk' }) },
    records.put.account({ id: 'olga', login: 'olga', name: 'Olga' }),
    {
      put: 'session',
      record: {
        ...{ id: hashOf('session of olga'), team: null, at: ago(1), status: 'open', batch: null },
        ...{ account: 'olga', expiresAt: '2026-12-22T10:00:00.000Z' },
      },
    },
    {
      put: 'api-key',
      record: {
        ...{ id: 'key', team: null, at: ago(1), status: 'active', batch: null, name: 'Key' },
        ...{ keyHash: hashOf(apiKey), hint: 'hb_', teams: ['north'], scopes: [...keyScopes], madeBy: 'olga' },
      },
    },
    ...Array.from({ length: 12 }, (_, at): Change => {
      const given = { id: `bravo${at}`, at: ago(at + 1), to: who(), from: who(), ...deed, by: 'olga' };
      return { put: 'shout-out', record: records.shoutOut(given) };
    }),
    ...Array.from({ length: 4 }, (_, at): Change => {
      const told = { id: `story${at}`, at: ago(at + 1), about: who(), picture: null };
      return { put: 'story', record: records.story({ ...told, consent: { by: told.about, at: told.at } }) };
    }),
    ...Array.from({ length: 8 }, (_, at): Change => {
      const status = (['open', 'kept', 'not-kept'] as const)[at % 3]!;
      const promised = { id: `promise${at}`, at: ago(30 + at), status, who: 'one' as const, name: who() };
      return { put: 'commitment', record: huddles.commitment(promised) };
    }),
    ...Array.from({ length: 4 }, (_, at): Change => {
      const said = { id: `idea${at}`, at: ago(0.005), says: 'idea' as const, name: who() };
      return { put: 'note', record: huddles.note(said) };
    }),
    { put: 'huddle', record: huddles.huddle({ at: ago(0.01), host: { mark: 'm', name: who() } }) },
    ...Array.from({ length: 5 }, (_, at): Change => {
      const held = { id: `held${at}`, at: ago(50 + at), status: 'over' as const, ended: ago(49 + at) };
      return { put: 'huddle', record: huddles.huddle({ ...held, host: { mark: 'm', name: who() } }) };
    }),
    {
      put: 'goal',
      record: records.goal({
        ...{ id: 'reached', status: 'reached', reach: { at: ago(3), value: 82, n: 90, day: '2026-11-22' } },
        celebration: { words: 'You asked.', next: null, at: ago(2), by: who() },
      }),
    },
    {
      put: 'thanks',
      record: {
        ...{ ...of, id: 'thanks', at: ago(4), status: 'published', youSaid: 'Cold', weDid: 'Warm', turn: 1 },
        ...{ signedBy: who(), served: 900, cosign: { asked: ago(4), by: 'm', name: who(), at: ago(3) } },
      },
    },
    ...[1, 2].map((number): Change => {
      const closing = { at: ago(4), by: who(), thanks: 'thanks', question: 'q', learned: 'Ask first' };
      const record = { ...of, id: `north.turn.${number}`, at: ago(400 - number), number, woken: null };
      return {
        put: 'turn',
        record: {
          ...record,
          status: number === 1 ? 'closed' : 'open',
          closing: number === 1 ? closing : null,
        },
      };
    }),
    ...(['on', 'reached'] as const).map((status): Change => {
      const sides = (['asks', 'accepted'] as const).map((answer, at) => ({
        ...{ team: ['north', 'south'][at]!, name: ['North', 'South'][at]!, answer, count: 4 + at },
        words: `${who()} says yes`,
      }));
      return {
        put: 'challenge',
        record: {
          ...{
            ...of,
            id: status,
            at: ago(status === 'on' ? 1 : 5),
            status,
            challenge: status,
            behaviour: `told ${who()}`,
          },
          ...{ target: 9, together: status === 'reached', until: '2026-11-24', sides, acts: ['a', 'b'] },
        },
      };
    }),
    {
      put: 'interest',
      record: {
        ...{ ...of, id: 'north.interest.2', at: ago(1), status: 'open', turn: 2, taps: {}, marks: [] },
        ...{ too: { bravo1: 4, bravo3: 2 }, part: 5 },
      },
    },
    ...Array.from({ length: 40 }, (_, at): Change => {
      const answer = {
        id: `a${at}`,
        value: 5 + (at % 6),
        from: at % 4 ? ('customer' as const) : ('employee' as const),
      };
      return {
        put: 'response',
        record: records.response({ ...answer, source: at % 4 ? 'ask' : 'colleagues:south' }),
      };
    }),
    {
      put: 'display',
      record: records.display({
        id: 'all',
        audience: 'staff',
        playlist: kinds.map((panel) => ({ id: panel, panel, options: {}, dwell: null })),
      }),
    },
    ...['shout-out:hide', 'goal:set'].map((command, at): Change => ({
      put: 'audit',
      record: { ...of, id: `did${at}`, at: ago(at + 1), status: 'done', by: 'olga', command, about: null },
    })),
  ];
}

type Handler = (event: never) => Promise<Response>;
const routes = import.meta.glob<{ GET?: Handler }>([
  '../../src/routes/**/*.csv/+server.ts',
  '../../src/routes/**/*.ndjson/+server.ts',
  '../../src/routes/api/**/+server.ts',
]);
const exported = Object.keys(routes).map((file) =>
  file.slice('../../src/routes'.length, -'/+server.ts'.length),
);

/** All that walls show of it, and all that can be taken away: by panel and route. */
async function given(house: House): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const slots = Object.values((await house.boards.snapshot('all'))?.slots ?? {});
  for (const slot of slots) if (slot) found.set(slot.panel, JSON.stringify(slot.data));
  for (const path of exported) {
    const { GET } = await routes[`../../src/routes${path}/+server.ts`]!();
    const url = new URL(`http://board.local${path}?metric=nps&days=30`);
    const asking = {
      ...{ url, params: { team: 'north', import: 'file' }, setHeaders() {}, depends() {} },
      cookies: { get: (name: string) => (name === 'huddleboard_session' ? 'session of olga' : undefined) },
      locals: { house, leader: await house.auth.leader('session of olga'), language: 'en' },
      request: new Request(url, { headers: { authorization: `Bearer ${apiKey}` } }),
      getClientAddress: () => '10.0.0.1',
    };
    const answer = await Promise.resolve(GET?.(asking as never)).catch(() => undefined);
    if (answer?.ok) found.set(path, await answer.text());
  }
  return found;
}

const boards = new Map<string, Map<string, string>>();
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  for (const [sharing, whose] of Object.entries(sharings)) {
    const directory = await mkdtemp(join(tmpdir(), 'huddleboard-ranked-'));
    const config = readConfig({ DATA_DIR: directory });
    const log = pino({ level: 'silent' });
    const house = await createHouse({ config, build: 'b1', now: () => now, log, takesSlot: false });
    closing.push(
      () => house.close(),
      () => rm(directory, { recursive: true, force: true }),
    );
    await house.store.commit(board(whose));
    boards.set(sharing, await given(house));
  }
}, 60_000);
afterAll(async () => {
  for (const close of closing) await close();
});

describe('nothing of a person is scored or ranked', () => {
  const [first, ...others] = Object.keys(sharings);

  it.each(others)('on a wall or in an export, where deeds and promises go to others: %s', (other) => {
    const [one, two] = [boards.get(first!)!, boards.get(other)!];
    for (const [where, text] of one)
      expect([where, blank(two.get(where) ?? '')]).toEqual([where, blank(text)]);
    expect([...two.keys()]).toEqual([...one.keys()]);
  });

  it('control: names stand where they should, and what is there differs with them', () => {
    const [one, two] = [boards.get(first!)!, boards.get(others[0]!)!];
    const differing = [...one].filter(([where, text]) => text !== two.get(where)).map(([where]) => where);
    for (const where of [
      'shout-outs',
      'recognition',
      'story',
      'celebration',
      'this-week',
      'thank-and-ask',
      'declaration',
      'sponsor',
    ])
      expect(differing).toContain(where);
    expect(differing).toContain('/api/v1/teams/[team]/export.ndjson');
    for (const where of ['/admin/audit/audit.csv', '/admin/[team]/plays/plays.csv', 'this-week', 'chain'])
      expect([...one.keys()]).toContain(where);
  });
});
