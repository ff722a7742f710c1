import { interestId, type Interest } from '../interest';
import type { Turn } from '../practice';
import type { Team } from '../records';
import type { Fault } from '../refusal';
import { mayLead } from '../rights';
import { turnNumber } from '../turn';
import { areaOf } from './areas';
import {
  created,
  edit,
  forbidden,
  invalid,
  isOf,
  nothingToDo,
  notThere,
  put,
  unknownTeam,
  updated,
  wordsUpTo,
  type Decider,
} from './decision';
import { markOf, mayJoin } from './huddles';

/** So many taps of a turn are told apart. */
const mostMarks = 2000;
/** How long the line about a team’s own part in a comment may be, in characters. */
export const longestPart = 60;

/** What was tapped in the turn, with a tap more by a mark that was not there. */
function tapped(
  { team, open, interest }: { team: Team; open: Turn | undefined; interest: Interest | undefined },
  mark: string,
  fields: Partial<Pick<Interest, 'taps' | 'serving' | 'too' | 'part'>>,
  now: Date,
) {
  const marks = [...(interest?.marks ?? []), mark].slice(-mostMarks);
  const changed = { at: now.toISOString(), marks, ...fields };
  if (interest) return updated(edit('interest', interest, changed));
  const turn = turnNumber(open);
  const id = interestId(team.id, turn);
  const record = { id, team: team.id, status: 'open' as const, batch: null, turn, taps: {}, ...changed };
  return created(put('interest', record, null));
}

const oneMore = (counts: Record<string, number> | undefined, id: string): Record<string, number> => ({
  ...counts,
  [id]: (counts?.[id] ?? 0) + 1,
});

/** A phone says “that’s us” of a comment: once a ticket, by nobody’s name. */
export const tapInterest: Decider<'interest:tap'> = (input, facts, actor, now) => {
  const { team, open, interest, verbatim } = facts;
  if (!team) return unknownTeam();
  if (!mayJoin(actor, team.id)) return forbidden();
  if (!isOf(verbatim, team) || verbatim.status !== 'approved') return notThere();
  const mark = `${markOf(actor)} ${verbatim.id}`;
  if (interest?.marks.includes(mark)) return nothingToDo();
  const fields = {
    taps: oneMore(interest?.taps, verbatim.id),
    ...(areaOf(team, input.area)?.serves && { serving: oneMore(interest?.serving, verbatim.id) }),
  };
  return tapped({ team, open, interest }, mark, fields, now);
};

/** A phone thanks along with a shout-out: once a ticket. */
export const thankAlong: Decider<'shout-out:along'> = (_input, facts, actor, now) => {
  const { team, open, interest, shoutOut } = facts;
  if (!team) return unknownTeam();
  if (!mayJoin(actor, team.id)) return forbidden();
  if (!isOf(shoutOut, team) || shoutOut.status !== 'published') return notThere();
  const mark = `${markOf(actor)} thanks ${shoutOut.id}`;
  if (interest?.marks.includes(mark)) return nothingToDo();
  return tapped({ team, open, interest }, mark, { too: oneMore(interest?.too, shoutOut.id) }, now);
};

/** A phone took part in the turn, by whatever tap: it counts once. Who it was, and by what, is not kept. */
export const takePart: Decider<'turn:part'> = (input, { team, open, interest }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayJoin(actor, team.id)) return forbidden();
  const mark = `part ${input.mark}`;
  if (interest?.marks.includes(mark)) return nothingToDo();
  return tapped({ team, open, interest }, mark, { part: (interest?.part ?? 0) + 1 }, now);
};

/** A leader says what the team has to do with a comment, so that those behind the scenes are in the story. */
export const sayOurPart: Decider<'verbatim:our-part'> = (input, { team, verbatim }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(verbatim, team)) return notThere();
  const faults: Fault[] = [];
  const ourPart = wordsUpTo(longestPart, input.part, 'part', faults);
  if (faults.length > 0) return invalid(...faults);
  if ((verbatim.ourPart ?? null) === ourPart) return nothingToDo();
  return updated(edit('verbatim', verbatim, { ourPart }));
};
