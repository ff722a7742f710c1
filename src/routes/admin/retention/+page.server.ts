import { error, type RequestEvent } from '@sveltejs/kit';
import type { Commands } from '$lib/domain/command';
import { allKept, periodsOf, rules } from '$lib/domain/retention';
import { mayRun } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { carryOut, leaderOf, numberIn, typedIn } from '../answer';
import { keptWords } from './kept-words';
import type { Actions, PageServerLoad } from './$types';

/** Lets owners by. @throws 403 for everybody else */
function forOwners(event: Pick<RequestEvent, 'locals' | 'url'>): void {
  if (!mayRun(leaderOf(event))) error(403, m.refusal_not_yours());
}

export const load: PageServerLoad = async (event) => {
  forOwners(event);
  const organisation = await event.locals.house.store.get('organisation', 'organisation');
  const periods = periodsOf(organisation);
  return {
    version: organisation?.version ?? 0,
    kept: allKept.map((kept) => ({
      name: kept,
      ...keptWords(kept),
      period: periods[kept],
      usual: rules[kept].usual,
      choices: [...rules[kept].choices],
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    forOwners(event);
    const typed = await typedIn(event.request);
    // What is none of the choices is refused by intake, beside its field.
    const keep = Object.fromEntries(
      allKept.map((kept) => [kept, typed[kept] ?? '']),
    ) as Commands['retention:set']['keep'];
    const rename = Object.fromEntries(allKept.map((kept) => [`keep.${kept}`, kept]));
    const input = { saw: numberIn(typed.saw), keep };
    return carryOut(event, 'set', 'retention:set', input, typed, m.retention_saved(), rename);
  },
};
