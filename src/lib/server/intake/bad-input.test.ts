import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { emptyDirectory } from '../../../../tests/support/directory';
import { MemoryStore } from '../../../../tests/support/memory-store';
import { commitment, huddle } from '../../../../tests/support/huddles';
import * as records from '../../../../tests/support/records';
import type { Actor, CommandName, Commands } from '../../domain/command';
import { brainstormAgenda, longestIdea } from '../../domain/huddle';
import type { Refusal } from '../../domain/refusal';
import { m } from '../../paraglide/messages';
import { openMedia } from '../media/media';
import { createIntake, type Intake } from './intake';
import { say } from './say';

// What people do wrong in the practices from within: each is answered with a sentence of its own, and nothing of it is half done.

const now = new Date('2026-11-22T10:00:00Z');
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['north'] };
const phone: Actor = { as: 'phone', team: 'north', mark: 'p1' };
const eastLeader: Actor = { ...leader, teams: ['east'] };
const secretHash = 'a'.repeat(64);

let store: MemoryStore;
let intake: Intake;
let directory: string;

beforeEach(async () => {
  store = new MemoryStore();
  intake = createIntake({ store, now: () => now, log: { error: () => {} } });
  directory = join(await emptyDirectory(), 'media');
  const values = [{ id: 'care', name: 'We care', icon: 'heart' }];
  await store.commit([
    { put: 'team', record: records.team({ values, serves: ['south'] }) },
    { put: 'team', record: records.team({ id: 'south', name: 'South', serves: ['east'] }) },
    { put: 'team', record: records.team({ id: 'east', name: 'East' }) },
    { put: 'team', record: records.team({ id: 'west', name: 'West', status: 'closed', serves: ['north'] }) },
    {
      put: 'huddle',
      record: huddle({ id: 'storm', at: now.toISOString(), agenda: [...brainstormAgenda] }),
    },
    { put: 'huddle', record: huddle({ id: 'plain', team: 'south', at: now.toISOString() }) },
    { put: 'commitment', record: commitment({ id: 'step', huddle: 'storm', who: 'one', name: 'Ana' }) },
    { put: 'story', record: records.story({ id: 'told', picture: null, takeBackHash: secretHash }) },
    {
      put: 'question',
      record: {
        ...{ id: 'how', team: 'west', at: now.toISOString(), status: 'live', batch: null },
        ...{ text: 'How do we do?', metric: 'csat', scale: null },
      },
    },
  ]);
});

const does = async <C extends CommandName>(name: C, input: Commands[C], actor: Actor = leader) => {
  const outcome = await intake.submit(name, input, actor);
  return outcome.ok ? undefined : outcome.refusal;
};
const takeBack = () => does('story:take-back', { team: 'north', id: 'told', secretHash }, { as: 'customer' });
const serving = (team: string, serves: string[]) =>
  does('team:serves', { team, saw: 1, serves }, { ...leader, teams: [team] } as Actor);
const awards = (value: string) =>
  does('team:recognition', {
    ...{ team: 'north', saw: 1, values: [{ id: 'care', name: 'We care', icon: 'heart' }] },
    awards: [{ id: 'ladle', name: 'The ladle', value }],
  });
const challenge = (more: Partial<Commands['challenge:make']>) =>
  does('challenge:make', {
    ...{ id: 'dare', team: 'north', to: ['south'], behaviour: 'umbrellas lent', target: 50 },
    ...{ together: true, until: '2026-11-29', ...more },
  });
const accept = () =>
  does('challenge:accept', { team: 'south', id: 'dare.1' }, { ...leader, teams: ['south'] } as Actor);
const thank = (more: Partial<Commands['shout-out:add']>) =>
  does('shout-out:add', {
    id: 'new',
    team: 'north',
    to: 'Ana',
    from: 'Bo',
    behaviour: 'You stayed',
    ...more,
  });
const picture = async (bytes: string) => {
  const newId = () => 'picture';
  const media = await openMedia({ directory, store, intake, newId, report: () => {} });
  const kept = await media.keep(Buffer.from(bytes), { team: 'north', alt: '', people: false }, leader);
  media.close();
  return kept.ok ? undefined : kept.refusal;
};

const idea = (more: Partial<Commands['note:add']>, actor: Actor = phone) =>
  does(
    'note:add',
    { ...{ id: 'new', team: 'north', huddle: 'storm', says: 'idea', text: 'A clock' }, ...more },
    actor,
  );
const takes = (name: string, saw = 1) =>
  does('commitment:take', { team: 'north', huddle: 'storm', id: 'step', name, saw }, phone);

/** What is done, after what was rightly done before; where it is said, by path, and what. */
const wrongs: [
  what: string,
  act: () => Promise<Refusal | undefined>,
  says: RegExp,
  before?: typeof takeBack,
][] = [
  ['a consent is withdrawn twice', takeBack, /story/i, takeBack],
  [
    'a consent is withdrawn with another phone’s secret',
    () =>
      does('story:take-back', { team: 'north', id: 'told', secretHash: 'b'.repeat(64) }, { as: 'customer' }),
    /story/i,
  ],
  ['an award is for no expectation', () => awards(''), /choose what this award is for/],
  [
    'an award is for an expectation that the team has not',
    () => awards('speed'),
    /choose what this award is for/,
  ],
  [
    'an award that the team does not give goes with a thanks',
    () => thank({ award: 'crown' }),
    /does not give this award/,
  ],
  ['a chain comes back to itself', () => serving('east', ['north']), /East → North desk → South → East/],
  ['a team serves itself', () => serving('north', ['north']), /itself|own/i],
  [
    'a link goes to a team that was never there',
    () => serving('north', ['gone']),
    /no longer|gone|not there/i,
  ],
  ['a colleague of a team without a hand-off is thanked', () => thank({ across: 'east' }), /serve/i],
  [
    'a team that was closed is answered by those it served',
    () => does('colleagues:answer', { team: 'west', by: 'north', question: 'how', value: 4 }, phone),
    /closed/,
  ],
  ['a team challenges itself', () => challenge({ to: ['north'] }), /not challenge itself/],
  ['nobody is challenged', () => challenge({ to: [] }), /choose a team/],
  ['a team that was never there is challenged', () => challenge({ to: ['gone'] }), /no longer there/],
  ['a team that was closed is challenged', () => challenge({ to: ['west'] }), /closed/],
  ['a challenge ended yesterday', () => challenge({ until: '2026-11-21' }), /day has passed/],
  ['a challenge is for next year', () => challenge({ until: '2027-11-22' }), /within 31 days/],
  ['a challenge is to do nothing', () => challenge({ target: 0 }), /1 or more/],
  ['a challenge is a billion times', () => challenge({ target: 1e9 }), /1000 at most/],
  ['a challenge is half a time', () => challenge({ target: 0.5 }), /whole number/],
  [
    'a challenge is accepted twice',
    accept,
    /answered this challenge already/,
    async () => (await challenge({})) ?? (await accept()),
  ],
  [
    'a challenge is counted before anybody said yes',
    () => does('challenge:tap', { team: 'north', id: 'dare', act: 'tap' }, phone),
    /Thank you/,
    () => challenge({}),
  ],
  ['a text is sent as a picture', () => picture('<html>not a picture</html>'), /not a picture/],
  ['a drawing is sent as a picture', () => picture('<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/],
  ['nothing is sent as a picture', () => picture(''), /picture/],
  ['an idea has no words', () => idea({ text: ' \u200b ' }), /fill this in/],
  ['an idea is too long for a wall', () => idea({ text: 'x'.repeat(longestIdea + 1) }), /80/],
  ['a goal is said by a phone that does not host', () => idea({ says: 'goal' }), /hosts this huddle/],
  [
    'an idea is said in a huddle that is no brainstorm',
    () => idea({ team: 'south', huddle: 'plain' }, { ...phone, team: 'south' } as Actor),
    /choose/i,
  ],
  [
    'a brainstorm is about something that nobody brought',
    () => does('huddle:start', { id: 'new', team: 'east', run: 'brainstorm', about: 'gone' }, eastLeader),
    /choose/i,
  ],
  ['a step is taken by nobody', () => takes(' '), /fill this in/],
  ['a step is taken that somebody took meanwhile', () => takes('Bo', 2), /Somebody changed this/],
  [
    'a picture of a story is none of the team’s',
    () =>
      does(
        'story:tell',
        { id: 'new', team: 'north', words: 'She came back', picture: 'elsewhere', about: '', consent: null },
        phone,
      ),
    /picture/i,
  ],
];

it.each(wrongs)('%s: a sentence, and nothing half', async (_what, act, says, before) => {
  expect(await before?.()).toBeUndefined();
  const stood = JSON.stringify([...store.records]);
  const refusal = await act();
  if (!refusal) return expect.fail('it was carried out');
  const { message, fields } = say(refusal);
  const sentence = Object.values(fields)[0] ?? message;
  expect(sentence).toMatch(says);
  expect(sentence).not.toBe(m.refusal_invalid());
  expect(sentence).toMatch(/^\p{Lu}.*[.]$/su);
  expect(JSON.stringify([...store.records])).toBe(stood);
  expect(await readdir(directory).catch(() => [])).toEqual([]);
});
