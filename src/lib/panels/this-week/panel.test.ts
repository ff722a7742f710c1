import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Challenge } from '../../domain/challenge';
import type { Interest } from '../../domain/interest';
import { unseen, type LibraryCard } from '../../domain/library';
import type { Team } from '../../domain/records';
import { goal as newGoal, verbatim } from '../../../../tests/support/records';
import { exampleTeam } from '../example-facts';
import { panel } from './panel';

const now = new Date('2026-11-22T14:10:00Z');
const options = v.parse(panel.options, {});
const critical = (id: string, name: string) => ({ id, name, words: [], question: null });
const team = exampleTeam({
  id: 'kitchen',
  minimumN: 5,
  criticals: [critical('warm', 'Warm food'), critical('wait', 'Waiting'), critical('price', 'Prices')],
});
const rows = (critical: string, value: number, count: number, day = '2026-11-20') => ({
  ...{ critical, value, count, day },
});
const about = [
  {
    measure: 'csat',
    rows: [
      ...[rows('warm', 5, 6), rows('wait', 5, 3), rows('wait', 1, 3)],
      // Of too few, and of the turn before.
      ...[rows('price', 1, 4), rows('warm', 1, 50, '2026-10-01')],
    ],
  },
];
const answers = [{ measure: 'csat', latest: now.toISOString(), rows: [rows('', 5, 12)] }];
const turn = {
  ...{ id: 'kitchen.turn.3', team: 'kitchen', at: '2026-11-01T09:00:00Z', status: 'open' as const },
  ...{ batch: null, version: 1, number: 3, woken: null, closing: null },
};
const interest = (part: number): Interest => ({
  ...{ id: 'kitchen.interest.3', team: 'kitchen', at: turn.at, status: 'open', batch: null, version: 1 },
  ...{ turn: 3, taps: {}, marks: [], part },
});
const asked = (week: string) => ({
  ...{ id: `kitchen.asked.${week}`, team: 'kitchen', at: turn.at, status: 'counted' as const, batch: null },
  ...{ version: 1, week, taps: 9, standard: 4, acts: [] },
});
const select = (
  more: Partial<Team> = {},
  given: Partial<Parameters<typeof panel.select>[0]> = {},
  leaders = false,
) =>
  panel.select(
    {
      team: { ...team, ...more },
      asked: [],
      answers,
      returning: [],
      about: [],
      turns: [turn],
      interests: [],
      goals: [],
      sample: null,
      leading: null,
      library: [],
      challenges: [],
      ...given,
    },
    { ...options, leaders },
    now,
  );

it('says how the team greets, and its standard with the time in it and how often it was kept this week', () => {
  const said = { greeting: 'Welcome back!', standard: 'Two of us greet within 5 seconds' };
  const data = select(said, { asked: [asked('2026-11-16')] });
  expect(data?.cards).toEqual([
    { what: 'greeting', text: 'Welcome back!' },
    { what: 'standard', text: said.standard, figure: '5\u00a0seconds', times: 4 },
  ]);
  expect(v.is(panel.data, data)).toBe(true);
  expect(data && panel.plays?.(data)).toBe(2);
  expect(select(said, { asked: [asked('2026-11-09')] })?.cards[1]).toMatchObject({ times: 0 });
});

it('practises the critical that went least well in this turn, of those with enough answers', () => {
  expect(select({}, { about })?.cards).toEqual([
    { what: 'practice', critical: 'Waiting', customer: 'guest' },
  ]);
  expect(select({ minimumN: 7 }, { about })).toBeUndefined();
  expect(select({}, { about, turns: [{ ...turn, at: '2026-11-21T09:00:00Z' }] })).toBeUndefined();
});

it('says which share took part, in full tens, and nothing below the team’s minimum or of another turn', () => {
  const share = (people: number | null, part: number, more = {}) =>
    select({ people }, { interests: [{ ...interest(part), ...more }] })?.cards;
  expect(share(12, 9)).toEqual([{ what: 'part', share: 70, turn: 3 }]);
  expect(share(12, 20)).toMatchObject([{ share: 100 }]);
  expect(share(20, 19)).toMatchObject([{ share: 90 }]);
  for (const none of [share(12, 4), share(4, 4), share(null, 9), share(12, 9, { id: 'kitchen.interest.2' })])
    expect(none).toBeUndefined();
});

it('is for staff, and hangs nowhere while there is nothing to say', () => {
  expect(panel.audiences).toEqual(['staff']);
  expect(select()).toBeUndefined();
});

it('says how the goal sounds once it is there, while both hang', () => {
  const goal = { ...newGoal({ question: 'Warm?', target: 70, due: '2026-12-31' }), version: 1 };
  const sample = { ...verbatim({ text: 'All was warm', value: 9, status: 'approved' }), version: 1 };
  const data = select({}, { goals: [goal], sample });
  expect(data?.cards).toEqual([
    {
      ...{ what: 'sample', text: 'All was warm', value: 9, question: 'Warm?', target: 70 },
      ...{ due: '2026-12-31', today: '2026-11-22' },
    },
  ]);
  expect(data && panel.personal?.(data)).toBe(true);
  expect(select({}, { goals: [goal] })).toBeUndefined();
  expect(select({}, { sample })).toBeUndefined();
});

it('hangs what the team says of its leaders beside the customers’ score, only where that is asked for', () => {
  const leading = { from: '2026-11', to: '2026-11', faces: [1, 1, 4] };
  const data = select({}, { leading }, true);
  expect(data?.cards).toEqual([
    {
      ...{ what: 'sides', form: 'share', from: '2026-11', to: '2026-11', customer: 'guest' },
      ...{ customers: { score: 100, n: 12 }, team: { score: 67, n: 6 } },
    },
  ]);
  expect(v.is(panel.data, data)).toBe(true);
  expect(select({}, { leading })).toBeUndefined();
  expect(select({}, { leading: null }, true)).toBeUndefined();
  expect(v.parse(panel.options, {})).toEqual({ leaders: false });
});

it('hangs who looks forward to coming back beside the customers’ answers, and nothing below the team’s minimum', () => {
  const said = (count: number) => [
    { measure: 'rating:1-5:4', latest: now.toISOString(), rows: [rows('', 4, count), rows('', 1, 1)] },
  ];
  const data = select({}, { returning: said(4) });
  expect(data?.cards).toEqual([
    {
      ...{ what: 'returning', by: 'satisfied', customer: 'guest' },
      ...{ returning: { score: 80, n: 5 }, pleased: { score: 100, n: 12 } },
    },
  ]);
  expect(v.is(panel.data, data)).toBe(true);
  expect(select({}, { returning: said(3) })).toBeUndefined();
  expect(select({ minimumN: 13 }, { returning: said(40) })).toBeUndefined();
});

const libraryCard = (more: Partial<LibraryCard>): LibraryCard => ({
  ...{
    id: 'card',
    team: 'kitchen',
    at: '2026-11-20T09:00:00Z',
    status: 'published',
    batch: null,
    version: 1,
  },
  ...{ sort: 'model', title: 'By name', lines: ['Welcome back!'], from: null, seen: [], acts: [], ...more },
});

it('has a card of each sort from the library: today’s tip, what to look for with its count, and whose it is', () => {
  const from = { card: 'theirs', team: 'desk', name: 'Front Desk' };
  const looked = ['Says the name', 'Looks up'];
  const seen = unseen('training', looked).map((week, at) => (at === 0 ? [1, 5] : week));
  const of = { when: null, came: null, times: 0, credit: null };
  const data = select(
    {},
    {
      library: [
        libraryCard({ id: 'old', at: '2026-11-19T09:00:00Z', lines: ['Hello'] }),
        libraryCard({ status: 'adopted', from }),
        libraryCard({ sort: 'tips', title: 'Listening', lines: ['Wait', 'Nod', 'Say it back'] }),
        // The second day of looking for the second of two.
        libraryCard({ sort: 'training', at: '2026-11-21T09:00:00Z', title: 'Course', lines: looked, seen }),
        libraryCard({ sort: 'trick', title: 'Bread', lines: ['Bring bread', 'it takes long', 'All stayed'] }),
      ],
    },
  );
  expect(data?.cards).toEqual([
    {
      ...{ ...of, what: 'library', sort: 'trick', title: 'Bread', text: 'Bring bread', nth: 0, of: 3 },
      ...{ when: 'it takes long', came: 'All stayed' },
    },
    {
      ...{ ...of, what: 'library', sort: 'model', title: 'By name', text: 'Welcome back!', nth: 0, of: 1 },
      credit: 'Front Desk',
    },
    { ...of, what: 'library', sort: 'tips', title: 'Listening', text: 'Say it back', nth: 2, of: 3 },
    {
      ...{ ...of, what: 'library', sort: 'training', title: 'Course', text: 'Looks up', nth: 1, of: 2 },
      times: 5,
    },
  ]);
  expect(v.is(panel.data, data)).toBe(true);
});

it('lets go of a card of the library once its days are over, or it was withdrawn', () => {
  expect(select({}, { library: [libraryCard({ at: '2026-11-15T09:00:00Z' })] })).toBeUndefined();
  expect(select({}, { library: [libraryCard({ status: 'withdrawn' })] })).toBeUndefined();
  const two = libraryCard({ sort: 'tips', lines: ['Wait', 'Nod'] });
  expect(select({}, { library: [two] })).toBeUndefined();
});

const dare = (more: Partial<Challenge> = {}): Challenge => ({
  ...{ id: 'dare', team: 'kitchen', at: turn.at, status: 'on', batch: null, version: 1, challenge: 'dare' },
  ...{ behaviour: 'thanks to colleagues', target: 50, together: true, until: '2026-11-25', acts: ['a'] },
  sides: [
    { team: 'kitchen', name: 'Kitchen', answer: 'asks', words: null, count: 12 },
    { team: 'bar', name: 'Bar', answer: 'accepted', words: 'Gladly', count: 26 },
    { team: 'cellar', name: 'Cellar', answer: 'declined', words: 'Next time', count: 0 },
    { team: 'floor', name: 'Floor', answer: 'accepted', words: null, count: 1 },
  ],
  ...more,
});
const challenged = (more?: Partial<Challenge>) => select({}, { challenges: [dare(more)] })?.cards[0];

it('counts a challenge for all who do it together, names them as they were asked, and says how many days are left', () => {
  expect(challenged()).toEqual({
    ...{ what: 'challenge', text: 'thanks to colleagues', count: 39, target: 50, left: 3 },
    others: [
      { name: 'Bar', count: null },
      { name: 'Floor', count: null },
    ],
  });
  expect(v.is(panel.data, select({}, { challenges: [dare()] }))).toBe(true);
  expect(challenged({ until: '2026-11-22' })).toMatchObject({ left: 0 });
});

it('counts it for this team where each does it by itself, and the others beside it, never in the order of their counts', () => {
  expect(challenged({ together: false })).toMatchObject({
    count: 12,
    others: [
      { name: 'Bar', count: 26 },
      { name: 'Floor', count: 1 },
    ],
  });
});

it('thanks for a challenge that was not reached for some days, and then says no more of it', () => {
  expect(challenged({ until: '2026-11-21' })).toMatchObject({ left: null, count: 39 });
  expect(challenged({ until: '2026-11-19' })).toMatchObject({ left: null });
  expect(challenged({ until: '2026-11-18' })).toBeUndefined();
});
