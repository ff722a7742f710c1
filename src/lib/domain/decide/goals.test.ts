import { describe, expect, it } from 'vitest';
import { nothingShown, picture } from '../../../../tests/support/records';
import type { Actor, Commands } from '../command';
import { decide } from '../decide';
import type { Goal } from '../practice';
import type { Team } from '../records';
import { newTeam } from './teams';

const now = new Date('2026-11-22T10:00:00Z');
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['t'] };
const house: Actor = { as: 'house' };
const team: Team = {
  ...newTeam({ id: 't', name: 'Café', timeZone: 'Europe/London', customer: 'guest' }, now),
  version: 1,
};
const goal = (more: Partial<Goal> = {}): Goal => ({
  id: 'g',
  team: 't',
  at: '2026-10-01T08:00:00.000Z',
  status: 'open',
  batch: null,
  version: 3,
  question: 'Warm soup?',
  unit: 'in-100',
  baseline: 41,
  target: 70,
  start: '2026-10-01',
  due: '2026-12-31',
  follow: null,
  readings: [],
  ...more,
});

/** The goal as a decision leaves it; the code of a refusal, or nothing where it changes nothing. */
function left(result: ReturnType<typeof decide>): Partial<Goal> | string | undefined {
  if (!result.ok)
    return [
      result.refusal.code,
      ...(result.refusal.faults ?? []).map((fault) => `${fault.path}: ${fault.code}`),
    ].join(' ');
  const [change] = result.value.changes;
  return change && 'record' in change ? (change.record as Goal) : undefined;
}
const read = (of: Goal, value: number, more: Partial<Commands['goal:read']> = {}) =>
  left(decide('goal:read', { team: 't', id: 'g', value, ...more }, { team, goal: of }, leader, now));
const close = (of: Goal, more: Partial<Commands['goal:close']> = {}) =>
  left(
    decide(
      'goal:close',
      { team: 't', id: 'g', reached: true, words: 'You did it.', ...more },
      { ...nothingShown, team, goal: of },
      leader,
      now,
    ),
  );

const reach = { at: '2026-11-21T10:00:00.000Z', value: 71, n: null, day: '2026-11-21' };

describe('a reading', () => {
  it('at the target notes when the goal was reached and with what figure; one below takes it back', () => {
    expect(read(goal(), 69)).toMatchObject({ reach: null });
    expect(read(goal(), 70, { n: 126 })).toMatchObject({
      reach: { at: '2026-11-22T10:00:00.000Z', value: 70, n: 126, day: '2026-11-22' },
    });
    expect(read(goal({ reach }), 74)).toMatchObject({ reach });
    expect(read(goal({ reach }), 60)).toMatchObject({ reach: null });
  });

  it('of fewer than the team shows figures for reaches nothing', () => {
    expect(read(goal(), 100, { n: 4 })).toMatchObject({ reach: null });
  });

  it('of an older day does not undo the newest', () => {
    const reached = goal({ readings: [{ day: '2026-11-22', value: 72, n: null }], reach });
    expect(read(reached, 50, { day: '2026-11-01' })).toMatchObject({ reach });
  });

  it('says nothing about a goal that follows a score', () => {
    expect(read(goal({ follow: 'nps', reach }), 10)).toMatchObject({ reach });
  });
});

describe('the house', () => {
  const stand = { value: 72, n: 90, day: '2026-11-22' };
  const note = (of: Goal, found: typeof stand | null, actor: Actor = house) =>
    left(decide('goal:reach', { team: 't', id: 'g', stand: found }, { team, goal: of }, actor, now));

  it('notes once when a goal is reached, and takes it back while nobody has spoken', () => {
    expect(note(goal(), stand)).toMatchObject({ reach: { ...stand, at: '2026-11-22T10:00:00.000Z' } });
    expect(note(goal({ reach }), stand)).toBeUndefined();
    expect(note(goal({ reach }), null)).toMatchObject({ reach: null });
    expect(note(goal({ reach, status: 'reached' }), null)).toBeUndefined();
  });

  it('alone may say so', () => {
    expect(note(goal(), stand, leader)).toBe('not-yours');
  });
});

describe('a goal that was reached', () => {
  it('is celebrated in the words, by the name and at the time of the leader, with the next step', () => {
    expect(close(goal({ reach }), { next: 'Ask  again.' })).toMatchObject({
      status: 'reached',
      reach,
      celebration: { words: 'You did it.', next: 'Ask again.', by: 'Lea', at: '2026-11-22T10:00:00.000Z' },
    });
  });

  it('needs words, and not too many', () => {
    expect(close(goal({ reach }), { words: ' ' })).toBe('invalid words: no-words');
    expect(close(goal({ reach }), { words: 'a'.repeat(161), next: 'b'.repeat(91) })).toBe(
      'invalid words: too-long next: too-long',
    );
    expect(close(goal({ reach }), { words: 'a'.repeat(160), next: 'b'.repeat(90) })).toMatchObject({
      status: 'reached',
    });
  });

  it('takes words later where it was celebrated without any, and keeps those it has', () => {
    const plain = goal({ status: 'reached', celebration: { words: '', next: null, at: reach.at } });
    expect(close(plain)).toMatchObject({ celebration: { words: 'You did it.' } });
    expect(close({ ...plain, celebration: { words: 'Before.', next: null, at: reach.at } })).toBeUndefined();
    expect(close(goal({ status: 'closed' }))).toBe('goal-is-closed');
  });

  it('is celebrated, not closed, when another takes its place', () => {
    const set = (open: Goal) =>
      left(
        decide(
          'goal:set',
          {
            id: 'h',
            team: 't',
            question: 'More?',
            unit: 'count',
            baseline: 1,
            target: 2,
            due: '2026-12-24',
            routine: 'Handover',
          },
          { ...nothingShown, team, existing: undefined, open: [open], aim: undefined },
          leader,
          now,
        ),
      );
    expect(set(goal({ reach }))).toMatchObject({
      id: 'g',
      status: 'reached',
      celebration: { words: '', next: null, at: '2026-11-22T10:00:00.000Z' },
    });
    expect(set(goal())).toMatchObject({ id: 'g', status: 'closed' });
  });
});

describe('the picture of a goal', () => {
  const table = { ...picture({ id: 'table', team: 't' }), version: 1 };
  const give = (of: Goal, given: typeof table | null = table, shown = {}, by: Actor = leader) =>
    decide(
      'goal:picture',
      { team: 't', id: 'g', picture: given?.id ?? null },
      { ...nothingShown, ...shown, team, goal: of, picture: given ?? undefined },
      by,
      now,
    );
  const changes = (result: ReturnType<typeof give>) => result.ok && result.value.changes;
  const erased = { erase: 'picture', id: 'old', forget: true };

  it('is given to the open goal, and the one before goes for good unless something else shows it', () => {
    expect(changes(give(goal()))).toMatchObject([{ put: 'goal', record: { picture: 'table' } }]);
    const before = goal({ picture: 'old' });
    expect(changes(give(before))).toMatchObject([{ record: { picture: 'table' } }, erased]);
    expect(changes(give(before, null))).toMatchObject([{ record: { picture: null } }, erased]);
    expect(changes(give(before, null, { stories: [{ id: 's', picture: 'old' }] }))).toHaveLength(1);
    expect(changes(give(goal({ picture: 'table' })))).toEqual([]);
    expect(changes(give(goal(), null))).toEqual([]);
  });

  it('is refused with people on it, another team’s, on a goal that is over, and from whoever does not lead', () => {
    expect(left(give(goal(), { ...table, people: true }))).toBe('invalid picture-people: people-on-goal');
    expect(left(give(goal(), { ...table, team: 'other' }))).toBe('invalid picture: unknown-picture');
    expect(left(give(goal({ status: 'closed' })))).toBe('goal-is-closed');
    expect(left(give(goal(), table, {}, { ...leader, teams: [] } as Actor))).toBe('not-yours');
  });

  it('goes when the goal ends: reached, given up, or another set in its place', () => {
    const of = goal({ picture: 'old' });
    const end = (reached: boolean) =>
      decide(
        'goal:close',
        { team: 't', id: 'g', reached, words: 'You did it.' },
        { ...nothingShown, team, goal: of },
        leader,
        now,
      );
    for (const reached of [true, false])
      expect(changes(end(reached))).toMatchObject([{ record: { picture: null } }, erased]);
    const next = decide(
      'goal:set',
      {
        ...{ id: 'h', team: 't', question: 'More?', unit: 'count', baseline: 1, target: 2 },
        ...{ due: '2026-12-24', routine: 'Handover' },
      },
      { ...nothingShown, team, existing: undefined, open: [of], aim: undefined },
      leader,
      now,
    );
    expect(changes(next)).toMatchObject([
      { record: { id: 'g', status: 'closed', picture: null } },
      erased,
      { record: { id: 'h' } },
    ]);
  });
});
