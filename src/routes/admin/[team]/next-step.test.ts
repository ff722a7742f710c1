import { describe, expect, it } from 'vitest';
import { nextStep, type Standing } from './next-step';

const calm: Standing = {
  waiting: 0,
  hasQuestion: true,
  hasAnswers: true,
  displays: 1,
  goal: { reached: false, daysLeft: 20, byHand: true, readingAge: 2 },
  shoutOutAge: 1,
  thanksAge: 3,
  cadenceDays: 7,
};

describe('what a leader sees first', () => {
  it('is a good deed to notice when nothing is due', () => {
    expect(nextStep(calm)).toEqual({ step: 'notice', point: 'involve' });
  });

  it('is the words for a goal that was reached, before anything else', () => {
    const goal = { reached: true, daysLeft: -3, byHand: true, readingAge: 0 };
    expect(nextStep({ ...calm, goal, waiting: 9, displays: 0 })).toEqual({
      step: 'celebrate',
      point: 'focus',
    });
  });

  it('is the waiting comments, whatever is due but that', () => {
    expect(nextStep({ ...calm, waiting: 2, goal: null, displays: 0 }).step).toBe('read-comments');
  });

  it('is bringing feedback in while there is neither an answer nor a question', () => {
    expect(nextStep({ ...calm, hasAnswers: false, hasQuestion: false }).step).toBe('bring-feedback');
    expect(nextStep({ ...calm, hasAnswers: false }).step).not.toBe('bring-feedback');
  });

  it('is hanging a display before anything that would stand on it', () => {
    expect(nextStep({ ...calm, displays: 0, goal: null })).toEqual({
      step: 'hang-display',
      point: 'neutral',
    });
  });

  it('is the goal when its day has passed, when it has no fresh reading, or when there is none', () => {
    expect(
      nextStep({ ...calm, goal: { reached: false, daysLeft: -1, byHand: true, readingAge: 0 } }).step,
    ).toBe('close-goal');
    expect(
      nextStep({ ...calm, goal: { reached: false, daysLeft: 0, byHand: true, readingAge: 7 } }).step,
    ).toBe('notice');
    expect(
      nextStep({ ...calm, goal: { reached: false, daysLeft: 9, byHand: true, readingAge: 8 } }).step,
    ).toBe('read-goal');
    expect(
      nextStep({ ...calm, goal: { reached: false, daysLeft: 9, byHand: false, readingAge: null } }).step,
    ).toBe('notice');
    expect(nextStep({ ...calm, goal: null }).step).toBe('set-goal');
  });

  it('is a shout-out after a quiet week and thanks after a quiet month', () => {
    expect(nextStep({ ...calm, shoutOutAge: 7, thanksAge: 40 }).step).toBe('shout-out');
    expect(nextStep({ ...calm, thanksAge: 30 }).step).toBe('thank');
    expect(nextStep({ ...calm, thanksAge: null }).step).toBe('thank');
  });
});
