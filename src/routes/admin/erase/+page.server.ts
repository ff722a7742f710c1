import { error } from '@sveltejs/kit';
import { mayRun } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { findPerson, mostFound } from '$lib/server/intake/feedback/person';
import { all } from '../access';
import type { House } from '$lib/server/house';
import { leaderOf, sayNo, sayYes, typedIn } from '../answer';
import { writtenWords } from './written-words';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  if (!mayRun(leaderOf(event))) error(403, m.refusal_not_yours());
};

/** What there is of somebody, by their name or an id. */
async function searchFor(house: House, words: string) {
  const [search, teams] = await Promise.all([findPerson(house.store, words), all(house, 'team')]);
  const names = new Map(teams.map((team) => [team.id, team]));
  return {
    words,
    most: mostFound,
    more: search.more,
    rows: search.rows,
    elsewhere: writtenWords(search.elsewhere),
    found: search.found.map(({ id, team, at, text, value }) => ({
      ...{ id, at, text, value },
      team: names.get(team)?.name ?? team,
      timeZone: names.get(team)?.timeZone ?? 'UTC',
    })),
  };
}

export const actions: Actions = {
  /** Posted, so that nobody’s name stands in an address, a history or a log. */
  find: async (event) => {
    if (!mayRun(leaderOf(event))) error(403, m.refusal_not_yours());
    const { words = '' } = await typedIn(event.request);
    const search = await searchFor(event.locals.house, words.trim().slice(0, 200));
    return { ...sayYes('find', ''), search };
  },
  erase: async (event) => {
    const leader = leaderOf(event);
    if (!mayRun(leader)) error(403, m.refusal_not_yours());
    const { house } = event.locals;
    const form = await event.request.formData();
    const words = String(form.get('words') ?? '');
    const ids = form.getAll('id').filter((id) => typeof id === 'string');
    const outcome = await house.intake.submit('person:erase', { words, ids }, leader);
    // What webhooks brought may hold more than what was made of it.
    const nothing = !outcome.ok && outcome.refusal.faults?.[0]?.code === 'person-nothing';
    if (!outcome.ok && !nothing) return sayNo('erase', outcome.refusal, { words });
    let messages = 0;
    for (const hook of await all(house, 'hook')) messages += await house.hooks.erase(hook, words);
    if (!outcome.ok && messages === 0) return sayNo('erase', outcome.refusal, { words });
    return sayYes('erase', m.erase_done({ answers: outcome.ok ? outcome.updated : 0, messages }));
  },
};
