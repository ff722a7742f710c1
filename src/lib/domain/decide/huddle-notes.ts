import { addDays, localDay } from '../calendar';
import type { Fault } from '../refusal';
import { refuse } from '../refusal';
import { add, changedMeanwhile, created, edit, forbidden, invalid, isOf, notThere } from './decision';
import { nothingToDo, required, unknownTeam, updated, words, type Decider } from './decision';
import { longestName, mayJoin, onNow } from './huddles';

/** More notes or commitments than this are not said in a huddle. */
export const mostNotes = 60;
/** How far ahead a commitment may be due, in days. */
export const longestCommitment = 92;

/** What was said: a fact, an assessment that cites one, or a request. */
export const addNote: Decider<'note:add'> = (input, facts, actor, now) => {
  const { team, existing } = facts;
  if (team && existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const on = onNow(facts, actor, now);
  if (!on.ok) return on;
  if (facts.notes >= mostNotes)
    return refuse('conflict', 'huddle-notes-full', { values: { most: mostNotes } });
  const { texts, faults } = required({ text: input.text }, 140);
  const cites = input.cites || null;
  if (input.says === 'assessment' && cites === null) faults.push({ code: 'fact-missing', path: 'cites' });
  if (cites !== null && cites !== 'score') {
    const known = isOf(facts.cited, on.team) && facts.cited.status === 'approved';
    if (!known) faults.push({ code: 'not-a-choice', path: 'cites' });
  }
  if (faults.length > 0) return invalid(...faults);
  return created(
    add('note', {
      id: input.id,
      team: on.team.id,
      at: now.toISOString(),
      status: 'noted',
      batch: null,
      huddle: on.huddle.id,
      says: input.says,
      ...texts,
      cites,
    }),
  );
};

/** Who does what by when. */
export const commit: Decider<'commitment:make'> = (input, facts, actor, now) => {
  const { team, existing } = facts;
  if (team && existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const on = onNow(facts, actor, now);
  if (!on.ok) return on;
  if (facts.made >= mostNotes)
    return refuse('conflict', 'huddle-notes-full', { values: { most: mostNotes } });
  const { texts, faults: missing } = required({ text: input.text }, 140);
  const faults: Fault[] = [...missing];
  const name = words(input.name, longestName);
  if (input.who === 'one' && name === null) faults.push({ code: 'missing', path: 'name' });
  const today = localDay(now, on.team.timeZone);
  if (input.due < today) faults.push({ code: 'day-gone', path: 'due' });
  else if (input.due > addDays(today, longestCommitment))
    faults.push({ code: 'day-too-far', path: 'due', values: { days: longestCommitment } });
  if (faults.length > 0) return invalid(...faults);
  return created(
    add('commitment', {
      id: input.id,
      team: on.team.id,
      at: now.toISOString(),
      status: 'open',
      batch: null,
      huddle: on.huddle.id,
      turn: on.huddle.turn,
      who: input.who,
      name: input.who === 'all' ? null : name,
      ...texts,
      due: input.due,
      judged: null,
    }),
  );
};

/** Kept or not, said aloud and written down; who saw it differently before is told. */
export const judge: Decider<'commitment:judge'> = (input, { team, commitment }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayJoin(actor, team.id)) return forbidden();
  if (!isOf(commitment, team)) return notThere();
  const status = input.kept ? ('kept' as const) : ('not-kept' as const);
  if (commitment.status === status) return nothingToDo();
  if (commitment.status !== input.saw) return refuse('conflict', `commitment-${commitment.status}`);
  return updated(edit('commitment', commitment, { status, judged: now.toISOString() }));
};
