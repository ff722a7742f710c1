import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Thanks, Turn } from '../../domain/practice';
import type { Question } from '../../domain/records';
import { exampleTeam } from '../example-facts';
import type { FactsOf } from '../needs';
import { panel } from './panel';

const closedAt = '2026-11-22T14:12:00.000Z';
const of = { team: 'harbour-kitchen', at: closedAt, batch: null, version: 1 };
const turn = (number: number, at: string): Turn => ({
  ...of,
  id: `harbour-kitchen.turn.${number}`,
  at: '2026-11-01T09:00:00Z',
  status: 'closed',
  number,
  woken: null,
  closing: { at, by: 'Dana', thanks: 'thanks', question: 'q', learned: 'Say it before they ask.' },
});
const thanks: Thanks = {
  ...of,
  id: 'thanks',
  status: 'published',
  youSaid: null,
  weDid: null,
  signedBy: null,
  served: 1960,
  answered: 402,
};
const question: Question = {
  ...of,
  id: 'q',
  status: 'live',
  text: 'Was it warm?',
  metric: 'nps',
  scale: null,
};

type Facts = FactsOf<ReturnType<typeof panel.needs>>;
const facts = (more: Partial<Facts> = {}): Facts => ({
  team: exampleTeam(),
  mission: null,
  closed: [turn(14, closedAt)],
  thanks: [thanks],
  questions: [question],
  ...more,
});
const seconds = (after: number) => new Date(Date.parse(closedAt) + after * 1000);
const select = (after: number, more?: Partial<Facts>) => panel.select(facts(more), {}, seconds(after));

it('tells whom we thanked, what we ask and which turn begins, for a moment from the closing on', () => {
  const data = select(1);
  expect(data).toMatchObject({
    turn: 15,
    served: 1960,
    answered: 402,
    question: 'Was it warm?',
    learned: 'Say it before they ask.',
  });
  expect(v.is(panel.data, data)).toBe(true);
  const until = Date.parse(data?.until ?? '');
  expect(panel.takesOver?.(data!)).toEqual({ until: data?.until, alarm: false, once: true });
  expect(panel.lookAgain?.(facts(), {}, seconds(1))?.getTime()).toBe(until);
  expect(panel.select(facts(), {}, new Date(until - 1))).toBeDefined();
});

it('tells what the team is there for: its own line, else the organisation’s', () => {
  const own = exampleTeam({ mission: 'Warm food' });
  expect(select(1, { mission: 'Nobody leaves hungry' })?.mission).toBe('Nobody leaves hungry');
  expect(select(1, { team: own, mission: 'Nobody leaves hungry' })?.mission).toBe('Warm food');
  expect(select(1)?.mission).toBeNull();
});

it('is over for a wall that comes later, and asks for no look after that', () => {
  expect(select(60)).toBeUndefined();
  expect(select(86_400)).toBeUndefined();
  expect(panel.lookAgain?.(facts(), {}, seconds(60))).toBeUndefined();
});

it('is nothing where no turn was closed, and has no figures of another thanks', () => {
  expect(select(1, { closed: [] })).toBeUndefined();
  expect(select(1, { thanks: [{ ...thanks, id: 'older' }] })).toMatchObject({ served: null, answered: null });
});

it('begins with the leader’s line where the thanks that closed the turn holds one', () => {
  const leader = { account: 'l', name: 'Lea', express: 'I waited there myself.', reinforce: 'You asked.' };
  expect(select(1, { thanks: [{ ...thanks, leader }] })?.leader).toEqual({
    name: 'Lea',
    express: 'I waited there myself.',
  });
  expect(select(1, { thanks: [{ ...thanks, leader: { ...leader, express: null } }] })?.leader).toBeNull();
});
