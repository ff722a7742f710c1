import type { Showing } from '../../src/lib/domain/decide/pictures';
import type { Display } from '../../src/lib/domain/display';
import type { Picture, ShoutOut, Story, Takeover } from '../../src/lib/domain/hung';
import type { Goal, TeamDecision } from '../../src/lib/domain/practice';
import type { Account, Change, Kind, Records, Response, Team, Verbatim } from '../../src/lib/domain/records';

/** A record as it is put: the store sets the version. */
export type New<T> = Omit<T, 'version'>;

const at = '2026-11-22T10:00:00.000Z';

export const team = (over: Partial<New<Team>> = {}): New<Team> => ({
  id: 'north',
  team: over.id ?? 'north',
  at,
  status: 'active',
  batch: null,
  name: 'North desk',
  timeZone: 'Europe/London',
  customer: 'guest',
  minimumN: 5,
  cadenceDays: 7,
  moderation: 'all',
  measure: null,
  values: [],
  ...over,
});

export const response = (over: Partial<New<Response>> = {}): New<Response> => ({
  id: 'answer',
  team: 'north',
  at,
  status: 'counted',
  batch: null,
  metric: 'nps',
  scale: null,
  value: 9,
  from: 'customer',
  touchpoint: null,
  source: 'ask',
  day: (over.at ?? at).slice(0, 10),
  ...over,
});

export const verbatim = (over: Partial<New<Verbatim>> = {}): New<Verbatim> => ({
  id: 'words',
  team: 'north',
  at,
  status: 'waiting',
  batch: null,
  text: 'The night porter found my train.',
  response: null,
  measure: null,
  value: null,
  from: 'customer',
  touchpoint: null,
  source: 'ask',
  sourceName: null,
  highlight: null,
  masked: false,
  ...over,
});

export const decision = (over: Partial<New<TeamDecision>> = {}): New<TeamDecision> => ({
  id: 'decision',
  team: 'north',
  at,
  status: 'taken',
  batch: null,
  text: 'Say the wait before they ask',
  meaning: 'You know how long it takes.',
  routine: 'pre-shift talk',
  start: '2026-10-01',
  review: '2026-10-14',
  critical: null,
  turn: 1,
  ...over,
});

export const shoutOut = (over: Partial<New<ShoutOut>> = {}): New<ShoutOut> => ({
  id: 'bravo',
  team: 'north',
  at,
  status: 'published',
  batch: null,
  to: 'Amira',
  toArea: null,
  from: 'Ben',
  fromArea: null,
  behaviour: 'you stayed until the last guest had a room',
  value: null,
  ...over,
});

export const goal = (over: Partial<New<Goal>> = {}): New<Goal> => ({
  id: 'quick-calls',
  team: 'north',
  at,
  status: 'open',
  batch: null,
  question: 'How many callers wait less than a minute?',
  unit: 'in-100',
  baseline: 60,
  target: 80,
  start: '2026-11-01',
  due: '2026-12-31',
  follow: null,
  readings: [],
  ...over,
});

export const display = (over: Partial<New<Display>> = {}): New<Display> => ({
  id: 'kitchen',
  team: 'north',
  at,
  status: 'active',
  batch: null,
  name: 'Kitchen',
  profile: 'break-room',
  playlist: [],
  theme: null,
  language: null,
  timeZone: null,
  audience: null,
  tokenHash: null,
  enrolHash: null,
  framedBy: [],
  ...over,
});

export const picture = (over: Partial<New<Picture>> = {}): New<Picture> => ({
  id: 'bear',
  team: 'north',
  at,
  status: 'kept',
  batch: null,
  width: 1600,
  height: 900,
  bytes: 120_000,
  alt: 'A bear in a window seat',
  people: false,
  tone: 'mixed',
  ...over,
});

/** No picture is shown by anything. */
export const nothingShown: Showing = { stories: [], posters: [], findings: [], goals: [] };

export const story = (over: Partial<New<Story>> = {}): New<Story> => ({
  id: 'flight',
  team: 'north',
  at,
  status: 'published',
  batch: null,
  words: 'The lost bear flew home with its crew.',
  picture: 'bear',
  about: null,
  consent: null,
  ...over,
});

export const takeover = (over: Partial<New<Takeover>> = {}): New<Takeover> => ({
  id: 'drill',
  team: 'north',
  at,
  status: 'on',
  batch: null,
  tone: 'alarm',
  title: 'Fire drill now',
  text: 'Meet at the gate.',
  displays: null,
  customers: false,
  until: '2026-11-22T10:15:00.000Z',
  reason: null,
  by: 'Lea',
  ...over,
});

export const account = (over: Partial<New<Account>> = {}): New<Account> => ({
  id: 'leader',
  team: null,
  at,
  status: 'active',
  batch: null,
  login: 'leader@example.org',
  name: 'Lea',
  role: 'owner',
  teams: [],
  passwordHash: 'not a hash',
  ...over,
});

/** Puts a record; the kinds that tests need most can be told from their builders. */
export const put = {
  team: (over: Partial<New<Team>> = {}, saw?: number | null): Change => ({
    put: 'team',
    record: team(over),
    saw,
  }),
  response: (over: Partial<New<Response>> = {}, saw?: number | null): Change => ({
    put: 'response',
    record: response(over),
    saw,
  }),
  verbatim: (over: Partial<New<Verbatim>> = {}, saw?: number | null): Change => ({
    put: 'verbatim',
    record: verbatim(over),
    saw,
  }),
  shoutOut: (over: Partial<New<ShoutOut>> = {}, saw?: number | null): Change => ({
    put: 'shout-out',
    record: shoutOut(over),
    saw,
  }),
  goal: (over: Partial<New<Goal>> = {}, saw?: number | null): Change => ({
    put: 'goal',
    record: goal(over),
    saw,
  }),
  display: (over: Partial<New<Display>> = {}, saw?: number | null): Change => ({
    put: 'display',
    record: display(over),
    saw,
  }),
  account: (over: Partial<New<Account>> = {}, saw?: number | null): Change => ({
    put: 'account',
    record: account(over),
    saw,
  }),
};

/** Ids of a page, in its order. */
export const ids = <K extends Kind>(page: { records: Records[K][] }): string[] =>
  page.records.map(({ id }) => id);
