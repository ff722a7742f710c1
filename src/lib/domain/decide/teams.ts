import { longestPhrase } from '../asking';
import { isTimeZone } from '../calendar';
import type { Commands } from '../command';
import { readMeasure } from '../metric';
import { mostHeldWords } from '../moderation';
import type { Team } from '../records';
import { refuse, type Fault } from '../refusal';
import { isHouse, mayLead, mayRun } from '../rights';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  isOf,
  nothingToDo,
  required,
  unknownTeam,
  updated,
  words,
  type Decider,
} from './decision';
import { cleanCriticals } from './criticals';

/** A team as it begins: comments wait for a leader, no score below five answers, a week until the score counts as old. */
export const newTeam = (
  { id, name, timeZone, customer }: Commands['team:add'],
  now: Date,
): Omit<Team, 'version'> => ({
  id,
  team: id,
  at: now.toISOString(),
  status: 'active',
  batch: null,
  name,
  timeZone,
  customer,
  minimumN: 5,
  cadenceDays: 7,
  moderation: 'all',
  measure: null,
  values: [],
});

export const addTeam: Decider<'team:add'> = (input, { organisation, existing }, actor, now) => {
  if (!mayRun(actor)) return forbidden();
  if (!organisation) return refuse('conflict', 'not-set-up');
  if (existing) return existing.name === input.name ? nothingToDo() : changedMeanwhile();
  const { texts, faults } = required({ name: input.name }, 80);
  if (!isTimeZone(input.timeZone)) faults.push({ code: 'unknown-time-zone', path: 'timeZone' });
  const { criticals, faults: wrong } = cleanCriticals(input.criticals ?? []);
  faults.push(...wrong);
  if (faults.length > 0) return invalid(...faults);
  const phrase = words(input.phrase, longestPhrase);
  return created(
    add('team', {
      ...newTeam({ ...input, ...texts }, now),
      ...(criticals.length > 0 && { criticals }),
      ...(phrase !== null && { phrase }),
    }),
  );
};

export const editTeam: Decider<'team:edit'> = (input, { team }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const { texts, faults: wrong } = required({ name: input.name }, 80);
  const faults: Fault[] = [...wrong];
  if (!isTimeZone(input.timeZone)) faults.push({ code: 'unknown-time-zone', path: 'timeZone' });
  if (input.measure !== null && !readMeasure(input.measure))
    faults.push({ code: 'unknown-metric', path: 'measure' });
  const hold = [...new Set((input.hold ?? team.hold ?? []).flatMap((word) => words(word, 60) ?? []))];
  if (hold.length > mostHeldWords)
    faults.push({ code: 'too-many', path: 'hold', values: { max: mostHeldWords } });
  const passHours = input.passHours === undefined ? (team.passHours ?? null) : input.passHours;
  if (passHours && passHours.from === passHours.to)
    faults.push({ code: 'never-passes', path: 'passHours.to' });
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== team.version) return changedMeanwhile();
  const { timeZone, customer, minimumN, cadenceDays, moderation, measure } = input;
  return updated(
    edit('team', team, {
      ...{ ...texts, timeZone, customer, minimumN, cadenceDays, moderation, measure },
      ...(input.hold === undefined ? {} : { hold }),
      ...(input.people === undefined ? {} : { people: input.people }),
      ...(input.passHours === undefined ? {} : { passHours }),
    }),
  );
};

/** Where a team started is written down once, and never changes. */
export const teamBegan: Decider<'team:began'> = ({ began }, { team }, actor) => {
  if (!isHouse(actor)) return forbidden();
  if (!team) return unknownTeam();
  return team.began ? nothingToDo() : updated(edit('team', team, { began }));
};

/** A team that is no more. Its walls are taken down first, so that none is left that nobody may change. */
export const closeTeam: Decider<'team:close'> = (_, { team, displays }, actor) => {
  if (!mayRun(actor)) return forbidden();
  if (!team) return unknownTeam();
  if (team.status === 'closed') return nothingToDo();
  if (displays.length > 0)
    return refuse('conflict', 'team-has-walls', { values: { count: displays.length } });
  return updated(edit('team', team, { status: 'closed' }));
};

/** A closed team goes on as it was. */
export const openTeam: Decider<'team:open'> = (_, { team }, actor) => {
  if (!mayRun(actor)) return forbidden();
  if (!team) return unknownTeam();
  return team.status === 'active' ? nothingToDo() : updated(edit('team', team, { status: 'active' }));
};

/** An owner says which team is the leadership team: there is one at most. */
export const setLeadership: Decider<'team:leadership'> = ({ on }, { team, leading }, actor) => {
  if (!mayRun(actor)) return forbidden();
  if (!team) return unknownTeam();
  if (Boolean(team.leadership) === on) return nothingToDo();
  const before = leading.filter(({ id }) => on && id !== team.id);
  return updated(
    edit('team', team, { leadership: on }),
    ...before.map((one) => edit('team', one, { leadership: false })),
  );
};

/** The colour and the logo that the team's walls carry. Whether the colour can stand on a field is judged where it is drawn. */
export const setLook: Decider<'team:look'> = (input, { team, logo }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (input.logo !== null && !isOf(logo, team)) return invalid({ code: 'unknown-picture', path: 'logo' });
  if (input.saw !== team.version) return changedMeanwhile();
  const accent = input.accent && { ...input.accent, colour: input.accent.colour.toLowerCase() };
  return updated(edit('team', team, { accent, logo: input.logo }));
};
