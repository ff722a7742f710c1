import { missionOf } from '../mission';
import { refuse, type Fault } from '../refusal';
import { mayLead, mayShoutOut } from '../rights';
import { longestAnswer, longestHappened, longestRule, mostWaiting, type Snag } from '../snag';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  isOf,
  masked,
  notThere,
  nothingToDo,
  saidIn,
  unknownTeam,
  updated,
  wordsUpTo,
  type Decider,
} from './decision';

/** Somebody says that a rule got in the way: it waits for a leader’s answer, and hangs nowhere until then. */
export const raiseSnag: Decider<'snag:raise'> = (input, { team, existing, waiting }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayShoutOut(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const faults: Fault[] = [];
  const rule = saidIn(longestRule, input.rule, 'rule', faults);
  const happened = wordsUpTo(longestHappened, masked(input.happened), 'happened', faults);
  if (faults.length > 0) return invalid(...faults);
  if (waiting >= mostWaiting) return refuse('conflict', 'snags-full', { values: { most: mostWaiting } });
  const at = now.toISOString();
  return created(
    add('snag', {
      ...{ id: input.id, team: team.id, at, status: 'waiting', batch: null },
      ...{ rule, happened, raised: at, answer: null },
    }),
  );
};

/** A leader says that the rule was changed, or why it is kept; either cites what the team is there for. A later answer takes its place. */
export const answerSnag: Decider<'snag:answer'> = (input, facts, actor, now) => {
  const { team, snag, organisation } = facts;
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(snag, team)) return notThere();
  const mission = missionOf(team, organisation);
  if (mission === null) return refuse('conflict', 'mission-missing');
  const faults: Fault[] = [];
  const text = saidIn(longestAnswer, input.text, 'text', faults);
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== snag.version) return changedMeanwhile();
  const answer = { verdict: input.verdict, text, mission };
  return updated(edit('snag', snag, { status: 'answered', at: now.toISOString(), answer }));
};

const setSnag =
  <C extends 'snag:hide' | 'snag:show'>(statusOf: (snag: Snag) => Snag['status']): Decider<C> =>
  (_input, { team, snag }, actor) => {
    if (!team) return unknownTeam();
    if (!mayLead(actor, team.id)) return forbidden();
    if (!isOf(snag, team)) return notThere();
    const status = statusOf(snag);
    return snag.status === status ? nothingToDo() : updated(edit('snag', snag, { status }));
  };

export const hideSnag = setSnag<'snag:hide'>(() => 'hidden');
/** It is back where it was: with its answer, or waiting for one. */
export const showSnag = setSnag<'snag:show'>(({ answer }) => (answer ? 'answered' : 'waiting'));
