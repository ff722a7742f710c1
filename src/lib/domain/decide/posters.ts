import { wordsIn } from '../playlist';
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
  unknownTeam,
  updated,
  words,
  type Decider,
} from './decision';
import { pictureGoes } from './pictures';

/** A caption is read in passing: so many words at most. */
export const mostCaptionWords = 12;

/** A picture hangs as a scene of its own; who can be recognised on it has agreed, and never hangs before customers. */
export const hangPoster: Decider<'poster:hang'> = (input, { team, existing, picture }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const caption = words(input.caption, 120);
  const consent = words(input.consent, 80);
  const customers = input.customers ?? false;
  const faults = [];
  if (!input.picture) faults.push({ code: 'picture-missing', path: 'picture' });
  else if (!isOf(picture, team)) faults.push({ code: 'unknown-picture', path: 'picture' });
  if (wordsIn(caption) > mostCaptionWords)
    faults.push({ code: 'caption-too-long', path: 'caption', values: { most: mostCaptionWords } });
  if (picture?.people && consent === null) faults.push({ code: 'no-consent', path: 'consent' });
  if (picture?.people && customers) faults.push({ code: 'people-before-customers', path: 'customers' });
  if (faults.length > 0) return invalid(...faults);
  const at = now.toISOString();
  return created(
    add('poster', {
      id: input.id,
      team: team.id,
      at,
      status: 'hung',
      batch: null,
      picture: input.picture || null,
      caption,
      fit: input.fit,
      customers,
      consent: consent === null ? null : { by: consent, at },
    }),
  );
};

/** The poster leaves the walls, and its picture goes for good unless something else shows it. */
export const takePosterDown: Decider<'poster:take-down'> = (_input, { team, poster, ...shown }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(poster, team)) return notThere();
  if (poster.status === 'withdrawn') return nothingToDo();
  return updated(
    edit('poster', poster, { status: 'withdrawn', picture: null }),
    ...pictureGoes(poster, team, shown),
  );
};
