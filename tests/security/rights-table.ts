import type { Actor, CommandName, Commands } from '../../src/lib/domain/command';
import { firstSkills, usualAgenda } from '../../src/lib/domain/huddle';
import { keyScopes, type Change } from '../../src/lib/domain/records';
import { helpId, turnId } from '../../src/lib/domain/turn';
import * as huddles from '../support/huddles';
import * as records from '../support/records';

/** Who may do what: the table, and a board with two teams that it is tried on. */

export const now = new Date('2026-11-22T12:00:00Z');
const at = '2026-11-22T10:00:00.000Z';
const hash = (letter: string) => letter.repeat(64);
const of = { team: 'north', at, batch: null };
const account = (
  id: string,
  role: 'owner' | 'manager' | 'leader',
  teams: string[] = [],
  groups: string[] | null = null,
): Actor => ({ as: 'account', id, name: id, role, teams, groups });
const phone = (team: string): Actor => ({ as: 'phone', team, mark: `phone-${team}` });
const key = (team: string): Actor => ({
  as: 'key',
  id: `key-${team}`,
  teams: [team],
  scopes: [...keyScopes],
});

/** Everybody there is, by the letter that the table has for them. All records of the table are the team north’s. */
export const actors: Record<string, [who: string, actor: Actor]> = {
  H: ['the house', { as: 'house' }],
  O: ['an owner', account('olga', 'owner')],
  M: ['a manager', account('mona', 'manager')],
  G: ['a manager of the team’s group', account('greta', 'manager', ['north'], ['coast'])],
  E: ['a manager of another group', account('egon', 'manager', ['south'], ['inland'])],
  L: ['a leader of the team', account('lea', 'leader', ['north'])],
  X: ['a leader of another team', account('xaver', 'leader', ['south'])],
  P: ['a phone of the team', phone('north')],
  Q: ['a phone of another team', phone('south')],
  W: ['a webhook of the team', { as: 'source', id: 'hook', team: 'north' }],
  V: ['a webhook of another team', { as: 'source', id: 'hook-south', team: 'south' }],
  K: ['a key of the team', key('north')],
  J: ['a key of another team', key('south')],
  S: ['the screen itself', { as: 'screen', display: 'kitchen' }],
  T: ['another screen', { as: 'screen', display: 'hall' }],
  C: ['nobody', { as: 'customer' }],
};

const session = (id: string, of: string): Change => ({
  put: 'session',
  record: {
    ...{ id, team: null, at, status: 'open', batch: null },
    ...{ account: of, expiresAt: '2026-12-22T10:00:00.000Z' },
  },
});
const apiKey = (id: string, madeBy: string): Change => ({
  put: 'api-key',
  record: {
    ...{ id, team: null, at, status: 'active', batch: null },
    ...{ name: id, keyHash: hash('9'), hint: 'hb_', teams: ['north'], scopes: [...keyScopes], madeBy },
  },
});
const item = { id: 'scene', panel: 'shout-outs', options: {}, dwell: null };

/** A board with all that the commands of the table are about. */
export const board: Change[] = [
  {
    put: 'organisation',
    record: {
      ...{ id: 'organisation', team: null, at, status: 'active', batch: null },
      ...{ name: 'Harbour', secret: hash('5'), sample: false, mission: 'Nobody leaves cold' },
      declaration: {
        ...{ text: 'Everybody leaves warm', ambition: null, measure: null, fact: null, said: at },
        // So long ago that it may be given anew.
        signatures: [{ account: 'lea', name: 'lea', at: '2025-11-30T10:00:00.000Z' }],
      },
    },
  },
  {
    put: 'team',
    record: {
      ...records.team(),
      sponsor: { account: 'mona', name: 'mona', title: null },
      group: 'coast',
      criticals: [{ id: 'warmth', name: 'Warmth', words: ['warm'], question: null }],
      journey: [{ id: 'door', name: 'The door', touchpoint: null }],
    },
  },
  {
    put: 'team',
    record: records.team({ id: 'south', name: 'South desk', group: 'inland', serves: ['north'] }),
  },
  { put: 'team', record: records.team({ id: 'west', name: 'West', status: 'closed' }) },
  ...['coast', 'inland'].map((id) => ({
    put: 'group' as const,
    record: { id, team: null, at, status: 'active' as const, batch: null, name: id },
  })),
  records.put.account({ id: 'olga', login: 'olga' }),
  records.put.account({ id: 'otto', login: 'otto' }),
  records.put.account({ id: 'mona', login: 'mona', role: 'manager' }),
  records.put.account({ id: 'greta', login: 'greta', role: 'manager', groups: ['coast'] }),
  records.put.account({ id: 'egon', login: 'egon', role: 'manager', groups: ['inland'] }),
  records.put.account({ id: 'lea', login: 'lea', role: 'leader', teams: ['north'] }),
  records.put.account({ id: 'xaver', login: 'xaver', role: 'leader', teams: ['south'] }),
  session(hash('1'), 'lea'),
  apiKey('key', 'lea'),
  {
    put: 'invitation',
    record: {
      ...{ id: 'invited', team: null, at, status: 'open', batch: null, name: 'Ravi', secretHash: hash('2') },
      ...{ role: 'leader', teams: ['north'], expiresAt: '2026-11-29T10:00:00.000Z', by: 'mona' },
    },
  },
  {
    put: 'question',
    record: {
      ...{ ...of, id: 'live', status: 'live', text: 'How was it?' },
      ...{ metric: 'nps', scale: null, returning: true },
    },
  },
  {
    put: 'question',
    record: {
      ...{ ...of, team: 'south', id: 'how-south', status: 'live', text: 'How do we do?' },
      ...{ metric: 'nps', scale: null },
    },
  },
  { put: 'response', record: records.response({ id: 'words', status: 'kept-out' }) },
  { put: 'verbatim', record: records.verbatim({ response: 'words' }) },
  { put: 'verbatim', record: records.verbatim({ id: 'approved', status: 'approved' }) },
  {
    put: 'verbatim',
    record: records.verbatim({ id: 'ancient', at: '2019-05-04T10:00:00Z', status: 'hidden' }),
  },
  { put: 'shout-out', record: records.shoutOut() },
  { put: 'shout-out', record: records.shoutOut({ id: 'waiting', status: 'waiting' }) },
  { put: 'goal', record: records.goal() },
  {
    put: 'announcement',
    record: { ...of, id: 'news', status: 'published', title: 'News', text: 'New', from: null, until: null },
  },
  {
    put: 'thanks',
    record: {
      ...{ ...of, id: 'thanks', status: 'published', youSaid: 'Cold', weDid: 'Warm', signedBy: 'Lea' },
      ...{ served: null, turn: 1, cosign: { asked: at } },
    },
  },
  { put: 'picture', record: records.picture() },
  { put: 'story', record: records.story() },
  {
    put: 'story',
    record: records.story({ id: 'waiting-story', status: 'waiting', picture: null, takeBackHash: hash('3') }),
  },
  {
    put: 'poster',
    record: {
      ...{ ...of, id: 'poster', status: 'hung', picture: 'bear', caption: null },
      ...{ fit: 'whole', customers: false, consent: null },
    },
  },
  {
    put: 'improvement',
    record: {
      ...{ ...of, id: 'better', status: 'shown', what: 'complaints', label: null, unit: 'count' },
      ...{ before: { value: 9, n: null, from: '2026-09-01', to: '2026-09-30' } },
      ...{ after: { value: 4, n: null, from: '2026-10-01', to: '2026-10-31' }, because: null },
    },
  },
  ...['no-dogs', 'hidden-rule'].map((id) => ({
    put: 'snag' as const,
    record: {
      ...{ ...of, id, status: id === 'no-dogs' ? ('waiting' as const) : ('hidden' as const) },
      ...{ rule: 'No dogs', happened: 'She stood in the rain', raised: at, answer: null },
    },
  })),
  ...(['sign', 'hidden-sign', 'brought-sign'] as const).map((id) => ({
    put: 'finding' as const,
    record: {
      ...{
        ...of,
        id,
        status: ({ sign: 'told', 'hidden-sign': 'hidden', 'brought-sign': 'brought' } as const)[id],
      },
      ...{ step: 'door', from: 'customer' as const, felt: 'bad' as const, picture: null },
      saw: 'The sign was dark',
    },
  })),
  {
    put: 'experiment',
    record: {
      ...{ ...of, id: 'lamp', status: 'on', think: 'Nobody sees the sign', tries: 'A lamp' },
      ...{ see: 'They find the door', saw: null, begun: at, finding: null },
    },
  },
  // South challenges north, which has not answered; and both do what north asked.
  ...(['dare.1', 'ours'] as const).map((id) => ({
    put: 'challenge' as const,
    record: {
      ...{ ...of, id, status: id === 'ours' ? ('on' as const) : ('waiting' as const), acts: [] },
      ...{ challenge: id.slice(0, 4), behaviour: 'umbrellas lent', target: 9, together: true },
      ...{ until: '2026-11-29' },
      sides: (['asks', id === 'ours' ? 'accepted' : 'waiting'] as const).map((answer, at) => {
        const name = (id === 'ours') === (at === 0) ? 'north' : 'south';
        return { team: name, name, answer, words: null, count: 0 };
      }),
    },
  })),
  {
    put: 'library-card',
    record: {
      ...{ ...of, id: 'names', status: 'published', sort: 'training', title: 'Names first' },
      ...{ lines: ['Says the name'], from: null, seen: [[0], [0], [0], [0]], acts: [] },
    },
  },
  {
    put: 'library-card',
    record: {
      ...{ ...of, team: 'south', id: 'bread', status: 'published', sort: 'model', title: 'Bread first' },
      ...{ lines: ['Here is bread'], from: null, seen: [], acts: [] },
    },
  },
  {
    put: 'countdown',
    record: {
      ...{ ...of, id: 'fair', status: 'set', title: 'Fair', note: null },
      ...{ day: '2026-12-01', time: null, customers: false },
    },
  },
  { put: 'takeover', record: records.takeover({ until: '2026-11-22T12:30:00.000Z' }) },
  {
    put: 'turn',
    record: { ...of, id: turnId('north', 1), status: 'open', number: 1, woken: null, closing: null },
  },
  { put: 'decision', record: records.decision() },
  {
    put: 'help',
    record: {
      ...of,
      id: helpId('north', 'focus'),
      status: 'offered',
      point: 'focus',
      by: 'mona',
      name: 'Mona',
    },
  },
  {
    put: 'huddle',
    record: huddles.huddle({ host: { mark: 'phone-north', name: null }, step: 2, since: now.toISOString() }),
  },
  { put: 'ballot', record: huddles.ballot({ questions: [{ id: 'asked', text: 'Warm?', mark: 'other' }] }) },
  { put: 'commitment', record: huddles.commitment() },
  { put: 'note', record: huddles.note({ says: 'idea', name: 'Al' }) },
  { put: 'note', record: huddles.note({ id: 'waits', says: 'idea', status: 'waiting' }) },
  { put: 'display', record: records.display({ playlist: [item] }) },
  { put: 'display', record: records.display({ id: 'hall', name: 'Hall' }) },
  {
    put: 'past-playlist',
    record: { ...of, id: 'kitchen.0', status: 'past', display: 'kitchen', playlist: [], by: 'Lea' },
  },
  {
    put: 'outage',
    record: { ...of, id: 'hall.1', status: 'dark', display: 'hall', told: null, until: null },
  },
  {
    put: 'pairing',
    record: {
      ...{ id: hash('3'), team: null, at, status: 'waiting', batch: null, code: 'BCDFGHJK' },
      ...{ expiresAt: '2026-11-22T12:09:00.000Z', screen: 'Chrome', address: '10.0.0.9', display: null },
    },
  },
  {
    put: 'pairing',
    record: {
      ...{ id: hash('4'), team: null, at, status: 'approved', batch: null, code: 'BCDFGHJL' },
      ...{ expiresAt: '2026-11-22T12:09:00.000Z', screen: 'Chrome', address: '10.0.0.9', display: 'hall' },
    },
  },
  {
    put: 'hook',
    record: {
      ...{ ...of, id: 'hook', status: 'active', name: 'Forms', proof: 'path', header: null },
      ...{ secret: null, secretHash: hash('6'), reading: null, madeBy: 'lea' },
    },
  },
  {
    put: 'import',
    record: {
      ...{ ...of, id: 'file', status: 'done', source: 'sheet', fileName: 'a.csv', format: 'csv', rows: 1 },
      ...{ created: 1, updated: 0, ignored: [], rejected: [], rejectedRows: [], header: [] },
      ...{ from: null, to: null, by: 'lea' },
    },
  },
  {
    put: 'import',
    record: {
      ...{ ...of, team: null, id: 'sheet', status: 'done', source: 'sheet', fileName: 'all.csv' },
      ...{ format: 'csv', rows: 1, created: 1, updated: 0, ignored: [], rejected: [], rejectedRows: [] },
      ...{ header: [], from: null, to: null, by: 'olga' },
    },
  },
  {
    put: 'aim',
    record: { id: 'aim', team: null, at, status: 'open', batch: null, text: 'Nobody waits' },
  },
  {
    put: 'trial',
    record: {
      ...{ id: 'trial', team: null, at, status: 'on', batch: null, teams: ['south'] },
      ...{ start: '2026-11-20', end: '2026-12-20', goal: 'Try it', baselines: {} },
    },
  },
  {
    put: 'journal',
    record: {
      ...{ id: 'mine', team: null, at, status: 'kept', batch: null, by: 'lea', sealed: '1.c2VhbGVk' },
    },
  },
];

type Row = { [C in CommandName]: [granted: string, input: Commands[C]] };

const n = { team: 'north' };
const id = (id: string) => ({ team: 'north', id });
const act = { ...n, huddle: 'huddle', act: 'act' };
const person = { id: 'new', login: 'ravi', name: 'Ravi', passwordHash: 'h' };
const week = { due: 'week' as const };
const consent = null;
const answer = { metric: 'nps' as const, value: 9 };

/** For each command: the letters of those who may, and an input that is right. Whoever is not named is refused. */
export const table: Row = {
  'setup:claim': [
    'H',
    { organisation: { name: 'Harbour', secret: hash('5') }, account: { ...person }, team: null },
  ],
  'invitation:make': [
    'HOMG',
    { id: 'new', secretHash: hash('7'), name: 'Ravi', role: 'leader', teams: ['north'] },
  ],
  'invitation:take': ['H', { secretHash: hash('2'), account: person }],
  'invitation:drop': ['HOM', { id: 'invited' }],
  'account:edit': ['HO', { id: 'xaver', saw: 1, role: 'leader', teams: ['north'] }],
  'account:close': ['HO', { id: 'xaver' }],
  'account:password': ['H', { id: 'xaver', passwordHash: 'h' }],
  'group:add': ['HO', { id: 'new', name: 'Islands' }],
  'group:edit': ['HO', { id: 'coast', saw: 1, name: 'Coast', teams: ['north', 'south'] }],
  'group:drop': ['HO', { id: 'coast' }],
  'session:open': ['H', { id: hash('8'), account: 'lea', expiresAt: '2026-12-22T10:00:00Z' }],
  // Her own.
  'session:close': ['HOL', { id: hash('1') }],
  'key:make': [
    'HOL',
    {
      ...{ id: 'new', name: 'Till', keyHash: hash('7'), hint: 'hb_', teams: ['north'] },
      scopes: ['responses:write'],
    },
  ],
  'key:revoke': ['HOL', { id: 'key' }],

  'team:add': ['HO', { id: 'east', name: 'East', timeZone: 'UTC', customer: 'guest' }],
  'team:edit': [
    'HOL',
    {
      ...{ ...n, saw: 1, name: 'North', timeZone: 'UTC', customer: 'guest', minimumN: 5, cadenceDays: 7 },
      ...{ moderation: 'all', measure: null },
    },
  ],
  'team:recognition': ['HOL', { ...n, saw: 1, values: [], awards: [] }],
  'team:close': ['HO', { team: 'south' }],
  'team:open': ['HO', { team: 'west' }],
  'team:cadence': [
    'HOL',
    {
      ...n,
      saw: 1,
      points: { thanks: week, feedback: week, involve: week, focus: week },
      sources: {},
      shifts: ['09:00'],
    },
  ],
  'team:checklist': ['HOL', { ...n, saw: 1, steps: Array(6).fill({ text: 'Hang the wall', done: false }) }],
  'team:serves': ['HOL', { ...n, saw: 1, serves: [] }],
  'colleagues:answer': ['HP', { team: 'south', by: 'north', question: 'how-south', value: 9 }],
  'team:areas': ['HOL', { ...n, saw: 1, areas: [{ id: 'floor', name: 'Floor', serves: true }] }],
  'team:phase': ['HOL', { ...n, phase: 'monitoring' }],
  'team:criticals': ['HOL', { ...n, saw: 1, criticals: [] }],
  'team:look': ['HOL', { ...n, saw: 1, accent: null, logo: null }],
  'team:huddle': ['HOL', { ...n, saw: 1, agenda: [...usualAgenda], skills: [], hosts: [] }],
  'mission:set': ['HO', { saw: 1, mission: 'Everybody leaves warm' }],
  'declaration:set': [
    'HO',
    {
      ...{ saw: 1, text: 'Nobody waits', ambition: null, measure: null },
      ...{ fact: null, source: null, year: null },
    },
  ],
  'declaration:sign': ['OMGELX', { said: at }],
  'declaration:unsign': ['HOL', { account: 'lea' }],
  'team:leadership': ['HO', { ...n, on: true }],
  // The sponsor may step down.
  'team:sponsor': ['HOML', { ...n, saw: 1, account: null }],
  'sponsor:express': ['M', { id: 'new', ...n, title: 'Nobody waits', text: '' }],
  'sponsor:model': ['M', { id: 'new', ...n, words: 'Told each table the wait' }],
  'team:mission': ['HOL', { ...n, saw: 1, mission: 'Warm plates' }],
  'snag:raise': ['HOLP', { ...id('new'), rule: 'No dogs' }],
  'snag:answer': ['HOL', { ...id('no-dogs'), saw: 1, verdict: 'changed', text: 'They may' }],
  'snag:hide': ['HOL', id('no-dogs')],
  'snag:show': ['HOL', id('hidden-rule')],
  'team:journey': ['HOL', { ...n, saw: 1, steps: [{ id: 'door', name: 'The door', touchpoint: null }] }],
  'finding:tell': ['HOLP', { ...id('new'), step: 'door', from: 'customer', felt: 'good', saw: 'A light' }],
  'finding:bring': ['HOL', id('sign')],
  'finding:answer': ['HOL', id('brought-sign')],
  'experiment:begin': ['HOL', { ...id('new'), think: 'It is dark', tries: 'A lamp', see: 'They find it' }],
  'experiment:see': ['HOLP', { ...id('lamp'), saw: 'They found it' }],
  'experiment:drop': ['HOL', id('lamp')],
  'library:publish': ['HOL', { ...id('new'), sort: 'model', title: 'Bread', lines: ['Here is bread'] }],
  'library:adopt': ['HOL', id('bread')],
  'library:withdraw': ['HOL', id('names')],
  'library:seen': ['HOLP', { ...id('names'), line: 0, act: 'act' }],
  'finding:hide': ['HOL', id('sign')],
  'finding:show': ['HOL', id('hidden-sign')],
  'challenge:make': [
    'HOLP',
    {
      ...{ ...id('new'), to: ['south'], behaviour: 'umbrellas lent', target: 9, together: true },
      until: '2026-11-29',
    },
  ],
  'challenge:accept': ['HOL', id('dare.1')],
  'challenge:decline': ['HOL', { ...id('dare.1'), words: 'Next week' }],
  'challenge:withdraw': ['HOL', id('ours')],
  'challenge:tap': ['HOLP', { ...id('ours'), act: 'act' }],
  'asking:phrase': ['HOL', { ...n, saw: 1, phrase: 'Was it warm?' }],

  'question:ask': ['HOL', { id: 'next', ...n, text: 'Was it warm?', metric: 'nps' }],
  // As a customer answers on the page; files and programs have rows of their own below.
  'response:record': ['HOLC', { ...n, source: 'ask', responses: [answer] }],
  'response:returning': ['HOLC', { ...n, response: 'words', value: 5 }],
  'import:run': [
    'HOLWK',
    {
      ...{ id: 'run', ...n, source: { id: 'csv', name: 'a.csv', fingerprint: 'f', mapping: {} } },
      ...{ fileName: 'a.csv', format: 'csv', header: ['score'], rows: 1, metric: 'nps', scale: null },
      answers: [{ id: 'one', ...n, value: 9, at, touchpoint: null, comments: [] }],
      ...{ withdrawn: [], as: 'file', gone: [], newTeams: [], ignored: [], rejected: [] },
      ...{ rejectedRows: [], from: null, to: null },
    },
  ],
  'import:undo': ['HOL', id('file')],
  'hook:make': ['HOL', { ...id('new'), name: 'Forms', proof: 'path', secretHash: hash('7') }],
  'hook:settle': ['HOLW', { ...id('hook'), reading: {} }],
  'hook:revoke': ['HOL', id('hook')],
  'verbatim:approve': ['HOL', id('words')],
  'verbatim:hide': ['HOL', id('words')],
  'verbatim:sort': ['HOL', { ...id('words'), critical: 'warmth', about: true }],
  'verbatim:our-part': ['HOL', { ...id('approved'), part: 'We heat the plates' }],
  'held:count': ['HOL', { ...n, upTo: '2026-11-22T11:00:00Z' }],
  'held:drop': ['HOL', { ...n, upTo: '2026-11-22T11:00:00Z' }],
  'person:erase': ['HO', { words: 'Jo', ids: ['words'] }],

  'shout-out:add': ['HOMLP', { id: 'new', ...n, to: 'Bo', from: 'Al', behaviour: 'You smiled.' }],
  'shout-out:hide': ['HOL', id('bravo')],
  'shout-out:show': ['HOL', id('waiting')],
  'goal:set': [
    'HOL',
    {
      ...{ id: 'new', ...n, question: 'Who waits?', unit: 'in-100', baseline: 1, target: 2 },
      ...{ due: '2026-12-31', routine: 'Handover' },
    },
  ],
  'goal:read': ['HOL', { ...id('quick-calls'), value: 61 }],
  'goal:keep': ['HOL', { ...id('quick-calls'), routine: 'Handover' }],
  'goal:picture': ['HOL', { ...id('quick-calls'), picture: 'bear' }],
  'goal:reach': ['H', { ...id('quick-calls'), stand: { day: '2026-11-21', value: 80, n: 30 } }],
  'goal:close': ['HOL', { ...id('quick-calls'), reached: false }],
  'announcement:add': ['HOL', { id: 'new', ...n, title: 'Tea', text: 'At four' }],
  'announcement:withdraw': ['HOL', id('news')],
  'turn:close': [
    'HOL',
    { id: 'next', ...n, turn: 1, question: { id: 'q', text: 'Warm?', metric: 'nps' }, weDid: 'Warm plates' },
  ],
  'turn:wake': ['HOL', n],
  'turn:nudge': ['H', { ...n, since: at }],
  'turn:walk': ['HOL', { ...n, turn: 1, point: 'focus' }],
  // By a manager alone, beside the team’s leader.
  'thanks:cosign': ['MG', id('thanks')],
  'thanks:withdraw': ['HOL', id('thanks')],
  'decision:take': [
    'HOL',
    { id: 'new', ...n, text: 'Say it', meaning: 'You know', routine: 'Handover', review: '2026-12-06' },
  ],
  'decision:drop': ['HOL', id('decision')],
  // A person offers it, so not the house.
  'help:offer': ['OMGL', { ...n, point: 'thanks' }],
  'help:end': ['HOML', { ...n, point: 'focus' }],
  'seen:tap': ['HP', { ...n, turn: 1 }],
  'asked:tap': ['HOLP', { ...n, act: 'act' }],
  'team:began': ['H', { ...n, began: { measure: 'nps', counts: [], from: '2026-10-01', to: '2026-10-30' } }],
  'turn:part': ['HOLP', { ...n, mark: 'a phone' }],
  'interest:tap': ['HOLP', { ...n, verbatim: 'approved' }],
  'shout-out:along': ['HOLP', { ...n, id: 'bravo' }],

  'huddle:start': ['HOLP', { id: 'new', ...n }],
  // A phone hosts it: whoever else may steer has to take over first.
  'huddle:go': ['P', { ...act, saw: { moves: 0, step: 2 }, to: 3 }],
  'huddle:longer': ['P', { ...act, saw: { moves: 0, step: 2 } }],
  'huddle:host': ['HOLP', { ...act, saw: { moves: 0 }, name: 'Al' }],
  'huddle:end': ['HOLP', { ...n, huddle: 'huddle' }],
  'huddle:skill': ['P', { ...n, huddle: 'huddle', skill: firstSkills[0] }],
  'huddle:comment': ['HOLP', { ...n, huddle: 'huddle', comment: 'approved' }],
  'huddle:agree': ['HOLP', { ...n, huddle: 'huddle', now: 4, need: 8 }],
  'huddle:place': ['HOLP', { ...n, huddle: 'huddle', now: 4, need: 8 }],
  'huddle:propose': ['HOLP', { id: 'new', ...n, huddle: 'huddle', text: 'Was it warm?' }],
  'huddle:vote': ['HOLP', { ...n, huddle: 'huddle', question: 'asked' }],
  'note:add': ['HOLP', { id: 'new', ...n, huddle: 'huddle', says: 'fact', text: 'Four waited' }],
  'commitment:make': [
    'HOLP',
    { id: 'new', ...n, huddle: 'huddle', who: 'all', text: 'We say it', due: '2026-11-29' },
  ],
  'note:show': ['HOL', id('waits')],
  'note:hide': ['HOL', id('note')],
  'commitment:take': ['HOLP', { ...id('promise'), huddle: 'huddle', name: 'Host at the door', saw: 1 }],
  'commitment:judge': ['HOLP', { ...id('promise'), kept: true, saw: 'open' }],

  'picture:keep': [
    'HOLP',
    { ...id('new'), width: 16, height: 9, bytes: 100, alt: 'A bear', people: false, tone: 'mixed' },
  ],
  'picture:drop': ['HOL', id('bear')],
  'story:tell': ['HOLP', { id: 'new', ...n, words: 'The bear flew home.', consent }],
  'story:show': ['HOL', id('waiting-story')],
  'story:withdraw': ['HOL', id('flight')],
  // Whoever holds its secret, wherever they work by now.
  'story:take-back': [Object.keys(actors).join(''), { ...id('waiting-story'), secretHash: hash('3') }],
  'poster:hang': ['HOL', { id: 'new', ...n, picture: 'bear', fit: 'whole' }],
  'poster:take-down': ['HOL', id('poster')],
  'improvement:show': [
    'HOL',
    {
      ...{ id: 'new', ...n, what: 'complaints', unit: 'count' },
      before: { value: 9, n: null, from: '2026-09-01', to: '2026-09-30' },
      after: { value: 4, n: null, from: '2026-10-01', to: '2026-10-31' },
    },
  ],
  'improvement:withdraw': ['HOL', id('better')],
  'countdown:set': ['HOL', { id: 'new', ...n, title: 'Fair', day: '2026-12-01' }],
  'countdown:withdraw': ['HOL', id('fair')],
  'takeover:start': [
    'HOL',
    { id: 'new', ...n, tone: 'call', title: 'Huddle', text: 'Now', until: '2026-11-22T12:30:00Z' },
  ],
  'takeover:end': ['HOL', id('drill')],

  'pairing:offer': [
    'H',
    {
      ...{ id: hash('7'), code: 'BCDFGHJM', expiresAt: '2026-11-22T12:10:00Z' },
      ...{ screen: 'Chrome', address: '10.0.0.9' },
    },
  ],
  'pairing:approve': [
    'HOL',
    {
      pairing: hash('3'),
      display: { id: 'new', ...n, name: 'Door', profile: 'break-room', playlist: [item] },
    },
  ],
  'pairing:replace': ['HOL', { pairing: hash('3'), display: 'kitchen' }],
  'pairing:take': ['H', { id: hash('4'), tokenHash: hash('4') }],
  'display:edit': [
    'HOL',
    {
      ...{ id: 'kitchen', saw: 1, name: 'Kitchen', profile: 'break-room', playlist: [item] },
      ...{ theme: null, audience: null, framedBy: [] },
    },
  ],
  'playlist:undo': ['HOL', { id: 'kitchen', saw: 1, past: 'kitchen.0' }],
  'playlist:copy': ['HOL', { id: 'kitchen', saw: 1, to: ['hall'] }],
  'display:pin': ['HOL', { id: 'kitchen', item: 'scene' }],
  'display:revoke': ['HOL', { id: 'kitchen' }],
  'display:enrol': ['HOL', { id: 'kitchen', enrolHash: hash('7') }],
  'display:token': ['H', { id: 'kitchen', tokenHash: hash('7') }],
  'play:log': ['HS', { display: 'kitchen', plays: [{ panel: 'shout-outs', at, seconds: 10 }] }],

  'outage:begin': ['H', { display: 'kitchen', since: '2026-11-22T11:55:00Z' }],
  'outage:tell': ['H', { ids: ['hall.1'] }],
  'outage:end': ['H', { id: 'hall.1' }],
  'alerts:set': ['HO', { saw: null, mail: true, url: null, quiet: null, timeZone: 'UTC' }],

  'retention:set': [
    'HO',
    {
      saw: 1,
      keep: {
        ...{
          words: 'P3Y',
          thanked: 'P3Y',
          snags: 'P3Y',
          findings: 'P3Y',
          library: 'P5Y',
          huddles: 'P2Y',
          audit: 'P2Y',
        },
        ...{ plays: 'P400D', rows: 'P90D' },
      },
    },
  ],
  'retention:let-go': ['H', { kept: 'words', records: [{ kind: 'verbatim', id: 'ancient' }], last: true }],
  'aim:set': ['HO', { id: 'new', text: 'Everybody is greeted' }],
  'aim:close': ['HO', { id: 'aim' }],
  'trial:start': [
    'HO',
    {
      ...{ id: 'new', teams: ['north'], start: '2026-11-22', end: '2026-12-20', goal: 'Try it' },
      baselines: {},
    },
  ],
  'trial:join': ['HO', { id: 'trial', ...n, baseline: null }],
  'trial:baseline': ['H', { id: 'trial', team: 'south', baseline: null }],
  'trial:end': ['HO', { id: 'trial' }],
  'echo:tap': ['HP', { ...id('new'), topic: 'leading', month: '2026-11', sealed: '1.c2VhbGVk' }],
  // A notebook is its author’s: whoever has an account keeps one, and an owner reads no other.
  'journal:write': ['OMGELX', { id: 'new', sealed: '1.c2VhbGVk' }],
  'journal:seal': ['H', { id: 'mine', saw: 1, sealed: '1.c2VhbGVk' }],
  'journal:share': ['L', { ...id('new'), of: 'mine', sealed: '1.c2VhbGVk' }],
  'journal:drop': ['L', { id: 'mine' }],
};

/** What else than “not yours” those are told who are not granted a command, and who they are. */
export const told: Partial<Record<CommandName, Record<string, string>>> = {
  'huddle:go': { 'huddle-other-host': 'HOL' },
  'huddle:longer': { 'huddle-other-host': 'HOL' },
  'huddle:skill': { 'huddle-other-host': 'HOL' },
  // That somebody keeps a notebook is nobody’s business.
  'journal:share': { 'not-there': 'O' },
  'journal:drop': { 'not-there': 'HOMGEXPQWVKJSTC' },
};

/** Records that a command is tried without. */
export const without: Partial<Record<CommandName, string>> = { 'huddle:start': 'huddle' };

/** The same command in another way: what its input grants differs. */
export const more: [name: CommandName, granted: string, input: unknown][] = [
  ['response:record', 'HOLK', { ...n, source: 'api:key-north', responses: [answer] }],
  ['response:record', 'HOL', { ...n, source: 'api:key-south', responses: [answer] }],
  ['response:record', 'HOLWK', { ...n, source: 'import:csv', responses: [answer] }],
  ['invitation:make', 'HO', { id: 'new', secretHash: hash('7'), name: 'Ravi', role: 'manager', teams: [] }],
  ['invitation:make', 'HO', { id: 'new', secretHash: hash('7'), name: 'Ravi', role: 'owner', teams: [] }],
  ['import:undo', 'HO', { team: null, id: 'sheet' }],
  // Whoever is in the room begins a huddle, a leader alone one with steps of its own.
  ['huddle:start', 'HOL', { id: 'new', ...n, run: 'kick-off' }],
  ['huddle:start', 'HOL', { id: 'new', ...n, run: 'brainstorm' }],
  // Another team’s scene, by whoever leads both that team and the wall.
  [
    'display:edit',
    'HO',
    {
      ...{ id: 'kitchen', saw: 1, name: 'Kitchen', profile: 'break-room', theme: null, audience: null },
      ...{ playlist: [item, { ...item, id: 'theirs', team: 'south' }], framedBy: [] },
    },
  ],
  [
    'pairing:approve',
    'HO',
    {
      pairing: hash('3'),
      display: {
        ...{ id: 'new', ...n, name: 'Door', profile: 'break-room' },
        playlist: [{ ...item, team: 'south' }],
      },
    },
  ],
];
