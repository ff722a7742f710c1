import { describe, expect, it } from 'vitest';
import { nothingShown } from '../../../tests/support/records';
import type { Actor, Commands } from './command';
import { decide } from './decide';
import { newTeam } from './decide/teams';
import type { Display } from './display';
import type { Goal, Thanks } from './practice';
import type { Change, Question, Response, Team, Verbatim } from './records';

const now = new Date('2026-11-22T10:00:00Z');
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['t'] };
const phone: Actor = { as: 'phone', team: 't' };
const key: Actor = { as: 'key', id: 'k', teams: ['t'], scopes: ['responses:write'] };
const team: Team = {
  ...newTeam({ id: 't', name: 'Café', timeZone: 'Europe/London', customer: 'guest' }, now),
  values: [{ id: 'care', name: 'Care', icon: 'heart' }],
  version: 3,
};
const clean: Team = { ...team, moderation: 'clean' };

/** The records that a decision puts, or the code of its refusal. */
function records(result: ReturnType<typeof decide>): unknown[] | string {
  if (!result.ok)
    return [result.refusal.code, ...(result.refusal.faults ?? []).map(({ code }) => code)].join(' ');
  return result.value.changes.map((change: Change) =>
    'put' in change ? change.record : { erased: change.id },
  );
}

describe('a comment', () => {
  const record = (
    input: Partial<Commands['response:record']['responses'][0]>,
    facts: { team?: Team; before?: Response; comment?: Verbatim } = {},
    more = {},
  ) =>
    records(
      decide(
        'response:record',
        {
          team: 't',
          source: 'api:k',
          responses: [{ metric: 'nps', value: 9, ...input }],
          ids: ['a'],
          ...more,
        },
        { team: facts.team ?? team, existing: [facts.before], comments: [facts.comment] },
        key,
        now,
      ),
    );

  it('waits for a leader unless the team lets clean ones through', () => {
    expect(record({ comment: 'Lovely soup' })).toMatchObject([{ status: 'counted' }, { status: 'waiting' }]);
    expect(record({ comment: 'Lovely soup' }, { team: clean })).toMatchObject([{}, { status: 'approved' }]);
    expect(record({ comment: 'Lovely, write to kim@mail.example' }, { team: clean })).toMatchObject([
      {},
      { status: 'waiting', masked: true, text: 'Lovely, write to •••' },
    ]);
  });

  it('that came over the soft limit waits, and its score stays out', () => {
    expect(record({ comment: 'Lovely soup' }, { team: clean }, { held: true })).toMatchObject([
      { status: 'kept-out' },
      { status: 'waiting' },
    ]);
  });

  it('of nothing but spaces and hidden characters is none', () => {
    expect(record({ comment: ' \u200b\n ' })).toHaveLength(1);
  });

  it('stays as it was when an update leaves it out, and is looked at anew when it changed', () => {
    const [before, comment] = record({ comment: 'Lovely soup', touchpoint: 'till' }) as [Response, Verbatim];
    const approved: Verbatim = { ...comment, status: 'approved', highlight: 'Lovely', version: 2 };
    const facts = { before: { ...before, version: 1 }, comment: approved };
    expect(record({ value: 3 }, facts)).toMatchObject([
      { value: 3, touchpoint: 'till' },
      { status: 'approved', highlight: 'Lovely', value: 3 },
    ]);
    expect(record({ value: 3, comment: 'Cold soup' }, facts)).toMatchObject([
      {},
      { status: 'waiting', highlight: null, text: 'Cold soup' },
    ]);
  });

  it('is set in colour only by words that stand in it; approved, its held answer counts', () => {
    const [response, verbatim] = record({ comment: 'Lovely soup' }, {}, { held: true }) as [
      Response,
      Verbatim,
    ];
    const approve = (highlight: string | null) =>
      records(
        decide(
          'verbatim:approve',
          { team: 't', id: 'a', highlight },
          { team, verbatim: { ...verbatim, version: 1 }, response: { ...response, version: 1 } },
          leader,
          now,
        ),
      );
    expect(approve('Cold')).toBe('invalid not-in-the-comment');
    expect(approve('soup')).toMatchObject([{ status: 'approved', highlight: 'soup' }, { status: 'counted' }]);
  });
});

describe('answers that were held back', () => {
  const one = (id: string, at: string): Response =>
    ({ id, team: 't', at, status: 'kept-out', metric: 'nps', value: 9, version: 2 }) as Response;
  const held = [one('a', '2026-11-22T09:00:00.000Z'), one('b', '2026-11-22T10:30:00.000Z')];
  const upTo = '2026-11-22T10:00:00Z';

  it('count when a leader says so, but only those that the leader saw', () => {
    const count = (actor: Actor) =>
      records(decide('held:count', { team: 't', upTo }, { team, held }, actor, now));
    expect(count(leader)).toMatchObject([{ id: 'a', status: 'counted' }]);
    expect(count(leader)).toHaveLength(1);
    expect(count(phone)).toBe('not-yours');
    expect(count({ ...leader, teams: ['other'] })).toBe('not-yours');
  });

  it('go with what was written when a leader drops them', () => {
    const comments = held.map(({ id }) => ({ id, team: 't', version: 1 }) as Verbatim);
    const drop = (actor: Actor) =>
      records(decide('held:drop', { team: 't', upTo }, { team, held, comments }, actor, now));
    expect(drop(leader)).toEqual([{ erased: 'a' }, { erased: 'a' }]);
    expect(drop(key)).toBe('not-yours');
  });
});

describe('whether somebody looks forward to coming back', () => {
  const answer = {
    id: 'a',
    team: 't',
    status: 'counted',
    source: 'ask',
    metric: 'nps',
    value: 9,
  } as Response;
  const question = { id: 'q', team: 't', status: 'live', returning: true } as Question;
  const customer: Actor = { as: 'customer' };
  const say = (
    value: number,
    {
      response,
      live = [question],
      actor = customer,
    }: { response?: Response; live?: Question[]; actor?: Actor } = {},
  ) =>
    records(
      decide(
        'response:returning',
        { team: 't', response: 'a', value },
        { team, response: response ?? answer, live },
        actor,
        now,
      ),
    );

  it('stands with their answer, which it does not change, and is said again in its place', () => {
    expect(say(5)).toEqual([expect.objectContaining({ id: 'a', metric: 'nps', value: 9, returning: 5 })]);
    expect(say(2, { response: { ...answer, returning: 5 } })).toMatchObject([{ id: 'a', returning: 2 }]);
    expect(say(5, { response: { ...answer, returning: 5 } })).toEqual([]);
  });

  it('is said of an answer of the team only, where it asks so, and on the scale', () => {
    expect(say(5, { live: [{ ...question, returning: false }] })).toBe('not-there');
    expect(say(5, { live: [] })).toBe('not-there');
    expect(say(5, { response: { ...answer, team: 'other' } })).toBe('not-there');
    expect(say(5, { actor: phone })).toBe('not-yours');
    for (const wrong of [0, 6, 2.5, Number.NaN]) expect(say(wrong)).toBe('invalid value-out-of-range');
  });

  it('stays when words are added to the answer afterwards', () => {
    const added = decide(
      'response:record',
      {
        ...{ team: 't', source: 'ask', ids: ['a'] },
        responses: [{ metric: 'nps', value: 8, comment: 'Warm soup' }],
      },
      { team, existing: [{ ...answer, returning: 4 }], comments: [undefined] },
      customer,
      now,
    );
    expect(records(added)).toMatchObject([{ id: 'a', value: 8, returning: 4 }, { text: 'Warm soup' }]);
  });
});

describe('a thanks', () => {
  const thanks = { id: 'k', team: 't', status: 'published', version: 1 } as Thanks;
  const withdraw = (actor: Actor, one: Thanks | undefined = thanks) =>
    records(decide('thanks:withdraw', { team: 't', id: 'k' }, { team, thanks: one }, actor, now));

  it('is withdrawn by whoever leads the team, once', () => {
    expect(withdraw(leader)).toMatchObject([{ id: 'k', status: 'withdrawn' }]);
    expect(withdraw(leader, { ...thanks, status: 'withdrawn' })).toEqual([]);
    expect(withdraw(phone)).toBe('not-yours');
    expect(withdraw(leader, { ...thanks, team: 'other' })).toBe('not-there');
  });
});

describe('a shout-out', () => {
  const add = (actor: Actor, behaviour: string, value: string | null = null, held = false) =>
    records(
      decide(
        'shout-out:add',
        { id: 's', team: 't', to: 'Bo', from: 'Al', behaviour, value, held },
        { team, existing: undefined, goal: undefined, other: undefined },
        actor,
        now,
      ),
    );

  it('is on the wall at once; from a phone only when nothing is to be objected', () => {
    expect(add(phone, 'You carried the tray.', 'care')).toMatchObject([
      { status: 'published', value: 'care' },
    ]);
    expect(add(phone, 'Look at www.evil.example')).toMatchObject([{ status: 'waiting' }]);
    expect(add(leader, 'Look at www.harbour.example')).toMatchObject([{ status: 'published' }]);
    expect(add(phone, 'You carried the tray.', null, true)).toMatchObject([{ status: 'waiting' }]);
  });

  it('names one of the team’s own values', () => {
    expect(add(phone, 'You smiled.', 'speed')).toBe('invalid unknown-value');
  });
});

describe('a team', () => {
  it('asks one question at a time', () => {
    const live = { id: 'q1', team: 't', status: 'live', version: 1 } as Question;
    const asked = decide(
      'question:ask',
      { id: 'q2', team: 't', text: 'How are we?', metric: 'nps' },
      { team, existing: undefined, live: [live] },
      leader,
      now,
    );
    expect(records(asked)).toMatchObject([
      { id: 'q1', status: 'past' },
      { id: 'q2', status: 'live', scale: null },
    ]);
  });

  it('asks whether people look forward to coming back only where its question says so', () => {
    const asked = (more: object) =>
      records(
        decide(
          'question:ask',
          { id: 'q2', team: 't', text: 'How are we?', metric: 'nps', ...more },
          { team, existing: undefined, live: [] },
          leader,
          now,
        ),
      );
    expect(asked({ returning: true })).toMatchObject([{ id: 'q2', returning: true }]);
    expect(asked({ returning: false })).toEqual([
      expect.not.objectContaining({ returning: expect.anything() }),
    ]);
  });

  it('focuses on one goal, that has somewhere to go and time for it', () => {
    const open = { id: 'g1', team: 't', status: 'open', version: 1 } as Goal;
    const set = (more: Partial<Commands['goal:set']>) =>
      records(
        decide(
          'goal:set',
          {
            id: 'g2',
            team: 't',
            question: 'Warm soup?',
            unit: 'in-100',
            baseline: 60,
            target: 80,
            due: '2026-12-24',
            routine: 'Handover',
            ...more,
          },
          { ...nothingShown, team, existing: undefined, open: [open], aim: undefined },
          leader,
          now,
        ),
      );
    expect(set({})).toMatchObject([
      { id: 'g1', status: 'closed' },
      { id: 'g2', status: 'open', start: '2026-11-22' },
    ]);
    expect(set({ target: 60 })).toBe('invalid target-is-baseline');
    expect(set({ due: '2026-11-22' })).toBe('invalid due-before-start');
    expect(set({ follow: 'joy' })).toBe('invalid unknown-metric');
    // No new meeting: it lives in a routine that the team has already.
    expect(set({ routine: ' ' })).toBe('invalid routine-missing');
    expect(set({ routine: undefined })).toBe('invalid routine-missing');
  });
});

describe('a display', () => {
  const display = {
    id: 'd',
    team: 't',
    status: 'active',
    version: 4,
    playlist: [] as Display['playlist'],
    tokenHash: 'x',
    enrolHash: 'y',
  } as Display;

  it('that is revoked opens to nobody, and to no leader of another team before', () => {
    expect(records(decide('display:revoke', { id: 'd' }, { display }, leader, now))).toMatchObject([
      { status: 'revoked', tokenHash: null, enrolHash: null },
    ]);
    const other: Actor = { ...leader, teams: ['u'] };
    expect(records(decide('display:revoke', { id: 'd' }, { display }, other, now))).toBe('not-yours');
  });

  it('keeps its own zone, language, quiet hours and turn until an edit names them', () => {
    const own = {
      ...display,
      timeZone: 'Europe/Lisbon',
      language: 'pt',
      quietHours: 'never' as const,
      rotation: 90 as const,
    };
    const edit = (over: Partial<Commands['display:edit']>) =>
      records(
        decide(
          'display:edit',
          {
            id: 'd',
            saw: 4,
            name: 'Stairs',
            profile: 'portrait',
            playlist: [],
            theme: null,
            audience: null,
            framedBy: [],
            ...over,
          },
          { display: own, past: [], others: [] },
          leader,
          now,
        ),
      );
    expect([edit({})].flat()[0]).toMatchObject({
      timeZone: 'Europe/Lisbon',
      language: 'pt',
      quietHours: 'never',
      rotation: 90,
    });
    const night = { from: '22:00', to: '06:00' };
    expect([edit({ timeZone: null, quietHours: night, rotation: null })].flat()[0]).toMatchObject({
      timeZone: null,
      language: 'pt',
      quietHours: night,
      rotation: null,
    });
    expect(edit({ timeZone: 'Europe/Atlantis' })).toBe('invalid unknown-time-zone');
    expect(edit({ quietHours: { from: '22:00', to: '22:00' } })).toBe('invalid always-quiet');
  });

  it('is edited from its newest version only, with dwell times that people can read by', () => {
    const edit = (saw: number, dwell: number | null) =>
      records(
        decide(
          'display:edit',
          {
            id: 'd',
            saw,
            name: 'Break room',
            profile: 'break-room',
            playlist: [{ id: 'i', panel: 'clock', options: {}, dwell }],
            theme: null,
            audience: null,
            framedBy: ['https://Signage.example', 'https://signage.example'],
          },
          { display, past: [], others: [] },
          leader,
          now,
        ),
      );
    expect([edit(4, 10)].flat()[0]).toMatchObject({
      name: 'Break room',
      framedBy: ['https://signage.example'],
    });
    expect(edit(3, 10)).toBe('changed-meanwhile');
    expect(edit(4, 1)).toBe('invalid dwell-out-of-range');
  });
});
