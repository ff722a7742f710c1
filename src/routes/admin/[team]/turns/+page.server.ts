import { cadenceOf, daysOf } from '$lib/domain/cadence';
import { purposeBalance } from '../../purpose-balance';
import { turnLog } from '../../turn-log';
import type { PageServerLoad } from './$types';

/** So many turns are drawn; the list has them all. */
const drawn = 16;
/** An open turn is never drawn as done, however long it takes. */
const most = 0.92;

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { team } = await parent();
  const { house } = locals;
  const turns = await turnLog(house, team);
  const open = turns[0];
  const days = open ? (house.now().getTime() - Date.parse(open.from)) / 86_400_000 : 0;
  return {
    turns: turns.map((turn) => ({ ...turn, timeZone: team.timeZone })),
    spiral: turns
      .slice(0, drawn)
      .map(({ number }) => number)
      .reverse(),
    balance: open ? await purposeBalance(house, team.id, open.from) : null,
    share: Math.min(most, Math.max(0.04, days / daysOf(cadenceOf(team).turn))),
  };
};
