import { addDays, localDay } from '../calendar';
import type { Actor, Commands } from '../command';
import { brainstormNotes, isBrainstorm, longestIdea, mostNotes, type Note } from '../huddle';
import { isHeld, judge as judgeWords } from '../moderation';
import type { Team } from '../records';
import type { Fault } from '../refusal';
import { refuse } from '../refusal';
import { mayLead } from '../rights';
import { add, changedMeanwhile, created, edit, forbidden, invalid, isOf, notThere } from './decision';
import { nothingToDo, required, saidIn, unknownTeam, updated, words, type Decider } from './decision';
import { longestName, mayJoin, onNow, steered } from './huddles';

/** How far ahead a commitment may be due, in days. */
export const longestCommitment = 92;

const isOfBrainstorm = (says: Note['says']) => brainstormNotes.some((one) => one === says);

/** What a brainstorm’s note says: personal data is masked, and a phone’s words that somebody should see first wait for a leader. */
function brainstormed(input: Commands['note:add'], team: Team, actor: Actor, faults: Fault[]) {
  const text = saidIn(input.says === 'idea' ? longestIdea : 140, input.text, 'text', faults);
  const name = input.says === 'idea' ? words(input.name, longestName) : null;
  const said = name === null ? text : `${name} ${text}`;
  const waits = actor.as === 'phone' && (isHeld(team, said) || !judgeWords(said).clean);
  return { text, status: waits ? ('waiting' as const) : ('noted' as const), ...(name !== null && { name }) };
}

/**
 * What was said: a fact, an assessment that cites one, or a request; in a brainstorm an idea of anybody’s, or the goal, which its host or
 * leader says and which takes the place of the one before.
 */
export const addNote: Decider<'note:add'> = (input, facts, actor, now) => {
  const { team, existing } = facts;
  if (team && existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const free = input.says !== 'goal' || mayLead(actor, input.team);
  const on = (free ? onNow : steered)(facts, actor, now);
  if (!on.ok) return on;
  if (facts.notes >= mostNotes)
    return refuse('conflict', 'huddle-notes-full', { values: { most: mostNotes } });
  if (isOfBrainstorm(input.says)) {
    const faults: Fault[] = [];
    if (!isBrainstorm(on.huddle.agenda)) faults.push({ code: 'not-a-choice', path: 'says' });
    const said = brainstormed(input, on.team, actor, faults);
    if (faults.length > 0) return invalid(...faults);
    const { id, says } = input;
    const of = { team: on.team.id, huddle: on.huddle.id, at: now.toISOString(), batch: null };
    return created(
      add('note', { id, ...of, says, ...said, cites: null }),
      ...(says === 'goal' && said.status === 'noted' && facts.goal
        ? [edit('note', facts.goal, { status: 'hidden' })]
        : []),
    );
  }
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

const setNote =
  <C extends 'note:show' | 'note:hide'>(status: Note['status']): Decider<C> =>
  (_input, { team, note }, actor) => {
    if (!team) return unknownTeam();
    if (!mayLead(actor, team.id)) return forbidden();
    if (!isOf(note, team)) return notThere();
    return note.status === status ? nothingToDo() : updated(edit('note', note, { status }));
  };

/** A leader lets an idea hang that waited or was left out. */
export const showNote = setNote<'note:show'>('noted');
export const hideNote = setNote<'note:hide'>('hidden');

/** Somebody takes a first step on, by a role or a name that they give; of two at once the second is told. */
export const takeOn: Decider<'commitment:take'> = (input, facts, actor, now) => {
  const on = onNow(facts, actor, now);
  if (!on.ok) return on;
  const { commitment } = facts;
  if (!isOf(commitment, on.team) || commitment.huddle !== on.huddle.id) return notThere();
  if (commitment.status !== 'open') return refuse('conflict', `commitment-${commitment.status}`);
  const name = words(input.name, longestName);
  if (name === null) return invalid({ code: 'missing', path: 'name' });
  if (commitment.who === 'one' && commitment.name === name) return nothingToDo();
  if (commitment.version !== input.saw) return changedMeanwhile();
  return updated(edit('commitment', commitment, { who: 'one', name }));
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
