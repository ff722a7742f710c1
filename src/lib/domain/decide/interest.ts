import { interestId } from '../interest';
import { mayLead } from '../rights';
import { turnNumber } from '../turn';
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
  words,
  type Decider,
} from './decision';
import { markOf, mayJoin } from './huddles';

/** So many taps of a turn are told apart. */
const mostMarks = 2000;
/** How long the line about a team’s own part in a comment may be, in characters. */
export const longestPart = 60;

/** A phone says “that’s us” of a comment: once a ticket, by nobody’s name. */
export const tapInterest: Decider<'interest:tap'> = (input, facts, actor, now) => {
  const { team, open, interest, verbatim } = facts;
  if (!team) return unknownTeam();
  if (!mayJoin(actor, team.id)) return forbidden();
  if (!isOf(verbatim, team) || verbatim.status !== 'approved') return notThere();
  const mark = `${markOf(actor)} ${verbatim.id}`;
  if (interest?.marks.includes(mark)) return nothingToDo();
  const fields = {
    at: now.toISOString(),
    taps: { ...interest?.taps, [verbatim.id]: (interest?.taps[verbatim.id] ?? 0) + 1 },
    marks: [...(interest?.marks ?? []), mark].slice(-mostMarks),
  };
  if (interest) return updated(edit('interest', interest, fields));
  const turn = turnNumber(open);
  return created(
    put(
      'interest',
      { id: interestId(team.id, turn), team: team.id, status: 'open', batch: null, turn, ...fields },
      null,
    ),
  );
};

/** A leader says what the team has to do with a comment, so that those behind the scenes are in the story. */
export const sayOurPart: Decider<'verbatim:our-part'> = (input, { team, verbatim }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(verbatim, team)) return notThere();
  const ourPart = words(input.part, longestPart + 1);
  if (ourPart !== null && [...ourPart].length > longestPart)
    return invalid({ code: 'too-long', path: 'part', values: { max: longestPart } });
  if ((verbatim.ourPart ?? null) === ourPart) return nothingToDo();
  return updated(edit('verbatim', verbatim, { ourPart }));
};
