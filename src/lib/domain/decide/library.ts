import { adoptedId, current, longestLine, longestTitle, sorts, unseen, weekOfTraining } from '../library';
import type { Fault } from '../refusal';
import { mayLead } from '../rights';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  isOf,
  masked,
  notThere,
  nothingToDo,
  saidIn,
  unknownTeam,
  updated,
  wordsUpTo,
  withAct,
  type Decider,
} from './decision';
import { mayJoin } from './huddles';

/** A leader puts a card into the library: it begins with the team, and others may take it over. Lines left empty after the fewest fall out. */
export const publishCard: Decider<'library:publish'> = (input, { team, existing }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const { id, sort } = input;
  const { fewest, most } = sorts[sort];
  const faults: Fault[] = [];
  const title = saidIn(longestTitle, input.title, 'title', faults);
  const lines = Array.from({ length: Math.max(fewest, input.lines.length) }, (_, at) =>
    at < fewest
      ? saidIn(longestLine, input.lines[at], `lines.${at}`, faults)
      : wordsUpTo(longestLine, masked(input.lines[at]), `lines.${at}`, faults),
  ).filter((line) => line !== null);
  if (lines.length > most) faults.push({ code: 'too-many', path: 'lines', values: { max: most } });
  if (faults.length > 0) return invalid(...faults);
  return created(
    add('library-card', {
      ...{ id, team: team.id, at: now.toISOString(), status: 'published', batch: null },
      ...{ sort, title, lines, from: null, seen: unseen(sort, lines), acts: [] },
    }),
  );
};

/** A leader takes a card over, with credit to whose it is; it begins with the team. One’s own begins again. */
export const adoptCard: Decider<'library:adopt'> = (_input, facts, actor, now) => {
  const { team, card, own, cards, by } = facts;
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (card?.status !== 'published') return notThere();
  const { id, sort, title, lines } = card;
  const ours = isOf(card, team) ? card : own;
  if (current(cards, team, now).some((one) => one.card.id === ours?.id)) return nothingToDo();
  const begins = { at: now.toISOString(), seen: unseen(sort, lines), acts: [] };
  if (ours?.from === null) return updated(edit('library-card', ours, begins));
  if (ours) return updated(edit('library-card', ours, { ...begins, status: 'adopted' }));
  return created(
    add('library-card', {
      ...{ id: adoptedId(id, team.id), team: team.id, status: 'adopted', batch: null, ...begins },
      ...{ sort, title, lines, from: { card: id, team: card.team, name: by?.name ?? '' } },
    }),
  );
};

/** What was taken over leaves the team; what is the team’s own leaves the library, and every team that took it over. */
export const withdrawCard: Decider<'library:withdraw'> = (_input, { team, card, copies }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(card, team)) return notThere();
  if (card.status === 'withdrawn') return nothingToDo();
  const all = [card, ...copies.filter(({ status }) => status !== 'withdrawn')];
  return updated(...all.map((one) => edit('library-card', one, { status: 'withdrawn' })));
};

/** Somebody saw a behaviour after the training: it counts in the card’s week, and nowhere by person. */
export const seeBehaviour: Decider<'library:seen'> = (input, { team, cards }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayJoin(actor, team.id)) return forbidden();
  const on = current(cards, team, now).find(({ card }) => card.id === input.id);
  if (!on || on.card.sort !== 'training' || input.line >= on.card.lines.length) return notThere();
  const { card } = on;
  if (card.acts.includes(input.act)) return nothingToDo();
  const seen = card.seen.map((week, at) =>
    at === weekOfTraining(on) ? week.map((times, line) => times + Number(line === input.line)) : week,
  );
  return updated(edit('library-card', card, { seen, acts: withAct(card.acts, input.act) }));
};
