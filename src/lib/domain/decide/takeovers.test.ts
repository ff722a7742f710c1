import { expect, it } from 'vitest';
import { display, takeover, team } from '../../../../tests/support/records';
import type { Actor } from '../command';
import { decide } from '../decide';
import type { Display } from '../display';

const now = new Date('2026-11-22T10:00:00Z');
const leader: Actor = { as: 'account', id: 'ada', name: 'Ada', role: 'leader', teams: ['north'] };
const north = { ...team(), version: 1 };
const hall = { ...display({ id: 'hall' }), version: 1 };

const started = (
  over: object,
  on = [] as (ReturnType<typeof takeover> & { version: number })[],
  actor = leader,
) =>
  decide(
    'takeover:start',
    {
      id: 'drill',
      team: 'north',
      tone: 'alarm',
      title: 'Fire drill now',
      text: 'Meet at the gate.',
      until: '2026-11-22T10:15:00Z',
      ...over,
    },
    { team: north, existing: undefined, on, displays: [hall] },
    actor,
    now,
  );
const faultsOf = (result: ReturnType<typeof started>) =>
  result.ok
    ? []
    : (result.refusal.faults?.map(({ path, code }) => `${path}: ${code}`) ?? [result.refusal.code]);

it('starts with an end that lies ahead, within a day', () => {
  expect(faultsOf(started({}))).toEqual([]);
  expect(faultsOf(started({ until: '2026-11-22T10:00:00Z' }))).toEqual(['until: until-before-from']);
  expect(faultsOf(started({ until: '2026-11-23T10:00:01Z' }))).toEqual(['until: takeover-too-long']);
});

it('ends the one that had the same walls, and leaves others alone', () => {
  const everywhere = { ...takeover({ id: 'a' }), version: 1 };
  const inHall = { ...takeover({ id: 'b', displays: ['hall'] }), version: 1 };
  const ended = (result: ReturnType<typeof started>) =>
    result.ok &&
    result.value.changes.flatMap((change) =>
      'put' in change && change.record.status === 'ended' ? [change.record.id] : [],
    );
  expect(ended(started({}, [everywhere, inHall]))).toEqual(['a']);
  expect(ended(started({ displays: ['hall', 'hall'] }, [everywhere, inHall]))).toEqual(['b']);
});

it('takes over displays of its own team only', () => {
  expect(faultsOf(started({ displays: ['hall'] }))).toEqual([]);
  expect(faultsOf(started({ displays: ['hall', 'elsewhere'] }))).toEqual(['displays: unknown-display']);
});

it('is for who leads the team', () => {
  expect(faultsOf(started({}, [], { ...leader, teams: ['south'] }))).toEqual(['not-yours']);
});

it('pins an item of the playlist until a moment that lies ahead', () => {
  const item = { id: 'score', panel: 'how-are-we-doing', options: {}, dwell: null };
  const pinned = (input: { item: string | null; until?: string | null }) =>
    decide('display:pin', { id: 'hall', ...input }, { display: { ...hall, playlist: [item] } }, leader, now);
  expect(pinned({ item: 'score', until: '2026-11-22T11:00:00Z' })).toMatchObject({
    value: { changes: [{ record: { pin: { item: 'score', until: '2026-11-22T11:00:00.000Z' } } }] },
  });
  expect(pinned({ item: 'score', until: '2026-11-22T09:00:00Z' }).ok).toBe(false);
  expect(pinned({ item: 'gone' }).ok).toBe(false);
  expect(pinned({ item: null })).toMatchObject({ value: { changes: [] } });
});

it('a walk moves its own pin along and lets it go, and leaves alone what somebody keeps there', () => {
  const items = ['score', 'voices'].map((id) => ({
    id,
    panel: 'how-are-we-doing',
    options: {},
    dwell: null,
  }));
  const walks = (pin: Display['pin'], to: string | null) => {
    const display = { ...hall, playlist: items, pin };
    const input = { id: 'hall', item: to, until: to && '2026-11-22T10:10:00Z', walk: true };
    const result = decide('display:pin', input, { display }, leader, now);
    return result.ok ? result.value.changes : result.refusal.code;
  };
  const [later, over] = ['2026-11-22T11:00:00.000Z', '2026-11-22T09:00:00.000Z'];
  const own = [{ record: { pin: { item: 'voices', until: '2026-11-22T10:10:00.000Z', walk: true } } }];
  expect(walks(null, 'voices')).toMatchObject(own);
  expect(walks({ item: 'score', until: later, walk: true }, 'voices')).toMatchObject(own);
  expect(walks({ item: 'score', until: later, walk: true }, null)).toMatchObject([{ record: { pin: null } }]);
  for (const until of [later, null])
    for (const to of ['voices', null]) expect(walks({ item: 'score', until }, to)).toEqual([]);
  expect(walks({ item: 'score', until: over }, 'voices')).toMatchObject(own);
});
