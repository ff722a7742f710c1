import { cleanLines } from '../rich-text';
import { isSponsor, mayLead } from '../rights';
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

/** How long an announcement’s text may be, in characters. */
export const longestAnnouncement = 1000;

export const announce: Decider<'announcement:add'> = (input, { team, existing }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const { texts, faults } = required({ title: input.title }, 80);
  const [from, until] = [input.from, input.until].map((at) => (at ? new Date(at).toISOString() : null)) as [
    string | null,
    string | null,
  ];
  if (until !== null && until <= (from ?? now.toISOString()))
    faults.push({ code: 'until-before-from', path: 'until' });
  if (faults.length > 0) return invalid(...faults);
  return created(
    add('announcement', {
      id: input.id,
      team: team.id,
      at: now.toISOString(),
      status: 'published',
      batch: null,
      ...texts,
      text: cleanLines(input.text, longestAnnouncement),
      from,
      until,
    }),
  );
};

export const withdraw: Decider<'announcement:withdraw'> = (_input, { team, announcement }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id) && !(isSponsor(actor, team) && announcement?.sponsor === actor.id))
    return forbidden();
  if (!isOf(announcement, team)) return notThere();
  if (announcement.status === 'withdrawn') return nothingToDo();
  return updated(edit('announcement', announcement, { status: 'withdrawn' }));
};
