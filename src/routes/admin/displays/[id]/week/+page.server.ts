import { addDays, localDay } from '$lib/domain/calendar';
import { dayPlan } from '$lib/domain/day-plan';
import { quietHoursOf } from '$lib/domain/opening';
import { m } from '$lib/paraglide/messages';
import { displayFor, teamFor } from '../../../access';
import { leaderOf } from '../../../answer';
import { takeoverNotices } from '../../../takeovers';
import { guestNames } from '../guests';
import { scenes } from '../scenes';
import type { PageServerLoad } from './$types';

/** What a display shows on each of the seven days from today on. */
export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house, language } = event.locals;
  const display = await displayFor(house, leader, event.params.id);
  const team = await teamFor(house, leader, display.team);
  const timeZone = display.timeZone ?? team.timeZone;
  const today = localDay(house.now(), timeZone);
  const quiet = quietHoursOf(display, house.profiles.get(display.profile));
  const titles = new Map((await scenes()).map(({ kind, title }) => [kind, title]));
  const points = new Map((await scenes()).map(({ kind, point }) => [kind, point]));
  const items = new Map(display.playlist.map((item) => [item.id, item]));
  const guests = await guestNames(house, [display.playlist]);
  const days = Array.from({ length: 7 }, (_, ahead) => addDays(today, ahead)).map((day) => ({
    day,
    spells: dayPlan(display.playlist, quiet, day, timeZone).map(({ from, to, items: ids, dark }) => ({
      from,
      to,
      dark,
      scenes: ids.map((id) => {
        const { panel = '', team: of = '' } = items.get(id) ?? {};
        return {
          id,
          title: titles.get(panel) ?? m.admin_unknown_scene(),
          whose: guests.get(of) ?? null,
          point: points.get(panel) ?? null,
        };
      }),
    })),
  }));
  return {
    display: { id: display.id, name: display.name },
    today,
    /** Days in a row that are alike are one entry, up to and with `to`. */
    days: days.reduce<((typeof days)[number] & { to: string })[]>((rest, one) => {
      const last = rest.at(-1);
      if (!last || JSON.stringify(last.spells) !== JSON.stringify(one.spells))
        return [...rest, { ...one, to: one.day }];
      return [...rest.slice(0, -1), { ...last, to: one.day }];
    }, []),
    takeovers: (await takeoverNotices(house, team, [display], language)).filter(
      ({ displays }) => !displays || displays.includes(display.id),
    ),
  };
};
