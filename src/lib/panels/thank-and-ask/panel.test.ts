import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Thanks } from '../../domain/practice';
import type { Question } from '../../domain/records';
import type { FactsOf, Place } from '../needs';
import { examplePlace, exampleTeam } from '../example-facts';
import { panel } from './panel';
import { qrCode } from '../qr';

const now = new Date('2026-11-22T14:10:00Z');

const team = exampleTeam({ id: 'kitchen' });

const place = examplePlace({ audience: 'customers', ask: 'http://huddle.local/ask/kitchen' });

const thanks: Thanks = {
  id: 'thanks-1',
  team: 'kitchen',
  at: '2026-11-20T08:00:00Z',
  status: 'published',
  batch: null,
  version: 1,
  youSaid: 'I never knew how long the wait would be.',
  weDid: 'Now we tell you the wait before you ask.',
  signedBy: 'Dana, team leader',
  served: 1960,
};

const question: Question = {
  id: 'question-1',
  team: 'kitchen',
  at: '2026-11-01T08:00:00Z',
  status: 'live',
  batch: null,
  version: 1,
  text: 'How are we doing?',
  metric: 'nps',
  scale: null,
};

type Facts = FactsOf<ReturnType<typeof panel.needs>>;
const select = (more: Partial<Facts>) =>
  panel.select(
    { team, place, thanks: [thanks], questions: [question], answers: [], asked: [], ...more },
    {},
    now,
  );

it('thanks everyone who answered in the last 30 local days, over all measures', () => {
  const data = select({
    answers: [
      {
        measure: 'nps',
        latest: '2026-11-22T10:00:00Z',
        rows: [
          { day: '2026-11-22', value: 9, count: 3 },
          { day: '2026-10-24', value: 2, count: 4 },
          { day: '2026-10-23', value: 2, count: 100 },
        ],
      },
      { measure: 'csat', latest: '2026-11-20T10:00:00Z', rows: [{ day: '2026-11-20', value: 5, count: 5 }] },
    ],
  });
  expect(data?.answered).toBe(12);
  expect(data?.served).toBe(1960);
  expect(v.is(panel.data, data)).toBe(true);
});

it('thanks those who answered in the turn itself, where they were counted, and names the manager who signed', () => {
  const cosign = { asked: '2026-11-20T08:00:00Z', by: 'r', name: 'Ravi', at: '2026-11-20T09:00:00Z' };
  const data = select({
    thanks: [{ ...thanks, answered: 402, cosign }],
    answers: [{ measure: 'nps', latest: '', rows: [{ day: '2026-11-22', value: 9, count: 3 }] }],
  });
  expect(data).toMatchObject({ answered: 402, signedBy: 'Dana, team leader', cosignedBy: 'Ravi' });
  expect(select({ thanks: [{ ...thanks, cosign: { asked: cosign.asked } }] })?.cosignedBy).toBeNull();
});

it('is complete with nothing said, nothing answered, no question', () => {
  const data = select({ thanks: [], questions: [] });
  expect(data).toMatchObject({
    youSaid: null,
    weDid: null,
    signedBy: null,
    served: null,
    answered: null,
    question: null,
  });
  expect(data?.code.path).toMatch(/^M/);
});

it('never thanks nobody: zero is unknown', () => {
  expect(select({ thanks: [{ ...thanks, served: 0 }] })?.served).toBeNull();
});

it('leads customers to the question, and staff to their own page', () => {
  expect(select({})).toMatchObject({ audience: 'customers', code: { address: place.ask } });
  const staff: Place = { ...place, audience: 'staff', join: 'http://huddle.local/team/kitchen?join=abc' };
  expect(select({ place: staff })).toMatchObject({ audience: 'staff', code: { address: staff.join } });
});

it('keeps the join code off a wall for customers, even when it is given one', () => {
  const data = select({ place: { ...place, join: 'http://huddle.local/team/kitchen?join=abc' } });
  expect(data?.code.address).toBe(place.ask);
});

it('draws the three corners of a QR code inside four light modules', () => {
  const { size, path } = qrCode('http://huddle.local/ask/kitchen');
  const dark = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let i = 0; i < Number(width); i++) dark[Number(y)]![Number(x) + i] = true;
  const corner = (x: number, y: number) => dark.slice(y, y + 7).map((row) => row.slice(x, x + 7));
  const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'].map((row) =>
    [...row].map((module) => module === '1'),
  );
  expect(corner(4, 4)).toEqual(finder);
  expect(corner(size - 11, 4)).toEqual(finder);
  expect(corner(4, size - 11)).toEqual(finder);
  expect(dark.slice(0, 4).flat().concat(dark.slice(-4).flat()).includes(true)).toBe(false);
  expect(dark.some((row) => row.slice(0, 4).includes(true) || row.slice(-4).includes(true))).toBe(false);
});

it('tells staff how to ask this week and how often they did, and customers nothing of it', () => {
  const counted = (week: string, taps: number): Facts['asked'][number] => ({
    id: week,
    team: 'kitchen',
    at: `${week}T10:00:00Z`,
    status: 'counted',
    batch: null,
    version: 1,
    week,
    taps,
    acts: [],
  });
  const said = { ...team, phrase: 'What could we do better?' };
  const forStaff = { ...place, audience: 'staff' as const, join: 'http://huddle.local/team/kitchen?join=B' };
  const phrase = (asked: Facts['asked']) => select({ team: said, place: forStaff, asked })?.phrase;
  expect(phrase([counted('2026-11-16', 14)])).toEqual({ text: 'What could we do better?', asked: 14 });
  // Last week's taps are last week's.
  expect(phrase([counted('2026-11-09', 14)])).toEqual({ text: 'What could we do better?', asked: 0 });
  expect(select({ place: forStaff })?.phrase).toBeNull();
  expect(select({ team: said })?.phrase).toBeNull();
});

it('has the leader’s lines to the team on walls for staff alone, without the account', () => {
  const leader = { account: 'l', name: 'Lea', express: 'I waited there myself.', reinforce: null };
  const said = [{ ...thanks, leader }];
  expect(select({ thanks: said, place: examplePlace() })?.leader).toEqual({
    name: 'Lea',
    express: 'I waited there myself.',
    reinforce: null,
  });
  expect(select({ thanks: said })?.leader).toBeNull();
  expect(select({ place: examplePlace() })?.leader).toBeNull();
});
