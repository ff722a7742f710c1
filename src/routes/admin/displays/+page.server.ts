import { displaysOf, teamsOf } from '../access';
import { leaderOf } from '../answer';
import { profileNotices } from '../notices';
import { takeoverNotices } from '../takeovers';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house, language } = event.locals;
  const teams = await teamsOf(house, leader);
  const asked = event.url.searchParams.get('team');
  const team = teams.find(({ id }) => id === asked);
  const displays = await displaysOf(house, leader, team?.id);
  return {
    team: team ? { id: team.id, name: team.name } : null,
    displays: displays.map(({ id, name, team: of, profile, timeZone, tokenHash }) => {
      const owner = teams.find((one) => one.id === of);
      return {
        id,
        name,
        team: owner?.name ?? '',
        timeZone: timeZone ?? owner?.timeZone ?? 'UTC',
        profile: house.profiles.get(profile)?.title ?? profile,
        paired: tokenHash !== null,
        state: house.live.state(id),
      };
    }),
    takeovers: (
      await Promise.all((team ? [team] : teams).map((one) => takeoverNotices(house, one, displays, language)))
    ).flat(),
    severalTeams: teams.length > 1,
    notices: profileNotices(house),
  };
};
