import { addDays, localDay } from '$lib/domain/calendar';
import { dayPlan } from '$lib/domain/day-plan';
import { quietHoursOf } from '$lib/domain/opening';
import { m } from '$lib/paraglide/messages';
import { displayFor, teamFor } from '../../../access';
import { leaderOf } from '../../../answer';
import { takeoverNotices } from '../../../takeovers';
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
  const kinds = new Map(display.playlist.map(({ id, panel }) => [id, panel]));
  return {
    display: { id: display.id, name: display.name },
    today,
    days: Array.from({ length: 7 }, (_, ahead) => addDays(today, ahead)).map((day) => ({
      day,
      spells: dayPlan(display.playlist, quiet, day, timeZone).map(({ from, to, items, dark }) => ({
        from,
        to,
        dark,
        scenes: items.map((id) => {
          const kind = kinds.get(id) ?? '';
          return { id, title: titles.get(kind) ?? m.admin_unknown_scene(), point: points.get(kind) ?? null };
        }),
      })),
    })),
    takeovers: (await takeoverNotices(house, team, [display], language)).filter(
      ({ displays }) => !displays || displays.includes(display.id),
    ),
  };
};
