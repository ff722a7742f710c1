import { displaysOf } from '../../access';
import { leaderOf } from '../../answer';
import { purposeOfPanels } from '../../purpose-balance';
import { guestNames } from '../../displays/[id]/guests';
import { roundOf } from '../../displays/[id]/round';
import { scenes } from '../../displays/[id]/scenes';
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
  return {
    walls: await Promise.all(
      displays.map(async ({ id, name, profile, playlist }) => {
        const slots = (await house.boards.snapshot(id))?.slots ?? {};
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
    ),
  };
};
