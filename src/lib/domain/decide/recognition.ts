import { handsOff } from '../colleagues';
import { awardOf, longestExpected, mostAwards, mostExpected } from '../recognition';
import { isHeld, judge } from '../moderation';
import type { ShoutOut } from '../hung';
import type { Change } from '../records';
import { refuse, type Fault } from '../refusal';
import { isSponsor, mayLead, mayShoutOut } from '../rights';
import { maskPersonal } from '../verbatim';
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
  words,
  type Decider,
} from './decision';

/** Somebody thanks a colleague: at once on the wall, unless a phone sent words that a leader should see first. */
export const addShoutOut: Decider<'shout-out:add'> = (input, { team, existing, goal, other }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayShoutOut(actor, team.id) && !isSponsor(actor, team)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const names = required({ to: input.to, from: input.from }, 60);
  const deed = required({ behaviour: maskPersonal(input.behaviour).text }, 280);
  const faults = [...names.faults, ...deed.faults];
  const award = awardOf(team, input.award);
  if (input.award && !mayLead(actor, team.id)) return forbidden();
  if (input.award && !award) faults.push({ code: 'unknown-award', path: 'award' });
  if (input.goal && !(isOf(goal, team) && goal.status === 'open'))
    faults.push({ code: 'no-such-goal', path: 'goal' });
  const value = award?.value ?? (input.value || null);
  if (value !== null && !team.values.some(({ id }) => id === value))
    faults.push({ code: 'unknown-value', path: 'value' });
  if (input.across && !(other && handsOff(team, other))) faults.push({ code: 'no-hand-off', path: 'across' });
  if (faults.length > 0) return invalid(...faults);
  // Who reads it on another team’s wall wants to know whose colleague that is.
  const areas = {
    toArea: words(input.toArea, 60) ?? words(other?.name, 60),
    fromArea: words(input.fromArea, 60) ?? (other ? words(team.name, 60) : null),
  };
  const said = [names.texts.to, names.texts.from, areas.toArea, areas.fromArea, deed.texts.behaviour].join(
    ' ',
  );
  const waits = Boolean(input.held) || (actor.as === 'phone' && (isHeld(team, said) || !judge(said).clean));
  const shoutOut: Omit<ShoutOut, 'version'> = {
    id: input.id,
    team: team.id,
    at: now.toISOString(),
    status: waits ? 'waiting' : 'published',
    batch: null,
    ...names.texts,
    ...areas,
    ...deed.texts,
    value,
    ...(input.goal && { goal: input.goal }),
    ...(award && { award: award.id }),
    ...(actor.as === 'account' && { by: actor.id }),
    ...(other && { across: { by: team.id, to: other.id, twin: `${input.id}.across` } }),
  };
  return created(add('shout-out', shoutOut), ...hung(shoutOut, undefined));
};

/** The record of the team that is thanked, for its walls: made once it hangs on those of the team that thanks. */
function hung(
  { version: _, ...shoutOut }: Omit<ShoutOut, 'version'> & { version?: number },
  twin: ShoutOut | undefined,
): Change[] {
  const { across, status } = shoutOut;
  if (twin) return twin.status === status ? [] : [edit('shout-out', twin, { status })];
  if (!across || status !== 'published') return [];
  const { to, twin: id } = across;
  // Values, awards and goals are each team’s own.
  const own = { value: null, goal: null, award: null };
  return [add('shout-out', { ...shoutOut, ...own, id, team: to, across: { ...across, twin: shoutOut.id } })];
}

/** It leaves the walls; where a team thanked another one, both’s, whichever of them says so. */
export const hideShoutOut: Decider<'shout-out:hide'> = (_input, { team, shoutOut, twin }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id) && !(isSponsor(actor, team) && shoutOut?.by === actor.id)) return forbidden();
  if (!isOf(shoutOut, team)) return notThere();
  if (shoutOut.status === 'hidden') return nothingToDo();
  const changes = hung({ ...shoutOut, status: 'hidden' }, twin);
  return updated(edit('shout-out', shoutOut, { status: 'hidden' }), ...changes);
};

/** It hangs, on both teams’ walls where one thanked the other: that is for the leaders of the team that thanks. */
export const showShoutOut: Decider<'shout-out:show'> = (_input, { team, shoutOut, twin }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(shoutOut, team)) return notThere();
  if (shoutOut.across && shoutOut.across.by !== team.id) return refuse('conflict', 'thanks-of-others');
  if (shoutOut.status === 'published') return nothingToDo();
  const changes = hung({ ...shoutOut, status: 'published' }, twin);
  return updated(edit('shout-out', shoutOut, { status: 'published' }), ...changes);
};

/**
 * What a team expects of everybody, and its awards. Each award is for one thing that is expected: an expectation that
 * has one does not go before its award does.
 */
export const setRecognition: Decider<'team:recognition'> = (input, { team }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const faults: Fault[] = [];
  const named = <T extends { name: string }>(list: T[], path: string): T[] =>
    list.map((one, index) => {
      const { texts, faults: wrong } = required({ name: one.name }, longestExpected);
      faults.push(...wrong.map((fault) => ({ ...fault, path: `${path}.${index}.name` })));
      return { ...one, ...texts };
    });
  const values = named(input.values, 'values');
  const awards = named(input.awards, 'awards');
  // A team that came with more may keep them.
  const most = Math.max(mostExpected, team.values.length);
  const lists = [
    { path: 'values', list: values, max: most },
    { path: 'awards', list: awards, max: mostAwards },
  ];
  for (const { path, list, max } of lists) {
    if (list.length > max) faults.push({ code: 'too-many', path, values: { max } });
    if (new Set(list.map(({ id }) => id)).size < list.length) faults.push({ code: 'twice', path });
  }
  awards.forEach(({ name, value }, index) => {
    if (values.some(({ id }) => id === value)) return;
    const dropped = team.values.find(({ id }) => id === value);
    const path = `awards.${index}.value`;
    faults.push(
      dropped
        ? { code: 'award-orphaned', path, values: { award: name, value: dropped.name } }
        : { code: 'award-unaligned', path },
    );
  });
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== team.version) return changedMeanwhile();
  return updated(edit('team', team, { values, awards }));
};
