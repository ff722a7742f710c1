import { longestAim, mostAims } from '../aim';
import { refuse } from '../refusal';
import { mayRun } from '../rights';
import {
  add,
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

/** An owner says what the organisation aims at. */
export const setAim: Decider<'aim:set'> = (input, { existing, open }, actor, now) => {
  if (!mayRun(actor)) return forbidden();
  if (existing) return nothingToDo();
  const { texts, faults } = required({ text: input.text }, longestAim);
  if (open.some(({ text }) => text.toLowerCase() === texts.text.toLowerCase()))
    faults.push({ code: 'twice', path: 'text' });
  if (faults.length > 0) return invalid(...faults);
  if (open.length >= mostAims) return refuse('conflict', 'aims-full', { values: { most: mostAims } });
  return created(
    add('aim', { id: input.id, team: null, at: now.toISOString(), status: 'open', batch: null, ...texts }),
  );
};

/** The aim is no longer one; what served it keeps its name for it. */
export const closeAim: Decider<'aim:close'> = (_, { aim }, actor) => {
  if (!mayRun(actor)) return forbidden();
  if (!aim) return notThere();
  return aim.status === 'closed' ? nothingToDo() : updated(edit('aim', aim, { status: 'closed' }));
};
