import * as v from 'valibot';
import { expect, it } from 'vitest';
import * as records from '../../../../tests/support/huddles';
import { brainstormAgenda, kickOffAgenda } from '../../domain/huddle';
import { goal, picture, shoutOut, verbatim } from '../../../../tests/support/records';
import { examplePlace, exampleTeam } from '../example-facts';
import type { FactsOf } from '../needs';
import { panel } from './panel';

const now = new Date('2026-11-22T12:00:00Z');
type Facts = FactsOf<ReturnType<typeof panel.needs>>;
const whole = <T>(record: T) => ({ ...record, version: 1 });
const facts = (over: Partial<Facts> = {}): Facts => ({
  team: exampleTeam(),
  place: examplePlace({ join: 'https://board.example/team/north?join=BCDF' }),
  huddles: [whole(records.huddle())],
  ballots: [],
  answers: [],
  verbatims: [],
  notes: [],
  goals: [],
  commitments: [],
  findings: [],
  topics: [],
  experiments: [],
  shoutOuts: [],
  stalled: [],
  declaration: null,
  sample: null,
  goalPicture: null,
  mission: null,
  ...over,
});
const select = (over: Partial<Facts> = {}, at = now) => panel.select(facts(over), {}, at);

it('is there while a huddle is on, and looks again at its end', () => {
  const data = select();
  expect(v.is(panel.data, data)).toBe(true);
  expect(data).toMatchObject({ clock: { at: '2026-11-22T11:59:00.000Z', step: 0, extra: 0 }, host: null });
  expect(select({ huddles: [] })).toBeUndefined();
  const end = new Date('2026-11-22T12:02:00Z');
  expect(panel.lookAgain?.(facts(), {}, now)).toEqual(end);
  expect(select({}, new Date(end.getTime() - 1))).toBeDefined();
  expect(select({}, end)).toBeUndefined();
});

it('has the whole wall until then, a dark one too', () => {
  const longer = { step: 2, since: '2026-11-22T12:00:00.000Z', extra: 30 };
  const data = select({ huddles: [whole(records.huddle(longer))] });
  expect(data && panel.takesOver?.(data)).toEqual({ until: '2026-11-22T12:02:30.000Z', alarm: true });
});

it('reviews what was open before, leaders first; what this huddle commits to stands apart', () => {
  const made = (id: string, over: Parameters<typeof records.commitment>[0] = {}) =>
    whole(records.commitment({ id, ...over }));
  const data = select({
    commitments: [
      made('new'),
      made('new-leader', { who: 'leader' }),
      made('open', { huddle: 'before' }),
      made('open-leader', { huddle: 'before', who: 'leader' }),
    ],
  });
  expect(data?.review.map(({ id }) => id)).toEqual(['open-leader', 'open']);
  expect(data?.commitments.map(({ id }) => id)).toEqual(['new-leader', 'new']);
});

it('counts markers and votes and names nobody', () => {
  const data = select({
    ballots: [
      whole(
        records.ballot({
          places: [
            { mark: 'Qx1', now: 4, need: 8 },
            { mark: 'Qx2', now: 6, need: 9 },
          ],
          questions: [
            { id: 'q1', text: 'Was it warm?', mark: 'Qx1' },
            { id: 'q2', text: 'Was it quick?', mark: 'Qx2' },
          ],
          votes: [{ mark: 'Qx1', question: 'q2' }],
        }),
      ),
    ],
  });
  expect(data?.spread).toMatchObject({ n: 2, middle: { now: 4, need: 8 } });
  expect(data?.ask).toEqual({ text: 'Was it quick?', votes: 1 });
  expect(JSON.stringify(data)).not.toContain('Qx');
  const other = select({
    ballots: [whole(records.ballot({ id: 'other.ballot', places: [{ mark: '', now: 1, need: 1 }] }))],
  });
  expect(other?.spread.n).toBe(0);
});

it('brings what is known for its steps, and no score below the minimum of answers', () => {
  const answered = (count: number) => [
    { measure: 'nps', latest: '2026-11-22T11:00:00Z', rows: [{ day: '2026-11-22', value: 10, count }] },
  ];
  const data = select({
    answers: answered(5),
    verbatims: [whole(verbatim({ status: 'approved', text: 'Warm bread.' }))],
    goals: [whole(goal({ question: 'Do we say the wait?' }))],
    shoutOuts: [whole(shoutOut({ to: 'Maya' }))],
  });
  expect(data).toMatchObject({
    score: { score: 100, n: 5, glad: 1, stale: false },
    comment: { text: 'Warm bread.' },
    question: 'Do we say the wait?',
    shoutOuts: [{ to: 'Maya' }],
  });
  expect(select({ answers: answered(4) })?.score).toBeNull();
});

it('speaks of the comment that was chosen, of the newest where that is gone, and shows this huddle’s notes', () => {
  const comments = ['new', 'old'].map((id) => whole(verbatim({ id, status: 'approved', text: id })));
  const chosen = (comment: string | null) =>
    select({ verbatims: comments, huddles: [whole(records.huddle({ comment }))] })?.comment?.text;
  expect([chosen('old'), chosen('gone'), chosen(null)]).toEqual(['old', 'new', 'new']);
  const noted = (id: string, huddle = 'huddle') => whole(records.note({ id, huddle, text: id }));
  const data = select({ notes: [noted('c'), noted('x', 'before'), noted('b'), noted('a')] });
  expect(data?.notes.map(({ id }) => id)).toEqual(['c', 'b']);
});

it('in a kick-off shows what leaders declared, why, and where to; in any other huddle nothing of it', () => {
  const declaration = {
    ...{ text: 'Nobody is sent on', ambition: 'First', measure: null, said: '', signatures: [] },
    fact: { sentence: '60 percent say so', source: 'Barometer', year: 2011 },
  };
  const said = {
    ...{ declaration, mission: 'Everybody leaves warm', team: exampleTeam({ greeting: 'Welcome!' }) },
    goals: [{ ...goal({ baseline: 41, target: 70, due: '2026-12-31' }), version: 1 }],
    sample: whole(verbatim({ text: 'All was warm', value: 9, status: 'approved' })),
    goalPicture: whole(picture({ id: 'table', alt: 'A laid table' })),
  };
  const agenda = [...kickOffAgenda];
  const data = select({ ...said, huddles: [whole(records.huddle({ agenda }))] });
  expect(v.is(panel.data, data)).toBe(true);
  expect(data?.kickOff).toMatchObject({
    ...{ greeting: 'Welcome!', mission: 'Everybody leaves warm' },
    declared: { text: 'Nobody is sent on', ambition: 'First' },
    ...{ fact: declaration.fact, goal: { from: 41, to: 70, due: '2026-12-31' } },
    sample: { text: 'All was warm', value: 9 },
    picture: { src: '/media/table', alt: 'A laid table', ratio: 1.78 },
  });
  // A wall fetches it before the step comes.
  expect(data && panel.pictures?.(data)).toEqual(['/media/table']);
  expect(select(said)?.kickOff).toBeNull();
});

it('in a brainstorm shows its topic, ideas newest first, the one goal, and first steps as they were said', () => {
  const agenda = [...brainstormAgenda];
  const said = (id: string, over: Parameters<typeof records.note>[0] = {}) =>
    whole(records.note({ id, says: 'idea', text: id, ...over }));
  const made = (id: string, over: Parameters<typeof records.commitment>[0] = {}) =>
    whole(records.commitment({ id, text: id, ...over }));
  const of: Partial<Facts> = {
    goals: [whole(goal({ question: 'Do we say the wait?' }))],
    notes: [
      ...Array.from({ length: 9 }, (_, at) => said(`i${9 - at}`)),
      said('ours', { says: 'goal' }),
      said('fact', { says: 'fact' }),
      said('named', { name: 'Ana' }),
      said('before', { huddle: 'before' }),
    ],
    commitments: [made('second', { who: 'leader' }), made('first'), made('open', { huddle: 'before' })],
  };
  const storm = (about?: string) => [whole(records.huddle({ agenda, ...(about && { about }) }))];
  const data = select({ ...of, huddles: storm() });
  expect(v.is(panel.data, data)).toBe(true);
  expect(data?.brainstorm).toMatchObject({ topic: 'Do we say the wait?', goal: 'ours', moreIdeas: 2 });
  expect(data?.brainstorm?.ideas.map(({ id }) => id)).toEqual([
    'i9',
    'i8',
    'i7',
    'i6',
    'i5',
    'i4',
    'i3',
    'i2',
  ]);
  expect(data?.brainstorm?.steps.map(({ id }) => id)).toEqual(['first', 'second']);
  expect(data?.notes.map(({ id }) => id)).toEqual(['fact']);
  const dark = whole({
    ...{ id: 'dark', team: 'north', at: now.toISOString(), status: 'answered' as const, batch: null },
    ...{ step: 'door', from: 'customer' as const, felt: 'bad' as const, saw: 'A dark sign', picture: null },
  });
  expect(select({ ...of, topics: [dark], huddles: storm('dark') })?.brainstorm?.topic).toBe('A dark sign');
  // It is gone: the focus takes its place.
  expect(select({ ...of, huddles: storm('dark') })?.brainstorm?.topic).toBe('Do we say the wait?');
  expect(select(of)?.brainstorm).toBeNull();
});
