import { longestGroupName, mostGroups } from '../group';
import { refuse } from '../refusal';
import { mayRun } from '../rights';
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
import type { Group } from '../group';
import type { Fault } from '../refusal';

/** Its name, and what is wrong with it among the other groups. */
function named(name: string, others: readonly Group[]): { name: string; faults: Fault[] } {
  const { texts, faults } = required({ name }, longestGroupName);
  const same = (other: Group) => other.name.toLowerCase() === texts.name.toLowerCase();
  if (others.some(same)) faults.push({ code: 'twice', path: 'name' });
  return { name: texts.name, faults };
}

/** An owner names a group; teams are put into it afterwards. */
export const addGroup: Decider<'group:add'> = (input, { existing, groups }, actor, now) => {
  if (!mayRun(actor)) return forbidden();
  if (existing) return nothingToDo();
  const { name, faults } = named(input.name, groups);
  if (faults.length > 0) return invalid(...faults);
  if (groups.length >= mostGroups) return refuse('conflict', 'groups-full', { values: { most: mostGroups } });
  return created(
    add('group', { id: input.id, team: null, at: now.toISOString(), status: 'active', batch: null, name }),
  );
};

/**
 * An owner names a group anew and says which teams are in it. One that was in another group leaves that, which counts as changed
 * too: whoever has it open is told before they put the team back.
 */
export const editGroup: Decider<'group:edit'> = (input, { group, groups, teams }, actor) => {
  if (!mayRun(actor)) return forbidden();
  if (!group) return notThere();
  const others = groups.filter(({ id }) => id !== group.id);
  const { name, faults } = named(input.name, others);
  const wanted = new Set(input.teams);
  const known = new Set(teams.map(({ id }) => id));
  if ([...wanted].some((id) => !known.has(id))) faults.push({ code: 'unknown-team', path: 'teams' });
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== group.version) return changedMeanwhile();
  const comes = teams.filter((team) => wanted.has(team.id) && team.group !== group.id);
  const goes = teams.filter((team) => !wanted.has(team.id) && team.group === group.id);
  const left = others.filter(({ id }) => comes.some((team) => team.group === id));
  return updated(
    edit('group', group, { name }),
    ...comes.map((team) => edit('team', team, { group: group.id })),
    ...goes.map((team) => edit('team', team, { group: null })),
    ...left.map((other) => edit('group', other, {})),
  );
};

/** The group is no more: its teams are in none, and managers keep what other groups they have, or nothing. */
export const dropGroup: Decider<'group:drop'> = ({ id }, { group, teams, accounts, invitations }, actor) => {
  if (!mayRun(actor)) return forbidden();
  if (!group) return nothingToDo();
  const without = (groups: readonly string[]) => groups.filter((one) => one !== id);
  return updated(
    { erase: 'group', id },
    ...teams.filter((team) => team.group === id).map((team) => edit('team', team, { group: null })),
    ...accounts.flatMap((account) =>
      account.groups?.includes(id) ? [edit('account', account, { groups: without(account.groups) })] : [],
    ),
    ...invitations.flatMap((invitation) =>
      invitation.groups?.includes(id)
        ? [edit('invitation', invitation, { groups: without(invitation.groups) })]
        : [],
    ),
  );
};
