import {
  usualAgenda,
  type Ballot,
  type Commitment,
  type Huddle,
  type Note,
} from '../../src/lib/domain/huddle';
import type { New } from './records';

const at = '2026-11-22T11:59:00.000Z';

/** A huddle of the team north that began a minute before noon. */
export const huddle = (over: Partial<New<Huddle>> = {}): New<Huddle> => ({
  id: 'huddle',
  team: 'north',
  at,
  status: 'on',
  batch: null,
  turn: 1,
  agenda: [...usualAgenda],
  step: 0,
  since: over.at ?? at,
  extra: 0,
  moves: 0,
  host: { mark: 'host', name: null },
  acts: [],
  ended: null,
  skill: null,
  scale: { min: 0, max: 10 },
  agreed: null,
  ...over,
});

export const ballot = (over: Partial<New<Ballot>> = {}): New<Ballot> => ({
  id: 'huddle.ballot',
  team: 'north',
  at,
  status: 'open',
  batch: null,
  places: [],
  questions: [],
  votes: [],
  ...over,
});

export const commitment = (over: Partial<New<Commitment>> = {}): New<Commitment> => ({
  id: 'promise',
  team: 'north',
  at,
  status: 'open',
  batch: null,
  huddle: 'huddle',
  turn: 1,
  who: 'all',
  name: null,
  text: 'Say the wait before they ask',
  due: '2026-11-29',
  judged: null,
  ...over,
});

export const note = (over: Partial<New<Note>> = {}): New<Note> => ({
  id: 'note',
  team: 'north',
  at,
  status: 'noted',
  batch: null,
  huddle: 'huddle',
  says: 'fact',
  text: 'Four tables waited',
  cites: null,
  ...over,
});
