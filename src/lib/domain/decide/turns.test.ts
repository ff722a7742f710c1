import { describe, expect, it } from 'vitest';
import type { Actor, Commands } from '../command';
import { decide } from '../decide';
import type { Seen, Turn } from '../practice';
import type { Question, Team } from '../records';
import { newTeam } from './teams';
import type { Facts } from './facts';

const now = new Date('2026-11-22T17:00:00Z');
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['t'] };
const manager: Actor = { as: 'account', id: 'm', name: 'Mo', role: 'manager', teams: [] };
const phone = (mark: string): Actor => ({ as: 'phone', team: 't', mark });
const team: Team = {
  ...newTeam(
    { id: 't', name: 'Café', timeZone: 'Europe/London', customer: 'guest' },
    new Date('2026-08-01T09:00:00Z'),
  ),
  cadence: { reports: 'day', turn: 'week', sources: {}, shifts: ['11:00', '16:30'] },
  version: 3,
};
const live: Question = {
  id: 'q',
  team: 't',
  at: team.at,
  status: 'live',
  batch: null,
  version: 1,
  text: 'How was lunch?',
  metric: 'nps',
  scale: null,
};
const open = (number: number): Turn => ({
  id: `t.turn.${number}`,
  team: 't',
  at: '2026-11-16T10:00:00.000Z',
  status: 'open',
  batch: null,
  version: 1,
  number,
  woken: null,
  closing: null,
});

const close = (
  over: Partial<Commands['turn:close']> = {},
  facts: Partial<Facts['turn:close']> = {},
  actor: Actor = leader,
) => {
  const result = decide(
    'turn:close',
    { id: 'th', team: 't', turn: 1, question: null, youSaid: 'Cold soup', ...over },
    {
      team,
      existing: undefined,
      open: undefined,
      before: undefined,
      seen: undefined,
      interest: undefined,
      live: [live],
      question: undefined,
      ...facts,
    },
    actor,
    now,
  );
  if (!result.ok)
    return [
      result.refusal.code,
      result.refusal.values ?? {},
      result.refusal.faults?.map(({ path, code }) => `${path} ${code}`),
    ];
  return result.value.changes.map((change) =>
    'put' in change ? { put: change.put, saw: change.saw, ...change.record } : change,
  );
};

describe('closing a turn', () => {
  it('thanks, asks on, closes the first turn and opens the second', () => {
    expect(close({ learned: ' Say it before they ask. ' })).toMatchObject([
      {
        put: 'turn',
        id: 't.turn.1',
        saw: null,
        at: team.at,
        status: 'closed',
        closing: {
          at: now.toISOString(),
          by: 'Lea',
          thanks: 'th',
          question: 'q',
          learned: 'Say it before they ask.',
        },
      },
      { put: 'turn', id: 't.turn.2', saw: null, at: now.toISOString(), status: 'open', number: 2 },
      { put: 'thanks', id: 'th', turn: 1, youSaid: 'Cold soup', weDid: null },
    ]);
  });

  it('keeps how many answered in the turn, and that a manager is asked to sign', () => {
    expect(close({ answered: 402, cosign: true })[2]).toMatchObject({
      answered: 402,
      cosign: { asked: now.toISOString() },
    });
    expect(close()[2]).not.toHaveProperty('cosign');
  });

  it('keeps the leader’s lines to the team under the account’s name, cut to their length, and nothing where none is said', () => {
    const lines = { express: ' I waited there myself. ', reinforce: 'You asked every table. '.repeat(9) };
    expect(close(lines)[2]).toMatchObject({
      leader: { account: 'l', name: 'Lea', express: 'I waited there myself.' },
    });
    const { leader: said } = close(lines)[2] as { leader: { reinforce: string } };
    expect([...said.reinforce].length).toBeLessThanOrEqual(160);
    expect(said.reinforce).toContain('You asked every table.');
    expect(close({ express: 'Because.' })[2]).toMatchObject({ leader: { reinforce: null } });
    expect(close({ express: ' ', reinforce: null })[2]).not.toHaveProperty('leader');
  });

  it('makes the next question live in the same act', () => {
    const question = { id: 'q2', text: 'Was the bread warm?', metric: 'csat' as const };
    expect(close({ turn: 14, question }, { open: open(14) })).toMatchObject([
      { id: 't.turn.14', saw: 1, status: 'closed', closing: { question: 'q2' } },
      { id: 't.turn.15', number: 15 },
      { put: 'thanks', turn: 14 },
      { put: 'question', id: 'q', status: 'past' },
      { put: 'question', id: 'q2', status: 'live', text: 'Was the bread warm?' },
    ]);
  });

  it('takes the marks of phones away, and keeps what they counted', () => {
    const seen = {
      ...{ id: 't.seen.1', team: 't', at: '', status: 'open' as const, batch: null, version: 3 },
      ...{ turn: 1, shifts: { '00:00': { first: '', taps: 2 } }, met: null, marks: ['a', 'b'] },
    };
    expect(close({}, { seen }).at(-1)).toMatchObject({
      put: 'seen',
      marks: [],
      shifts: { '00:00': { taps: 2 } },
    });
  });

  it('does not ask a question that is there already under that name', () => {
    const question = { id: 'q', text: 'Was the bread warm?', metric: 'csat' as const };
    const asked = { id: 'q' } as Facts['turn:close']['question'];
    expect(close({ question }, { question: asked })[0]).toBe('changed-meanwhile');
  });

  it('does not happen without a question', () => {
    expect(close({}, { live: [] })).toEqual(['invalid', {}, ['question.text question-missing']]);
    expect(close({ question: { id: 'q2', text: ' \u200b ', metric: 'nps' } })).toEqual([
      'invalid',
      {},
      ['question.text missing'],
    ]);
  });

  it('takes effect once: the same again is nothing, another leader gets a sentence', () => {
    const [, , thanks] = close() as [unknown, unknown, { id: string }];
    const said = { ...thanks, team: 't', version: 1 } as unknown as Facts['turn:close']['existing'];
    expect(close({}, { existing: said, open: open(2) })).toEqual([]);
    const before: Turn = {
      ...open(1),
      status: 'closed',
      closing: { at: '', by: 'Kim', thanks: '', question: '', learned: null },
    };
    expect(close({ id: 'other' }, { open: open(2), before })).toEqual([
      'turn-closed-by',
      { by: 'Kim', turn: 1, now: 2 },
      undefined,
    ]);
    expect(close({ turn: 9 })).toEqual(['changed-meanwhile', {}, undefined]);
  });

  it('is for leaders of the team', () => {
    expect(close({}, {}, manager)[0]).toBe('not-yours');
    expect(close({}, {}, phone('a'))[0]).toBe('not-yours');
  });
});

describe('a tap of a shift', () => {
  const tap = (mark: string, seen?: Seen, turn = 14, at = now) => {
    const result = decide('seen:tap', { team: 't', turn }, { team, open: open(14), seen }, phone(mark), at);
    if (!result.ok) return result.refusal.code;
    const [change] = result.value.changes;
    return change && 'put' in change ? ({ ...change.record, version: 1 } as Seen) : undefined;
  };

  it('counts once a ticket, for the shift that is on, and is met when every shift has tapped', () => {
    const lunch = tap('a', undefined, 14, new Date('2026-11-22T12:00:00Z')) as Seen;
    expect(lunch).toMatchObject({
      id: 't.seen.14',
      status: 'open',
      met: null,
      shifts: { '11:00': { taps: 1 } },
    });
    expect(tap('a', lunch)).toBeUndefined();
    const evening = tap('b', lunch) as Seen;
    expect(evening).toMatchObject({
      status: 'met',
      met: now.toISOString(),
      shifts: { '11:00': { taps: 1 }, '16:30': { taps: 1, first: now.toISOString() } },
    });
    const more = tap('c', evening, 14, new Date('2026-11-22T18:00:00Z')) as Seen;
    expect(more).toMatchObject({
      met: now.toISOString(),
      shifts: { '16:30': { taps: 2, first: now.toISOString() } },
    });
    expect(JSON.stringify(more)).not.toMatch(/name|phone/);
  });

  it('of a turn that is over is refused', () => {
    expect(tap('a', undefined, 13)).toBe('turn-over');
  });

  it('comes from phones of the team only', () => {
    const result = decide(
      'seen:tap',
      { team: 't', turn: 14 },
      { team, open: open(14), seen: undefined },
      { as: 'phone', team: 'x' },
      now,
    );
    expect(result).toMatchObject({ ok: false, refusal: { code: 'not-yours' } });
  });
});
