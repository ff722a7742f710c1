import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { display, response, takeover as notice, team, verbatim } from '../../../../tests/support/records';
import { TestBoards } from '../../../../tests/support/test-boards';
import type { Turn } from '../../domain/practice';
import type { Change } from '../../domain/records';
import type { Snag } from '../../domain/snag';
import { panel as relaunch } from '../../panels/relaunch/panel';
import { panel as urgent } from '../../panels/takeover/panel';
import type { LoadedPanel } from './panels';

const panel = (kind: string): LoadedPanel => ({
  kind,
  point: null,
  audiences: ['staff', 'customers'],
  options: v.object({}),
  needs: () => ({}),
  select: () => ({ kind }),
  words: () => 9,
});
const turn = (over: Partial<Turn> = {}): Change => ({
  put: 'turn',
  record: {
    id: 'north.turn.3',
    team: 'north',
    at: '2026-11-02T09:00:00.000Z',
    status: 'open',
    batch: null,
    number: 3,
    woken: null,
    closing: null,
    ...over,
  },
});
const answered = (at: string): Change => ({ put: 'response', record: response({ id: at, at }) });
const playlist = [{ id: 'one', panel: 'clock', options: {}, dwell: null }];

let walls: TestBoards;

beforeEach(async () => {
  walls = new TestBoards('2026-11-05T09:00:00Z', [panel('clock'), panel('thank-and-ask')]);
  await walls.store.commit([
    {
      put: 'team',
      record: team({ cadence: { reports: 'day', turn: 'week', sources: {}, shifts: ['06:00'] } }),
    },
    { put: 'display', record: display({ id: 'kitchen', playlist }) },
    { put: 'display', record: display({ id: 'gate', playlist, audience: 'customers' }) },
    turn(),
    answered('2026-11-04T12:00:00.000Z'),
  ]);
});
afterEach(() => {
  walls.close();
});

/** What a wall shows, and what it admits. */
const wall = async (name = 'kitchen') => {
  const { slots, layout } = (await walls.boards.snapshot(name))!;
  return { panels: Object.values(slots).map(({ panel }) => panel), admits: layout.admits ?? null };
};
/** Later on: somebody looks at a board that nobody has composed since. */
const at = async (moment: string, ...changes: Change[]) => {
  walls.now = new Date(moment);
  // Whatever touches the team has its boards composed anew.
  const { version: _, ...record } = (await walls.store.get('team', 'north'))!;
  await walls.store.commit([{ put: 'team', record }, ...changes]);
};

describe('a wall', () => {
  it('admits a report that is late, until one comes; customers are not troubled with it', async () => {
    expect(await wall()).toEqual({ panels: ['clock'], admits: null });
    await at('2026-11-06T09:00:00Z');
    await expect.poll(wall).toEqual({ panels: ['clock'], admits: { what: 'late', day: '2026-11-05' } });
    expect((await wall('gate')).admits).toBeNull();
    await at('2026-11-06T10:00:00Z', answered('2026-11-06T09:59:00.000Z'));
    await expect.poll(wall).toEqual({ panels: ['clock'], admits: null });
  });

  it('waits for customers where there are some; behind the scenes it lives by what colleagues answer', async () => {
    const colleague = (over: object = {}): Change => ({
      put: 'response',
      record: response({ id: 'c', at: '2026-11-06T09:59:00.000Z', from: 'employee', ...over }),
    });
    await at('2026-11-06T10:00:00Z', colleague());
    await expect.poll(wall).toEqual({ panels: ['clock'], admits: { what: 'late', day: '2026-11-05' } });
    await walls.store.commit([{ erase: 'response', id: '2026-11-04T12:00:00.000Z' }]);
    await at('2026-11-06T10:01:00Z');
    const feedback = async () => (await walls.boards.standing('north'))?.points.feedback;
    await expect.poll(feedback).toMatchObject({ state: 'fresh', last: '2026-11-06T09:59:00.000Z' });
  });

  it('that nobody moves says so, then only thanks and asks, and wakes by one tap', async () => {
    await at('2026-11-16T09:00:00Z', answered('2026-11-16T08:00:00.000Z'));
    await expect.poll(wall).toEqual({ panels: ['clock'], admits: { what: 'quiet', day: '2026-11-02' } });
    await at('2026-11-23T09:00:00Z');
    await expect
      .poll(wall)
      .toEqual({ panels: ['thank-and-ask'], admits: { what: 'asleep', day: '2026-11-02' } });
    expect(await wall('gate')).toEqual({ panels: ['thank-and-ask'], admits: null });
    walls.now = new Date('2026-11-23T09:01:00Z');
    await walls.store.commit([
      turn({ woken: '2026-11-23T09:01:00.000Z' }),
      answered('2026-11-23T09:00:00.000Z'),
    ]);
    await expect.poll(wall).toEqual({ panels: ['clock'], admits: null });
    await expect.poll(() => wall('gate')).toEqual({ panels: ['clock'], admits: null });
  });

  it('is woken by whatever people put on it', async () => {
    await at('2026-11-23T09:00:00Z', answered('2026-11-23T08:00:00.000Z'));
    await expect.poll(wall).toMatchObject({ admits: { what: 'asleep' } });
    walls.now = new Date('2026-11-23T09:01:00Z');
    const record = { id: 'soup', team: 'north', at: '2026-11-23T09:00:00.000Z', batch: null };
    await walls.store.commit([
      {
        put: 'announcement',
        record: { ...record, status: 'published', title: 'Soup', text: 'Hot.', from: null, until: null },
      },
    ]);
    await expect.poll(wall).toEqual({ panels: ['clock'], admits: null });
  });
});

it('a board that sleeps is woken by a leader who answers, however long ago the rule was raised', async () => {
  await at('2026-11-23T09:00:00Z', answered('2026-11-23T08:00:00.000Z'));
  await expect.poll(wall).toMatchObject({ admits: { what: 'asleep' } });
  const raised = '2026-10-05T09:00:00.000Z';
  const snag = (over: { status: 'waiting' | 'answered'; at: string; answer: Snag['answer'] }): Change => ({
    put: 'snag',
    record: { id: 'dogs', team: 'north', batch: null, rule: 'No dogs', happened: null, raised, ...over },
  });
  await walls.store.commit([snag({ status: 'waiting', at: raised, answer: null })]);
  expect(await wall()).toMatchObject({ admits: { what: 'asleep' } });
  walls.now = new Date('2026-11-23T09:01:00Z');
  const answer = { verdict: 'changed' as const, text: 'They may', mission: 'All are welcome' };
  await walls.store.commit([snag({ status: 'answered', at: '2026-11-23T09:01:00.000Z', answer })]);
  await expect.poll(wall).toEqual({ panels: ['clock'], admits: null });
});

it('a turn that closes has every staff wall for a moment, once; a wall that comes later has missed it', async () => {
  walls.reopen([panel('clock'), ...[relaunch, urgent].map((one) => one as unknown as LoadedPanel)]);
  const has = async (name: string) => {
    const { layout, slots } = (await walls.boards.snapshot(name))!;
    return layout.takeover && slots[layout.takeover.slot]?.panel;
  };
  const kitchen = display({ id: 'hall', playlist, profile: 'huddle-board' });
  await walls.store.commit([{ put: 'display', record: kitchen }]);
  expect([await has('kitchen'), await has('hall'), await has('gate')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);

  walls.now = new Date('2026-11-05T09:00:01Z');
  const closing = { at: walls.now.toISOString(), by: 'Lea', thanks: 'th', question: 'q', learned: null };
  await walls.store.commit([turn({ status: 'closed', closing }), turn({ id: 'north.turn.4', number: 4 })]);
  await expect.poll(() => has('kitchen')).toBe('relaunch');
  await expect.poll(() => has('hall')).toBe('relaunch');
  expect(await has('gate')).toBeUndefined();

  // What the organisation is there for comes with it, also where it is said only now.
  const mission = async () => {
    const { layout, slots } = (await walls.boards.snapshot('kitchen'))!;
    return slots[layout.takeover?.slot ?? '']?.data;
  };
  expect(await mission()).toMatchObject({ mission: null });
  walls.now = new Date('2026-11-05T09:00:01.500Z');
  const house = { id: 'organisation', team: null, at: walls.now.toISOString(), batch: null, name: 'Harbour' };
  await walls.store.commit([
    {
      put: 'organisation',
      record: { ...house, status: 'active', secret: '', sample: false, mission: 'Nobody leaves cold' },
    },
  ]);
  await expect.poll(mission).toMatchObject({ mission: 'Nobody leaves cold' });

  // What is urgent outranks it.
  await at('2026-11-05T09:00:02Z', {
    put: 'takeover',
    record: notice({ until: '2026-11-05T09:00:10.000Z' }),
  });
  await expect.poll(() => has('kitchen')).toBe('takeover');
  await at('2026-11-05T09:00:12Z');
  await expect.poll(() => has('kitchen')).toBe('relaunch');
  await at('2026-11-05T09:01:00Z');
  await expect.poll(() => has('kitchen')).toBeUndefined();
  expect(await has('hall')).toBeUndefined();
});

it('a critical is a hole until a comment of the turn is about it, and again when that is sorted otherwise', async () => {
  const holes = async () => (await walls.boards.standing('north'))?.holes;
  const criticals = ['wait', 'soup'].map((id) => ({ id, name: id, words: [], question: null }));
  await walls.store.commit([{ put: 'team', record: team({ criticals }) }]);
  expect(await holes()).toEqual(['wait', 'soup']);
  const said = (at: string, about: string[], id = at): Change => ({
    put: 'verbatim',
    record: verbatim({ id, at, criticals: about }),
  });
  await walls.store.commit([
    said('2026-11-01T09:00:00.000Z', ['wait']),
    said('2026-11-03T09:00:00.000Z', ['soup'], 'v'),
  ]);
  expect(await holes()).toEqual(['wait']);
  expect((await walls.boards.standing('north'))?.points.feedback.lacks).toContain('critical');
  await walls.store.commit([
    said('2026-11-03T09:00:00.000Z', [], 'v'),
    said('2026-11-04T09:00:00.000Z', ['wait']),
  ]);
  expect(await holes()).toEqual(['soup']);
});
