import { isHeld, judge } from '../moderation';
import type { ShoutOut } from '../hung';
import { mayLead, mayShoutOut } from '../rights';
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
export const addShoutOut: Decider<'shout-out:add'> = (input, { team, existing }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayShoutOut(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const names = required({ to: input.to, from: input.from }, 60);
  const deed = required({ behaviour: maskPersonal(input.behaviour).text }, 280);
  const faults = [...names.faults, ...deed.faults];
  const value = input.value || null;
  if (value !== null && !team.values.some(({ id }) => id === value))
    faults.push({ code: 'unknown-value', path: 'value' });
  if (faults.length > 0) return invalid(...faults);
  const areas = { toArea: words(input.toArea, 60), fromArea: words(input.fromArea, 60) };
  const said = [names.texts.to, names.texts.from, areas.toArea, areas.fromArea, deed.texts.behaviour].join(
    ' ',
  );
  const waits = Boolean(input.held) || (actor.as === 'phone' && (isHeld(team, said) || !judge(said).clean));
  return created(
    add('shout-out', {
      id: input.id,
      team: team.id,
      at: now.toISOString(),
      status: waits ? 'waiting' : 'published',
      batch: null,
      ...names.texts,
      ...areas,
      ...deed.texts,
      value,
    }),
  );
};

const setShoutOut =
  <C extends 'shout-out:hide' | 'shout-out:show'>(status: ShoutOut['status']): Decider<C> =>
  (_input, { team, shoutOut }, actor) => {
    if (!team) return unknownTeam();
    if (!mayLead(actor, team.id)) return forbidden();
    if (!isOf(shoutOut, team)) return notThere();
    return shoutOut.status === status ? nothingToDo() : updated(edit('shout-out', shoutOut, { status }));
  };

export const hideShoutOut = setShoutOut<'shout-out:hide'>('hidden');
export const showShoutOut = setShoutOut<'shout-out:show'>('published');
