import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Challenge } from '../../domain/challenge';
import type { Goal } from '../../domain/practice';
import { exampleTeam } from '../example-facts';
import { panel } from './panel';

const now = new Date('2026-11-22T14:10:00Z');
const options = v.parse(panel.options, {});
const team = exampleTeam({ id: 'kitchen' });

const goal = (more: Partial<Goal> = {}): Goal => ({
  id: 'wait',
  team: 'kitchen',
  at: '2026-10-01T08:00:00Z',
  status: 'open',
  batch: null,
  version: 1,
  question: 'Did your food come when we said it would?',
  unit: 'in-100',
  baseline: 41,
  target: 70,
  start: '2026-10-01',
  due: '2026-12-31',
  follow: null,
  readings: [],
  ...more,
});
const reach = { at: '2026-11-22T10:10:00.000Z', value: 70, n: 126, day: '2026-11-22' };
const said = {
  words: 'You did it. I saw it.',
  next: 'Ask again.',
  at: '2026-11-22T14:05:00.000Z',
  by: 'Dana',
};
const celebrated = (more: Partial<Goal> = {}) =>
  goal({ status: 'reached', reach, celebration: said, ...more });

const select = (reached: Goal[], open: Goal[] = [], at = now, more = {}) =>
  panel.select({ team, reached, open, challenges: [] }, { ...options, ...more }, at);
const newsOf = (data: ReturnType<typeof select>, at = now) => data && panel.news?.(data, at);

it('shows the figure it was reached with, the leader’s words and name, and the next step', () => {
  const data = select([celebrated()]);
  expect(data).toMatchObject({
    value: 70,
    n: 126,
    reached: reach.at,
    words: 'You did it. I saw it.',
    by: 'Dana',
    next: { goal: false, text: 'Ask again.' },
  });
  expect(v.is(panel.data, data)).toBe(true);
});

it('breaks in with the words, for ten minutes', () => {
  const data = select([celebrated()]);
  expect(newsOf(data)).toEqual({ id: 'wait:words', play: 0 });
  expect(newsOf(data, new Date('2026-11-22T14:15:00Z'))).toBeUndefined();
});

it('waits for the leader’s words, and after so many hours plays without', () => {
  expect(select([], [goal({ reach })], new Date('2026-11-22T14:09:59Z'))).toBeUndefined();
  const plain = select([], [goal({ reach })]);
  expect(plain).toMatchObject({ value: 70, words: null, by: null, next: null });
  expect(newsOf(plain)).toEqual({ id: 'wait', play: 0 });
  expect(select([], [goal({ reach })], now, { hours: 5 })).toBeUndefined();
  const facts = { team, reached: [], open: [goal({ reach })], challenges: [] };
  expect(panel.lookAgain?.(facts, options, new Date('2026-11-22T12:00:00Z'))).toEqual(now);
});

it('is new again when words come after it has played without', () => {
  const plain = select([], [goal({ reach })]);
  expect(newsOf(select([celebrated()]))?.id).not.toBe(newsOf(plain)?.id);
});

it('names the next goal where the leader said nothing of what comes next', () => {
  const next = goal({ id: 'menu', question: 'Did we remember you?' });
  const wordsOnly = celebrated({ celebration: { ...said, next: null } });
  expect(select([wordsOnly], [next])?.next).toEqual({ goal: true, text: 'Did we remember you?' });
  expect(select([celebrated()], [next])?.next).toEqual({ goal: false, text: 'Ask again.' });
});

it('goes after its days, and the newest celebration stands before older ones', () => {
  expect(select([celebrated()], [], new Date('2026-11-24T23:59:00Z'))).toBeDefined();
  expect(select([celebrated()], [], new Date('2026-11-25T00:00:00Z'))).toBeUndefined();
  const older = celebrated({ id: 'old', celebration: { ...said, at: '2026-11-21T09:00:00.000Z' } });
  expect(select([older, celebrated()])?.id).toBe('wait:words');
  const facts = { team, reached: [celebrated()], open: [], challenges: [] };
  expect(panel.lookAgain?.(facts, options, new Date('2026-11-22T20:00:00Z'))).toEqual(
    new Date('2026-11-25T00:00:00Z'),
  );
});

it('gives no figure that nobody took, or that too few stand behind', () => {
  expect(select([celebrated({ reach: null })])).toMatchObject({ value: null, reached: null });
  expect(select([celebrated({ reach: { ...reach, n: 4 } })])).toMatchObject({ value: null, n: null });
  const byHand = celebrated({ reach: null, readings: [{ day: '2026-11-20', value: 68, n: 90 }] });
  expect(select([byHand])).toMatchObject({ value: 68, n: 90 });
});

it('has nothing to celebrate while the goal is on its way, or was given up', () => {
  expect(select([], [goal()])).toBeUndefined();
  expect(select([], [])).toBeUndefined();
});

it('is personal only where a leader spoke', () => {
  const [words, plain] = [select([celebrated()]), select([], [goal({ reach })])];
  expect(words && panel.personal?.(words)).toBe(true);
  expect(plain && panel.personal?.(plain)).toBe(false);
});

const met: Challenge = {
  ...{ id: 'dare', team: 'kitchen', at: '2026-11-22T14:05:00.000Z', status: 'reached', batch: null },
  ...{ version: 4, challenge: 'dare', behaviour: 'thanks to colleagues', target: 50, together: true },
  ...{ until: '2026-11-25', acts: [] },
  sides: [
    { team: 'kitchen', name: 'Kitchen', answer: 'asks', words: null, count: 9 },
    { team: 'bar', name: 'Bar', answer: 'declined', words: 'No', count: 0 },
    { team: 'floor', name: 'Floor', answer: 'accepted', words: null, count: 41 },
  ],
};
const withChallenge = (reached: Goal[] = [], at = now) =>
  panel.select({ team, reached, open: [], challenges: [met] }, options, at);

it('celebrates a challenge that was met, with those who did it and nobody’s count, and breaks in with it', () => {
  const data = withChallenge();
  expect(data).toMatchObject({
    ...{ question: 'thanks to colleagues', value: 50, reached: met.at, words: null },
    challenge: { teams: ['Floor'], together: true },
  });
  expect(v.is(panel.data, data)).toBe(true);
  expect(JSON.stringify(data)).not.toMatch(/41|Bar/);
  expect(newsOf(data)).toEqual({ id: 'dare', play: 0 });
  expect(withChallenge([], new Date('2026-11-25T00:00:00Z'))).toBeUndefined();
  const facts = { team, reached: [], open: [], challenges: [met] };
  expect(panel.lookAgain?.(facts, options, now)).toEqual(new Date('2026-11-22T14:15:00Z'));
});

it('celebrates what came last, a goal or a challenge', () => {
  const sooner = celebrated({ celebration: { ...said, at: '2026-11-22T14:04:00.000Z' } });
  const later = celebrated({ celebration: { ...said, at: '2026-11-22T14:06:00.000Z' } });
  expect(withChallenge([sooner])?.id).toBe('dare');
  expect(withChallenge([later])?.id).toBe('wait:words');
});
