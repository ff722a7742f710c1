import { mayLead } from '../rights';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  isOf,
  notThere,
  nothingToDo,
  required,
  unknownTeam,
  updated,
  type Decider,
} from './decision';

/** Headers that browsers and proxies give a meaning of their own, or that we sign ourselves. */
const taken = /^(host|cookie|content-\w+|connection|transfer-encoding|origin|webhook-\w+)$/;

/** A leader lets a tool send the team's answers by itself. */
export const makeHook: Decider<'hook:make'> = (input, { team, existing }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (existing) return changedMeanwhile();
  const { texts, faults } = required({ name: input.name }, 60);
  const header = input.header?.trim().toLowerCase() || null;
  if (input.proof === 'header' && header === null) faults.push({ code: 'missing', path: 'header' });
  else if (header !== null && (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(header) || taken.test(header)))
    faults.push({ code: 'hook-header', path: 'header' });
  if (input.proof === 'signature' && !input.secret) faults.push({ code: 'missing', path: 'secret' });
  if (faults.length > 0) return invalid(...faults);
  return created(
    add('hook', {
      id: input.id,
      team: team.id,
      at: now.toISOString(),
      status: 'active',
      batch: null,
      ...texts,
      proof: input.proof,
      header: input.proof === 'header' ? header : null,
      secret: input.proof === 'signature' ? (input.secret ?? null) : null,
      secretHash: input.proof === 'signature' ? null : (input.secretHash ?? null),
      reading: null,
      madeBy: actor.as === 'account' ? actor.id : actor.as,
    }),
  );
};

/** How a webhook's answers are read, from now on and for what is kept of it. */
export const settleHook: Decider<'hook:settle'> = ({ reading }, { team, hook }, actor) => {
  if (!team) return unknownTeam();
  const itself = actor.as === 'source' && actor.id === hook?.id;
  if (!itself && !mayLead(actor, team.id)) return forbidden();
  if (!isOf(hook, team) || hook.status === 'revoked') return notThere();
  return updated(edit('hook', hook, { reading }));
};

/** Nothing that comes for it is taken any more; what it brought stays. */
export const revokeHook: Decider<'hook:revoke'> = (_, { team, hook }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(hook, team)) return notThere();
  if (hook.status === 'revoked') return nothingToDo();
  return updated(edit('hook', hook, { status: 'revoked', secret: null, secretHash: null }));
};
