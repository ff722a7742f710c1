import { servedAims } from '$lib/domain/aim';
import { maySignNow, standing, type Declaration } from '$lib/domain/declaration';
import { mayRun } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { all, seenBy } from '../access';
import { carryOut, leaderOf, numberIn, textOrNull, typedIn } from '../answer';
import type { Actions, PageServerLoad } from './$types';

/** The declaration as its fields have it; `waits`: for the account’s own name. */
function declaredFor(declaration: Declaration, account: string, now: Date) {
  const { text, ambition, measure, fact, said, signatures } = declaration;
  const counting = new Set(standing(signatures, now));
  return {
    ...{ text, ambition, measure, said, waits: maySignNow(declaration, account, now) },
    ...{ fact: fact?.sentence ?? null, source: fact?.source ?? null, year: fact?.year ?? null },
    signatures: signatures.map((one) => ({
      ...{ account: one.account, name: one.name, day: one.at.slice(0, 10) },
      ...{ counts: counting.has(one), mine: one.account === account },
    })),
  };
}

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house } = event.locals;
  const teams = await seenBy(house, leader);
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const [organisation, aims, goals, decisions] = await Promise.all([
    house.store.get('organisation', 'organisation'),
    all(house, 'aim', { status: 'open' }),
    all(house, 'goal', { status: 'open' }),
    all(house, 'decision', { status: 'taken' }),
  ]);
  const seen = ({ team }: { team: string }) => names.has(team);
  return {
    runs: mayRun(leader),
    /** What the organisation is there for. */
    mission: organisation?.mission ?? null,
    declared: organisation?.declaration
      ? declaredFor(organisation.declaration, leader.id, house.now())
      : null,
    version: organisation?.version ?? 0,
    aims: servedAims(aims.reverse(), goals.filter(seen), decisions.filter(seen)).map(({ aim, by }) => ({
      id: aim.id,
      text: aim.text,
      by: by.map((one) => ({ ...one, team: names.get(one.team) ?? '' })),
    })),
    once: house.newId(),
  };
};

export const actions: Actions = {
  mission: async (event) => {
    const typed = await typedIn(event.request);
    const input = { saw: numberIn(typed.saw), mission: textOrNull(typed.mission) };
    return carryOut(event, 'mission', 'mission:set', input, typed, m.mission_saved());
  },
  declare: async (event) => {
    const typed = await typedIn(event.request);
    const input = {
      saw: numberIn(typed.saw),
      ...{ text: textOrNull(typed.text), ambition: textOrNull(typed.ambition) },
      ...{ measure: textOrNull(typed.measure), fact: textOrNull(typed.fact) },
      ...{ source: textOrNull(typed.source), year: typed.year?.trim() ? numberIn(typed.year) : null },
    };
    return carryOut(event, 'declare', 'declaration:set', input, typed, m.declaration_saved());
  },
  sign: async (event) => {
    const typed = await typedIn(event.request);
    const input = { said: typed.said ?? '' };
    return carryOut(event, 'sign', 'declaration:sign', input, typed, m.declaration_signed());
  },
  unsign: async (event) => {
    const typed = await typedIn(event.request);
    const input = { account: typed.account ?? '' };
    return carryOut(event, 'sign', 'declaration:unsign', input, typed, m.declaration_off());
  },
  set: async (event) => {
    const typed = await typedIn(event.request);
    const input = { id: typed.once || event.locals.house.newId(), text: typed.text ?? '' };
    return carryOut(event, 'set', 'aim:set', input, typed, m.aims_set());
  },
  close: async (event) => {
    const typed = await typedIn(event.request);
    return carryOut(event, 'close', 'aim:close', { id: typed.id ?? '' }, typed, m.aims_closed());
  },
};
