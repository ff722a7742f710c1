import { expect, it } from 'vitest';
import { display, takeover, team } from '../../../../tests/support/records';
import type { Actor } from '../command';
import { decide } from '../decide';

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
