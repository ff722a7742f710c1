import { describe, expect, it } from 'vitest';
import type { Actor, CommandName, Commands } from '../command';
import { decide } from '../decide';
import {
  ballotId,
  huddleStand,
  kickOffSteps,
  mostNotes,
  type Ballot,
  type Commitment,
  type Huddle,
} from '../huddle';
import type { Change, Team, Verbatim } from '../records';
import type { Facts } from './facts';
import { newTeam } from './teams';

const start = new Date('2026-11-22T14:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + 1000 * seconds);
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['t'] };
const phone = (mark: string, team = 't'): Actor => ({ as: 'phone', team, mark });
const host = phone('host');
const team: Team = {
  ...newTeam({ id: 't', name: 'Café', timeZone: 'Europe/London', customer: 'guest' }, after(-9e6)),
  version: 3,
};
const cited = { id: 'v', team: 't', status: 'approved' } as Verbatim;

/** A team’s huddles, to which what was decided is applied as the store does. */
class Team1 {
  huddles: Huddle[] = [];
  ballots: Ballot[] = [];
  notes = 0;
  brought = false;
  commitments: Commitment[] = [];
  now = start;

  get huddle(): Huddle {
    return this.huddles.at(-1)!;
  }

  facts(input: { id?: string; huddle?: string }): object {
    const huddle = this.huddles.find(({ id }) => id === input.huddle);
    return {
      team,
      existing: [...this.huddles, ...this.commitments].find(({ id }) => id === input.id),
      on: this.huddles.filter(({ status }) => status === 'on'),
      ballots: this.ballots,
      open: undefined,
      live: [],
      brought: this.brought,
      huddle,
      ballot: this.ballots.find(({ id }) => id === ballotId(input.huddle ?? '')),
      notes: this.notes,
      cited,
      made: this.commitments.length,
      commitment: this.commitments.find(({ id }) => id === input.id),
    };
  }

  /** `true` where it took effect, `false` where nothing was left to do, else why not. */
  do<C extends CommandName>(name: C, input: Omit<Commands[C], 'team'>, actor: Actor = host): unknown {
    const whole = { team: 't', ...input } as unknown as Commands[C];
    const result = decide(
      name,
      whole,
      this.facts(whole as { id?: string; huddle?: string }) as Facts[C],
      actor,
      this.now,
    );
    if (!result.ok) {
      const { code, faults = [] } = result.refusal;
      return faults.length > 0 ? faults.map(({ path, code }) => `${path} ${code}`).join(', ') : code;
    }
    for (const change of result.value.changes) this.#take(change);
    return result.value.changes.length > 0;
  }

  #take(change: Change): void {
    if (!('put' in change)) return;
    const record = { ...change.record, version: (change.saw ?? 0) + 1 } as never;
    const lists: Partial<Record<string, { id: string }[]>> = {
      huddle: this.huddles,
      ballot: this.ballots,
      commitment: this.commitments,
    };
    const into = lists[change.put];
    if (!into) {
      this.notes += 1;
      return;
    }
    const at = into.findIndex(({ id }) => id === change.record.id);
    if (at < 0) into.push(record);
    else into[at] = record;
  }

  get stand() {
    return huddleStand(this.huddle, this.now);
  }
  get saw() {
    return { moves: this.huddle.moves, step: this.stand.step };
  }
}

const begun = (name: string | null = null) => {
  const room = new Team1();
  room.do('huddle:start', { id: 'h', name });
  return room;
};

it('is a kick-off only where a leader starts it so: twenty minutes of steps of its own', () => {
  const of = new Team1();
  expect(of.do('huddle:start', { id: 'k', run: 'kick-off' }, host)).toBe('not-yours');
  expect(of.do('huddle:start', { id: 'k', run: 'kick-off' }, leader)).toBe(true);
  expect(of.huddle.agenda.map(({ step }) => step)).toEqual([
    'doors',
    'declare',
    'why',
    'targets',
    'challenge',
  ]);
  expect(huddleStand(of.huddle, start)).toMatchObject({ step: 0, total: 1200, over: false });
});

it('has a step for what champions bring, which a kick-off has not', () => {
  const steps = (run?: 'kick-off') => {
    const of = new Team1();
    of.brought = true;
    of.do('huddle:start', { id: 'h', run }, leader);
    return of.huddle.agenda.map(({ step }) => step);
  };
  expect(steps()).toEqual(['how', 'comment', 'champions', 'decide', 'who', 'thank']);
  expect(steps('kick-off')).toEqual([...kickOffSteps]);
});

describe('a huddle begins', () => {
  it('by one tap on any phone of the team, which hosts it; the same tap again is nothing', () => {
    const room = new Team1();
    expect(room.do('huddle:start', { id: 'h', name: ' Ana ' })).toBe(true);
    expect(room.huddle).toMatchObject({
      at: start.toISOString(),
      turn: 1,
      host: { mark: 'host', name: 'Ana' },
    });
    expect(room.do('huddle:start', { id: 'h' })).toBe(false);
  });

  it('once: a second one is told of the first, and may begin when that has run out', () => {
    const room = begun();
    room.do('huddle:place', { huddle: 'h', now: 5, need: 8 }, phone('a'));
    room.now = after(179);
    expect(room.do('huddle:start', { id: 'h2' }, phone('a'))).toBe('huddle-on');
    room.now = after(500);
    expect(room.do('huddle:start', { id: 'h2' }, phone('a'))).toBe(true);
    expect(room.huddles[0]).toMatchObject({
      status: 'over',
      ended: after(180).toISOString(),
      host: { mark: '' },
    });
    expect(room.ballots[0]).toMatchObject({ status: 'closed', places: [{ now: 5, need: 8, mark: '' }] });
  });

  it('by nobody from outside', () => {
    const room = new Team1();
    expect(room.do('huddle:start', { id: 'h' }, phone('x', 'other'))).toBe('not-yours');
    expect(room.do('huddle:start', { id: 'h' }, { as: 'customer' })).toBe('not-yours');
    expect(
      room.do(
        'huddle:start',
        { id: 'h' },
        { as: 'account', id: 'm', name: 'Mo', role: 'manager', teams: [] },
      ),
    ).toBe('not-yours');
    expect(room.do('huddle:start', { id: 'h' }, leader)).toBe(true);
  });
});

describe('its host steers it', () => {
  it('on and back; a step that was left begins anew', () => {
    const room = begun();
    room.now = after(10);
    expect(room.do('huddle:go', { huddle: 'h', act: '1', saw: room.saw, to: 2 })).toBe(true);
    expect(room.stand).toMatchObject({ step: 2, left: 60 });
    room.now = after(30);
    expect(room.do('huddle:go', { huddle: 'h', act: '2', saw: room.saw, to: 1 })).toBe(true);
    expect(room.stand).toMatchObject({ step: 1, left: 35 });
  });

  it('once a tap: doubled, sent again or too late it has no second effect', () => {
    const room = begun();
    const { saw } = room;
    const next = { huddle: 'h', act: '1', saw, to: 1 };
    expect(room.do('huddle:go', next)).toBe(true);
    expect(room.do('huddle:go', next)).toBe(false);
    expect(room.do('huddle:go', { ...next, act: '2' })).toBe(false);
    room.now = after(5);
    room.do('huddle:go', { huddle: 'h', act: '3', saw: room.saw, to: 2 });
    expect(room.do('huddle:go', next)).toBe(false);
    expect(room.do('huddle:go', { ...next, act: '4' })).toBe('huddle-moved');
    expect(room.stand.step).toBe(2);
  });

  it('not where it stood before somebody else steered: back at the same step is not the same moment', () => {
    const room = begun();
    const { saw } = room;
    room.do('huddle:go', { huddle: 'h', act: '1', saw, to: 1 });
    room.do('huddle:go', { huddle: 'h', act: '2', saw: room.saw, to: 0 });
    expect(room.do('huddle:go', { huddle: 'h', act: '3', saw, to: 2 })).toBe('huddle-moved');
    expect(room.stand.step).toBe(0);
  });

  it('not past a step that has begun by itself meanwhile', () => {
    const room = begun();
    const { saw } = room;
    room.now = after(26);
    expect(room.do('huddle:go', { huddle: 'h', act: '1', saw, to: 1 })).toBe(false);
    expect(room.stand).toMatchObject({ step: 1, left: 34 });
    room.now = after(61);
    expect(room.do('huddle:go', { huddle: 'h', act: '2', saw, to: 1 })).toBe('huddle-moved');
  });

  it('with half a minute more, a step that began by itself too', () => {
    const room = begun();
    room.now = after(30);
    expect(room.do('huddle:longer', { huddle: 'h', act: '1', saw: room.saw })).toBe(true);
    expect(room.stand).toMatchObject({ step: 1, left: 60, total: 180 });
    expect(room.do('huddle:longer', { huddle: 'h', act: '1', saw: room.saw })).toBe(false);
    expect(room.do('huddle:longer', { huddle: 'h', act: '2', saw: room.saw })).toBe(true);
    expect(room.stand).toMatchObject({ step: 1, left: 90, total: 210 });
    for (let act = 3; act < 60; act += 1)
      room.do('huddle:longer', { huddle: 'h', act: `${act}`, saw: room.saw });
    expect(room.do('huddle:longer', { huddle: 'h', act: 'z', saw: room.saw })).toBe('huddle-long-enough');
    expect(room.stand.total).toBeLessThanOrEqual(1800 - 30);
  });

  it('until another takes over; what the first sends afterwards is answered with who hosts', () => {
    const room = begun();
    const { saw } = room;
    expect(room.do('huddle:go', { huddle: 'h', act: '1', saw, to: 1 }, phone('b'))).toBe('huddle-other-host');
    expect(room.do('huddle:host', { huddle: 'h', act: '2', saw, name: 'Ben' }, phone('b'))).toBe(true);
    expect(room.do('huddle:host', { huddle: 'h', act: '2', saw, name: 'Ben' }, phone('b'))).toBe(false);
    expect(room.do('huddle:host', { huddle: 'h', act: '3', saw }, phone('c'))).toBe('huddle-moved');
    expect(room.do('huddle:go', { huddle: 'h', act: '4', saw, to: 1 })).toBe('huddle-hosted-by');
    expect(room.do('huddle:end', { huddle: 'h' })).toBe('huddle-hosted-by');
    expect(room.do('huddle:go', { huddle: 'h', act: '5', saw: room.saw, to: 1 }, phone('b'))).toBe(true);
  });

  it('who takes over need not have seen the host’s newest step, but the host', () => {
    const room = begun();
    const { saw } = room;
    expect(room.do('huddle:go', { huddle: 'h', act: '1', saw, to: 1 })).toBe(true);
    expect(room.do('huddle:host', { huddle: 'h', act: '2', saw }, phone('b'))).toBe(true);
    expect(room.do('huddle:go', { huddle: 'h', act: '3', saw: room.saw, to: 2 }, phone('b'))).toBe(true);
    // The one before that is not the one who hosts now.
    expect(room.do('huddle:host', { huddle: 'h', act: '4', saw }, phone('c'))).toBe('huddle-moved');
    const now = room.saw;
    expect(room.do('huddle:host', { huddle: 'h', act: '5', saw: now, name: 'Bea' }, phone('b'))).toBe(true);
    expect(room.do('huddle:host', { huddle: 'h', act: '6', saw: now }, phone('c'))).toBe(true);
  });

  it('to its end, which comes by itself as well; nothing is steered or written after it', () => {
    const room = begun();
    room.now = after(60);
    expect(room.do('huddle:end', { huddle: 'h' }, leader)).toBe(true);
    expect(room.huddle).toMatchObject({ status: 'over', ended: after(60).toISOString() });
    expect(room.do('huddle:end', { huddle: 'h' })).toBe(false);

    const other = begun();
    other.now = after(180);
    const late = { huddle: 'h', act: '1', saw: other.saw };
    expect(other.do('huddle:go', { ...late, to: 2 })).toBe('huddle-over');
    expect(other.do('huddle:longer', late)).toBe('huddle-over');
    expect(other.do('huddle:host', late, phone('b'))).toBe('huddle-over');
    expect(other.do('huddle:place', { huddle: 'h', now: 5, need: 8 })).toBe('huddle-over');
    expect(other.do('huddle:vote', { huddle: 'h', question: 'q' })).toBe('huddle-over');
    expect(other.do('note:add', { id: 'n', huddle: 'h', says: 'fact', text: 'Late' })).toBe('huddle-over');
    other.do('huddle:end', { huddle: 'h' }, phone('anybody'));
    expect(other.huddle.ended).toBe(after(180).toISOString());
  });
});

describe('what is said in it', () => {
  const note = (over: object = {}) => ({
    id: 'n',
    huddle: 'h',
    says: 'fact' as const,
    text: 'Nine waited',
    ...over,
  });

  it('an assessment cites a fact', () => {
    const room = begun();
    expect(room.do('note:add', note({ says: 'assessment' }))).toBe('cites fact-missing');
    expect(room.do('note:add', note({ says: 'assessment', cites: 'x' }))).toBe(true);
    expect(room.do('note:add', note({ id: 'n2', says: 'assessment', cites: 'score' }))).toBe(true);
    expect(room.do('note:add', note({ id: 'n3', says: 'request', text: ' ' }))).toBe('text missing');
    room.notes = mostNotes;
    expect(room.do('note:add', note({ id: 'n4' }))).toBe('huddle-notes-full');
  });

  it('a commitment says who, what and by when', () => {
    const room = begun();
    const make = (over: object = {}) => ({
      id: 'c',
      huddle: 'h',
      who: 'all' as const,
      text: 'Say the wait',
      due: '2026-11-29',
      ...over,
    });
    expect(room.do('commitment:make', make({ who: 'one' }))).toBe('name missing');
    expect(room.do('commitment:make', make({ due: '2026-11-21' }))).toBe('due day-gone');
    expect(room.do('commitment:make', make({ due: '2027-06-01' }))).toBe('due day-too-far');
    expect(room.do('commitment:make', make({ name: 'Ana' }), phone('a'))).toBe(true);
    expect(room.do('commitment:make', make())).toBe(false);
    expect(room.commitments).toMatchObject([
      { who: 'all', name: null, status: 'open', turn: 1, due: '2026-11-29' },
    ]);
  });

  it('and is judged once: who saw it differently is told', () => {
    const room = begun();
    room.do('commitment:make', {
      id: 'c',
      huddle: 'h',
      who: 'leader',
      text: 'Ring the baker',
      due: '2026-11-23',
    });
    room.now = after(86_400);
    expect(room.do('commitment:judge', { id: 'c', kept: true, saw: 'open' }, phone('a'))).toBe(true);
    expect(room.do('commitment:judge', { id: 'c', kept: true, saw: 'open' }, phone('b'))).toBe(false);
    expect(room.do('commitment:judge', { id: 'c', kept: false, saw: 'open' }, phone('b'))).toBe(
      'commitment-kept',
    );
    expect(room.do('commitment:judge', { id: 'c', kept: false, saw: 'kept' }, leader)).toBe(true);
    expect(room.commitments[0]).toMatchObject({ status: 'not-kept', judged: room.now.toISOString() });
  });
});

describe('markers and votes', () => {
  it('one marker a ticket: a second one replaces the first', () => {
    const room = begun();
    const place = (mark: string, now: number, need: number) =>
      room.do('huddle:place', { huddle: 'h', now, need }, phone(mark));
    expect(place('a', 4, 8)).toBe(true);
    expect(place('a', 4, 8)).toBe(false);
    expect(place('b', 5, 9)).toBe(true);
    expect(place('a', 3, 10)).toBe(true);
    expect(room.ballots[0]?.places).toEqual([
      { mark: 'a', now: 3, need: 10 },
      { mark: 'b', now: 5, need: 9 },
    ]);
    expect(place('c', 11, 2.5)).toBe('now marker-out-of-range, need marker-out-of-range');
    expect(place('c', -1, 0)).toBe('now marker-out-of-range');
  });

  it('one vote a ticket: a second one is told so', () => {
    const room = begun();
    expect(room.do('huddle:vote', { huddle: 'h', question: 'q' }, phone('a'))).toBe('question not-a-choice');
    expect(room.do('huddle:propose', { id: 'q', huddle: 'h', text: 'Was it warm?' }, phone('a'))).toBe(true);
    expect(room.do('huddle:propose', { id: 'q2', huddle: 'h', text: 'was it WARM?' }, phone('b'))).toBe(
      false,
    );
    expect(room.do('huddle:propose', { id: 'q3', huddle: 'h', text: 'Was it quick?' }, phone('b'))).toBe(
      true,
    );
    expect(room.do('huddle:vote', { huddle: 'h', question: 'q' }, phone('a'))).toBe(true);
    expect(room.do('huddle:vote', { huddle: 'h', question: 'q' }, phone('a'))).toBe(false);
    expect(room.do('huddle:vote', { huddle: 'h', question: 'q3' }, phone('a'))).toBe('voted-already');
    for (let more = 4; more < 14; more += 1)
      room.do('huddle:propose', { id: `q${more}`, huddle: 'h', text: `Question ${more}` });
    expect(room.do('huddle:propose', { id: 'full', huddle: 'h', text: 'One more' })).toBe('questions-full');
  });

  it('the host, or a leader, says what was agreed', () => {
    const room = begun();
    expect(room.do('huddle:agree', { huddle: 'h', now: 5, need: 8 }, phone('a'))).toBe('huddle-other-host');
    expect(room.do('huddle:agree', { huddle: 'h', now: 5, need: 12 })).toBe('need marker-out-of-range');
    expect(room.do('huddle:agree', { huddle: 'h', now: 5, need: 8 })).toBe(true);
    expect(room.do('huddle:agree', { huddle: 'h', now: 5, need: 8 }, leader)).toBe(false);
    expect(room.huddle.agreed).toEqual({ now: 5, need: 8 });
  });
});

describe('a team’s own plan', () => {
  const plan = (over: object = {}, actor: Actor = leader) =>
    decide(
      'team:huddle',
      {
        team: 't',
        saw: 3,
        agenda: [
          { step: 'decide', seconds: 120 },
          { step: 'how', seconds: 60 },
        ],
        skills: [' Listening ', 'listening', ''],
        hosts: ['Ana', 'ana', 'Ben'],
        ...over,
      },
      { team },
      actor,
      start,
    );
  const codes = (result: ReturnType<typeof plan>) =>
    result.ok ? [] : (result.refusal.faults?.map(({ path, code }) => `${path} ${code}`) ?? []);

  it('has its steps, skills and hosts, each once; without skills it has the first ones', () => {
    const set = (result: ReturnType<typeof plan>) =>
      result.ok && 'put' in result.value.changes[0]! && (result.value.changes[0].record as Team).huddle;
    expect(set(plan())).toMatchObject({ skills: ['Listening'], hosts: ['Ana', 'Ben'] });
    expect(set(plan({ skills: [] }))).toMatchObject({
      skills: expect.arrayContaining(['coaching', 'asking']),
    });
  });

  it('needs a step, and none twice, too short or too long', () => {
    expect(codes(plan({ agenda: [] }))).toEqual(['agenda agenda-empty']);
    expect(codes(plan({ agenda: [{ step: 'how', seconds: 5 }] }))).toEqual(['agenda.how too-small']);
    expect(codes(plan({ agenda: [{ step: 'how', seconds: 901 }] }))).toEqual(['agenda.how too-large']);
    const long = ['how', 'decide', 'thank'].map((step) => ({ step, seconds: 700 }));
    expect(codes(plan({ agenda: long }))).toEqual(['agenda agenda-too-long']);
    const twice = [
      { step: 'how', seconds: 30 },
      { step: 'how', seconds: 40 },
    ];
    expect(codes(plan({ agenda: twice }))).toEqual(['agenda.how twice']);
    expect(plan({ saw: 2 })).toMatchObject({ refusal: { code: 'changed-meanwhile' } });
    expect(plan({}, host)).toMatchObject({ refusal: { code: 'not-yours' } });
  });
});
