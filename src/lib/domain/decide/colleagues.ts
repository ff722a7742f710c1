import { colleaguesOf, loopOf, mostServed, serves } from '../colleagues';
import { accept, refuse, type Fault } from '../refusal';
import { mayLead, mayTap } from '../rights';
import {
  changedMeanwhile,
  edit,
  forbidden,
  invalid,
  isOf,
  unknownTeam,
  updated,
  type Decider,
} from './decision';
import { arrival, faultsOf } from './feedback';

/** A leader says which teams theirs serves. A chain of them has to end somewhere. */
export const setServes: Decider<'team:serves'> = (input, { team, teams }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const served = [...new Set(input.serves)];
  const fault = (code: string, values: Fault['values'] = {}) => invalid({ code, path: 'serves', values });
  if (served.includes(team.id)) return fault('serves-itself');
  if (served.some((id) => !teams.has(id))) return fault('serves-gone');
  if (served.length > mostServed) return fault('too-many', { max: mostServed });
  const loop = loopOf(team.id, served, teams);
  if (loop) return fault('serves-loop', { chain: loop.map((id) => teams.get(id)?.name ?? id).join(' → ') });
  if (input.saw !== team.version) return changedMeanwhile();
  return updated(edit('team', team, { serves: served }));
};

/** A colleague answers the question of a team that serves theirs. Nobody is named; what they write waits as any comment of that team. */
export const answerColleagues: Decider<'colleagues:answer'> = (input, facts, actor, now) => {
  const { team, by, question, id, existing } = facts;
  if (!team || !by) return unknownTeam();
  if (!mayTap(actor, by.id)) return forbidden();
  if (!serves(team, by.id)) return refuse('conflict', 'not-served', { values: { team: team.name } });
  if (!isOf(question, team)) return refuse('unknown', 'question-gone');
  const { metric, scale } = question;
  const answer = {
    ...{ metric, value: input.value, from: 'employee' as const },
    ...(scale && { scale }),
    ...(input.comment && { comment: input.comment }),
  };
  const faults = faultsOf(answer, '', now);
  if (faults.length > 0) return invalid(...faults);
  const arriving = {
    ...{ id, team, source: colleaguesOf(by.id), sourceName: by.name, held: Boolean(input.held) },
    ...{ before: existing, written: facts.written },
  };
  const changes = arrival(answer, arriving, now);
  return accept({ changes, created: existing ? 0 : 1, updated: existing ? 1 : 0 });
};
