import { keyScopes } from '$lib/domain/records';
import { m } from '$lib/paraglide/messages';
import { all, runs, teamsOf } from '../access';
import { carryOut, leaderOf, sayNo, sayYes, typedIn } from '../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house } = event.locals;
  const [teams, keys] = await Promise.all([
    teamsOf(house, leader),
    all(house, 'api-key', { status: 'active' }),
  ]);
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  return {
    teams: teams.map(({ id, name }) => ({ id, name })),
    keys: keys
      .filter((key) => key.teams.every((team) => runs(leader, team)))
      .map(({ id, name, hint, scopes, at, teams: of }) => ({
        id,
        name,
        hint,
        scopes,
        at,
        teams: of.map((team) => names.get(team) ?? team),
      })),
    address: event.locals.house.config.publicUrl ?? event.url.origin,
  };
};

export const actions: Actions = {
  make: async (event) => {
    const leader = leaderOf(event);
    const { house } = event.locals;
    const typed = await typedIn(event.request);
    const teams = (await teamsOf(house, leader))
      .map(({ id }) => id)
      .filter((id) => typed[`team-${id}`] === 'on');
    const scopes = keyScopes.filter((scope) => typed[`scope-${scope}`] === 'on');
    const { key, keyHash, hint } = house.auth.newKey();
    const outcome = await house.intake.submit(
      'key:make',
      { id: event.locals.house.newId(), name: typed.name ?? '', keyHash, hint, teams, scopes },
      leader,
    );
    return outcome.ok
      ? sayYes('make', m.admin_key_made(), { once: key })
      : sayNo('make', outcome.refusal, typed);
  },
  revoke: async (event) => {
    const typed = await typedIn(event.request);
    const id = typed.id ?? '';
    return carryOut(event, id, 'key:revoke', { id }, typed, m.admin_key_revoked());
  },
};
