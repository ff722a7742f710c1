import { mayLead, mayRun } from '../rights';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  notThere,
  nothingToDo,
  required,
  updated,
  type Decider,
} from './decision';

/** A leader makes a key for teams of theirs. */
export const makeKey: Decider<'key:make'> = (input, { existing, teams }, actor, now) => {
  if (!input.teams.every((team) => mayLead(actor, team))) return forbidden();
  if (existing) return changedMeanwhile();
  const { texts, faults } = required({ name: input.name }, 60);
  if (input.teams.length === 0) faults.push({ code: 'choose-one', path: 'teams' });
  if (teams.some((team) => !team)) faults.push({ code: 'unknown-team', path: 'teams' });
  if (input.scopes.length === 0) faults.push({ code: 'choose-one', path: 'scopes' });
  if (faults.length > 0) return invalid(...faults);
  return created(
    add('api-key', {
      id: input.id,
      team: null,
      at: now.toISOString(),
      status: 'active',
      batch: null,
      ...texts,
      keyHash: input.keyHash,
      hint: input.hint,
      teams: [...new Set(input.teams)],
      scopes: [...new Set(input.scopes)],
      madeBy: actor.as === 'account' ? actor.id : actor.as,
    }),
  );
};

/** Whoever made it, leads all its teams or runs the organisation takes a key back. */
export const revokeKey: Decider<'key:revoke'> = (_input, { key }, actor) => {
  if (!key) return notThere();
  const own = actor.as === 'account' && actor.id === key.madeBy;
  if (!own && !mayRun(actor) && !key.teams.every((team) => mayLead(actor, team))) return forbidden();
  return key.status === 'revoked' ? nothingToDo() : updated(edit('api-key', key, { status: 'revoked' }));
};
