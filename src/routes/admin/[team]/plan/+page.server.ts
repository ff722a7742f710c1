import { displaysOf } from '../../access';
import { leaderOf } from '../../answer';
import { purposeOfPanels } from '../../purpose-balance';
import { guestNames } from '../../displays/[id]/guests';
import { roundOf } from '../../displays/[id]/round';
import { scenes } from '../../displays/[id]/scenes';
import { lampsOf } from './lamps';
import type { PageServerLoad } from './$types';

/** What every wall of the team shows, for how long and when: the whole plan on one page. */
export const load: PageServerLoad = async (event) => {
  const { team } = await event.parent();
  const { house } = event.locals;
  const [displays, known] = await Promise.all([displaysOf(house, leaderOf(event), team.id), scenes()]);
  const purposes = await purposeOfPanels(
    displays.flatMap(({ playlist }) => playlist.map(({ panel }) => panel)),
  );
  const guests = await guestNames(
    house,
    displays.map(({ playlist }) => playlist),
  );
  const of = { team: team.id };
  const one = { limit: 1 };
  const [shoutOuts, stories, improvements, reached, closed] = await Promise.all([
    house.store.list('shout-out', { ...of, status: 'published' }, one),
    house.store.list('story', { ...of, status: 'published' }, one),
    house.store.list('improvement', { ...of, status: 'shown' }, one),
    house.store.list('goal', { ...of, status: 'reached' }, one),
    house.store.list('turn', { ...of, status: 'closed' }, one),
  ]);
  const shown = new Set<string>();
  const walls = await Promise.all(
    displays.map(async ({ id, name, profile, playlist }) => {
      const slots = (await house.boards.snapshot(id))?.slots ?? {};
      for (const { id: item, panel, team: whose } of playlist) if (slots[item] && !whose) shown.add(panel);
      const round = roundOf(playlist, slots);
      return {
        id,
        name,
        profile: house.profiles.get(profile)?.title ?? profile,
        canvas: house.profiles.get(profile)?.canvas ?? null,
        round,
        scenes: playlist.map(({ id, panel, team: of = '', options, days, from, to }) => {
          const scene = known.find(({ kind }) => kind === panel);
          const count =
            (options as { count?: unknown }).count ??
            scene?.fields.find((one) => one.name === 'count')?.fallback;
          return {
            id,
            title: scene?.title ?? null,
            point: scene?.point ?? null,
            whose: guests.get(of) ?? null,
            purpose: purposes.get(panel) ?? null,
            seconds: slots[id] ? Math.round(slots[id].dwell) : null,
            count: count === undefined ? null : Number(count),
            days: days ?? null,
            from: from ?? null,
            to: to ?? null,
          };
        }),
      };
    }),
  );
  return {
    walls,
    lamps: lampsOf({
      shown,
      newest: {
        'shout-outs': shoutOuts.records[0]?.at ?? null,
        story: stories.records[0]?.at ?? null,
        improvements: improvements.records[0]?.at ?? null,
        celebration: reached.records[0]?.celebration?.at ?? null,
      },
      learned: closed.records[0]?.closing?.learned ?? null,
      timeZone: team.timeZone,
      now: house.now(),
    }),
  };
};
