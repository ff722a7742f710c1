import { localTime } from '$lib/domain/calendar';
import type { Display } from '$lib/domain/display';
import type { Takeover } from '$lib/domain/hung';
import type { Team } from '$lib/domain/records';
import type { House } from '$lib/server/house';
import { m } from '$lib/paraglide/messages';
import { sinceWords } from './when';

/** What has taken over a team's walls now, newest first. */
export async function takeoversOn(house: House, team: string): Promise<Takeover[]> {
  const now = house.now().toISOString();
  const { records } = await house.store.list('takeover', { team, status: 'on' }, { limit: 50 });
  return records.filter(({ until }) => until > now);
}

/** A takeover as leaders read it: what is on, where and until when; who started it. */
export function takeoverWords(
  { id, team, title, until, at, by, displays }: Takeover,
  walls: readonly Pick<Display, 'id' | 'name'>[],
  { timeZone }: Pick<Team, 'timeZone'>,
  now: Date,
  language: string,
) {
  const time = sinceWords(until, now.toISOString(), timeZone, language);
  const names = walls.filter((wall) => displays?.includes(wall.id)).map(({ name }) => name);
  return {
    id,
    team,
    displays,
    sentence: displays
      ? m.admin_takeover_is_on_some({
          title,
          time,
          walls: new Intl.ListFormat(language, { type: 'conjunction' }).format(names),
        })
      : m.admin_takeover_is_on({ title, time }),
    started: m.admin_takeover_since({ by, when: localTime(new Date(at), timeZone) }),
  };
}

/** All that is on a team's walls, as `takeoverWords`. */
export async function takeoverNotices(
  house: House,
  team: Team,
  walls: readonly Pick<Display, 'id' | 'name'>[],
  language: string,
) {
  const on = await takeoversOn(house, team.id);
  return on.map((takeover) => takeoverWords(takeover, walls, team, house.now(), language));
}
