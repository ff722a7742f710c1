import type { Takeover } from '../hung';
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
  words,
  type Decider,
} from './decision';

/** How long the walls may be taken over at most, in hours. */
export const longestTakeover = 24;

const sameWalls = (a: Takeover['displays'], b: Takeover['displays']): boolean =>
  a === null || b === null ? a === b : a.length === b.length && a.every((id) => b.includes(id));

/** Takes the team's walls, or some of them, over until an end that is named at once. */
export const startTakeover: Decider<'takeover:start'> = (input, facts, actor, now) => {
  const { team, existing, on } = facts;
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const { texts, faults } = required({ title: input.title }, 60);
  const until = new Date(input.until);
  const hours = (until.getTime() - now.getTime()) / 3_600_000;
  if (hours <= 0) faults.push({ code: 'until-before-from', path: 'until' });
  if (hours > longestTakeover)
    faults.push({ code: 'takeover-too-long', path: 'until', values: { hours: longestTakeover } });
  const displays = input.displays?.length ? [...new Set(input.displays)].sort() : null;
  const known = facts.displays.filter(({ team: of, status }) => of === team.id && status === 'active');
  if (displays?.some((id) => !known.some((display) => display.id === id)))
    faults.push({ code: 'unknown-display', path: 'displays' });
  if (faults.length > 0) return invalid(...faults);
  return created(
    ...on
      .filter((other) => sameWalls(other.displays, displays))
      .map((other) => edit('takeover', other, { status: 'ended' })),
    add('takeover', {
      id: input.id,
      team: team.id,
      at: now.toISOString(),
      status: 'on',
      batch: null,
      tone: input.tone,
      ...texts,
      text: words(input.text, 160) ?? '',
      displays,
      customers: input.customers ?? false,
      until: until.toISOString(),
      reason: words(input.reason, 160),
      by: actor.as === 'account' ? actor.name : '',
    }),
  );
};

export const endTakeover: Decider<'takeover:end'> = (_input, { team, takeover }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(takeover, team)) return notThere();
  if (takeover.status === 'ended') return nothingToDo();
  return updated(edit('takeover', takeover, { status: 'ended' }));
};
