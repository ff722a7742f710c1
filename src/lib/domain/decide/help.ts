import type { Actor } from '../command';
import { mayLead, maySee } from '../rights';
import { helpId } from '../turn';
import {
  edit,
  forbidden,
  isOf,
  notThere,
  nothingToDo,
  put,
  created,
  unknownTeam,
  updated,
  type Decider,
} from './decision';

const accountOf = (actor: Actor) => (actor.as === 'account' ? { id: actor.id, name: actor.name } : null);

/** Somebody who sees the team offers help with a point: its leader is told, and nothing of the team is changed. */
export const offerHelp: Decider<'help:offer'> = ({ team: _, point }, { team, help }, actor, now) => {
  if (!team) return unknownTeam();
  const account = accountOf(actor);
  if (!account || !maySee(actor, team.id)) return forbidden();
  if (help && !isOf(help, team)) return notThere();
  if (help?.status === 'offered') return nothingToDo();
  const record = {
    id: helpId(team.id, point),
    team: team.id,
    at: now.toISOString(),
    status: 'offered' as const,
    batch: null,
    point,
    by: account.id,
    name: account.name,
  };
  return created(put('help', record, help?.version ?? null));
};

/** The leader has seen the offer, or whoever made it takes it back. */
export const endHelp: Decider<'help:end'> = (_, { team, help }, actor) => {
  if (!team) return unknownTeam();
  const own = help?.by !== undefined && help.by === accountOf(actor)?.id;
  if (!mayLead(actor, team.id) && !own) return forbidden();
  if (!isOf(help, team)) return notThere();
  return help.status === 'ended' ? nothingToDo() : updated(edit('help', help, { status: 'ended' }));
};
