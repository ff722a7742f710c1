import { cadenceOf, shiftAt } from '../cadence';
import { areaOf } from './areas';
import type { Seen, Turn } from '../practice';
import type { Change, Team } from '../records';
import { refuse, type Fault } from '../refusal';
import { isHouse, mayLead, mayTap } from '../rights';
import { longestLine } from '../thanks';
import { seenId, turnId, turnNumber } from '../turn';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  isOf,
  nothingToDo,
  put,
  unknownTeam,
  updated,
  words,
  type Decider,
} from './decision';
import { asked } from './questions';

/** So many tickets are told apart in a turn; of more than that, the oldest may count again. */
const mostMarks = 500;

/** The team’s turn with some of its fields changed; the first turn is written down with that. */
function changedTurn(team: Team, open: Turn | undefined, fields: Partial<Turn>): Change {
  if (open) return edit('turn', open, fields);
  return add('turn', {
    id: turnId(team.id, 1),
    team: team.id,
    at: team.at,
    status: 'open',
    batch: null,
    number: 1,
    woken: null,
    closing: null,
    ...fields,
  });
}

/**
 * Thanks and the next question, in one act: it closes the turn and opens the next. Of two leaders at once the second saw a
 * turn that is over by then.
 */
export const closeTurn: Decider<'turn:close'> = (input, facts, actor, now) => {
  const { team, existing, open, before, seen, interest, live } = facts;
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const number = turnNumber(open);
  if (input.turn < number) {
    const by = before?.closing?.by;
    const values = { turn: input.turn, now: number };
    return by
      ? refuse('conflict', 'turn-closed-by', { values: { ...values, by } })
      : refuse('conflict', 'turn-closed', { values });
  }
  if (input.turn > number) return changedMeanwhile();
  if (facts.question) return changedMeanwhile();

  const faults: Fault[] = [];
  const question = input.question && asked(input.question, live, team, now);
  if (question)
    faults.push(...question.faults.map((fault) => ({ ...fault, path: `question.${fault.path}` })));
  const asks = input.question?.id ?? live[0]?.id;
  if (!asks) faults.push({ code: 'question-missing', path: 'question.text' });
  if (faults.length > 0 || !asks) return invalid(...faults);

  const at = now.toISOString();
  const express = words(input.express, longestLine);
  const reinforce = words(input.reinforce, longestLine);
  const says = actor.as === 'account' && (express ?? reinforce) !== null;
  const thanks = add('thanks', {
    id: input.id,
    team: team.id,
    at,
    status: 'published',
    batch: null,
    youSaid: words(input.youSaid, 200),
    weDid: words(input.weDid, 200),
    signedBy: words(input.signedBy, 80),
    served: input.served ?? null,
    turn: number,
    ...(input.answered == null ? {} : { answered: input.answered }),
    ...(input.cosign ? { cosign: { asked: at } } : {}),
    ...(says ? { leader: { account: actor.id, name: actor.name, express, reinforce } } : {}),
  });
  const by = actor.as === 'account' ? actor.name : '';
  const closing = { at, by, thanks: input.id, question: asks, learned: words(input.learned, 160) };
  return created(
    changedTurn(team, open, { status: 'closed', closing }),
    add('turn', {
      id: turnId(team.id, number + 1),
      team: team.id,
      at,
      status: 'open',
      batch: null,
      number: number + 1,
      woken: null,
      closing: null,
    }),
    thanks,
    ...(question?.changes ?? []),
    ...(seen && seen.marks.length > 0 ? [edit('seen', seen, { marks: [] })] : []),
    ...(interest ? [edit('interest', interest, { status: 'closed', marks: [] })] : []),
  );
};

/** A board that fell asleep wakes: somebody looks after it again. */
export const wakeTurn: Decider<'turn:wake'> = (_input, { team, open }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  return updated(changedTurn(team, open, { woken: now.toISOString() }));
};

/** That leaders and managers are told of a board that stands still: once of each standstill. */
export const nudgeTurn: Decider<'turn:nudge'> = ({ since }, { team, open }, actor) => {
  if (!team) return unknownTeam();
  if (!isHouse(actor)) return forbidden();
  return open?.nudged === since ? nothingToDo() : updated(changedTurn(team, open, { nudged: since }));
};

/** How far the leaders’ walk has come in the turn that was seen; a turn that closed begins another. */
export const walkTurn: Decider<'turn:walk'> = (input, { team, open }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const number = turnNumber(open);
  if (input.turn !== number)
    return refuse('conflict', 'turn-over', { values: { turn: input.turn, now: number } });
  if ((open?.walk ?? null) === input.point) return nothingToDo();
  return updated(changedTurn(team, open, { walk: input.point }));
};

/** Somebody of the shift that is on has met the report; a ticket counts once a turn. Nobody is named. */
export const tapSeen: Decider<'seen:tap'> = (input, { team, open, seen }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayTap(actor, team.id)) return forbidden();
  const number = turnNumber(open);
  if (input.turn !== number)
    return refuse('conflict', 'turn-over', { values: { turn: input.turn, now: number } });
  const mark = actor.as === 'phone' ? (actor.mark ?? null) : null;
  if (mark !== null && seen?.marks.includes(mark)) return nothingToDo();
  const at = now.toISOString();
  const { shifts } = cadenceOf(team);
  const { start } = shiftAt(now, shifts, team.timeZone);
  const counted = (taps: Seen['shifts'] | undefined, by: string): Seen['shifts'] => ({
    ...taps,
    [by]: { first: taps?.[by]?.first ?? at, taps: (taps?.[by]?.taps ?? 0) + 1 },
  });
  const taps = counted(seen?.shifts, start);
  const area = areaOf(team, input.area);
  const met = seen?.met ?? (shifts.every((one) => taps[one]) ? at : null);
  const fields = {
    at,
    status: met ? ('met' as const) : ('open' as const),
    shifts: taps,
    ...(area && { areas: counted(seen?.areas, area.id) }),
    met,
    marks: [...(seen?.marks ?? []), ...(mark === null ? [] : [mark])].slice(-mostMarks),
  };
  if (seen) return updated(edit('seen', seen, fields));
  return created(
    put('seen', { id: seenId(team.id, number), team: team.id, batch: null, turn: number, ...fields }, null),
  );
};
