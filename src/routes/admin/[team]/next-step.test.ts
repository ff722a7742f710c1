import { describe, expect, it } from 'vitest';
import { actionPoints, type ActionPoint } from '$lib/domain/action-point';
import type { Lack, PointStanding } from '$lib/domain/turn';
import { nextStep, type Known } from './next-step';

const fresh: PointStanding = { state: 'fresh', last: null, ripe: null, due: null, owner: null, lacks: [] };
const standing = (next: ActionPoint | null, lacks: Lack[] = []): Known['standing'] => ({
  next,
  quiet: null,
  points: Object.fromEntries(
    actionPoints.map((point) => [point, point === next ? { ...fresh, state: 'due', lacks } : fresh]),
  ) as Record<ActionPoint, PointStanding>,
});
const calm: Known = {
  waiting: 0,
  hasQuestion: true,
  hasAnswers: true,
  displays: 1,
  goal: { reached: false, daysLeft: 20, byHand: true },
  standing: standing(null),
};

describe('what a leader sees first', () => {
  it.each([
    [
      'the words for a goal that was reached, before anything else',
      { goal: { reached: true, daysLeft: -3, byHand: true }, waiting: 9, displays: 0 },
      'celebrate',
      'focus',
    ],
    ['a good deed to notice when nothing is due', {}, 'notice', 'involve'],
    [
      'the waiting comments, whatever else is due',
      { waiting: 2, goal: null, displays: 0 },
      'read-comments',
      'feedback',
    ],
    [
      'bringing feedback in while there is neither an answer nor a question',
      { hasAnswers: false, hasQuestion: false },
      'bring-feedback',
      'feedback',
    ],
    [
      'hanging a display before anything that would stand on it',
      { displays: 0, standing: standing('focus') },
      'hang-display',
      'neutral',
    ],
    [
      'the goal when its day has passed',
      { goal: { reached: false, daysLeft: -1, byHand: true } },
      'close-goal',
      'focus',
    ],
    ['a report that is missing', { standing: standing('feedback', ['report']) }, 'report', 'feedback'],
    ['showing the report', { standing: standing('involve', ['shown', 'shift']) }, 'show', 'involve'],
    ['the shifts that have not met it', { standing: standing('involve', ['shift']) }, 'shifts', 'involve'],
    [
      'a goal where there is none',
      { goal: null, standing: standing('focus', ['goal']) },
      'set-goal',
      'focus',
    ],
    ['the routine that the goal lacks', { standing: standing('focus', ['routine']) }, 'tie-goal', 'focus'],
    [
      'a reading of a goal that is read by hand',
      { standing: standing('focus', ['decision']) },
      'read-goal',
      'focus',
    ],
    [
      'a decision on a goal that follows a score',
      { goal: { reached: false, daysLeft: 9, byHand: false }, standing: standing('focus', ['decision']) },
      'decide',
      'focus',
    ],
    ['the thanks once the rest is done', { standing: standing('thanks') }, 'thank', 'thanks'],
    [
      'waking a board that fell asleep',
      { waiting: 2, standing: { ...standing('focus'), quiet: { since: '', days: 40, asleep: true } } },
      'wake',
      'neutral',
    ],
  ] as [string, Partial<Known>, string, string][])('is %s', (_, known, step, point) => {
    expect(nextStep({ ...calm, ...known })).toEqual({ step, point });
  });
});
