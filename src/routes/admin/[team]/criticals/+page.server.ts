import { addDays, localDay } from '$lib/domain/calendar';
import { shownScore, type Count } from '$lib/domain/score';
import { m } from '$lib/paraglide/messages';
import { teamFor } from '../../access';
import { carryOut, leaderOf, numberIn, typedIn } from '../../answer';
import { criticalsIn } from './critical-form';
import type { Actions, PageServerLoad } from './$types';

/** Days over which a critical’s score is counted. */
const days = 30;
const countedUpTo = 500;

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { team } = await parent();
  const { store, boards, now } = locals.house;
  const today = localDay(now(), team.timeZone);
  const standing = await boards.standing(team.id);
  const [tallies, comments] = await Promise.all([
    store.tally({ team: team.id, from: addDays(today, 1 - days), to: today, by: ['critical'] }),
    store.list('verbatim', { team: team.id, from: standing?.opened ?? team.at }, { limit: countedUpTo }),
  ]);
  const tally = tallies.find(({ measure }) => measure === team.measure) ?? tallies[0];
  return {
    turn: standing?.turn ?? 1,
    holes: standing?.holes ?? [],
    measure: tally?.measure ?? null,
    minimumN: team.minimumN,
    more: comments.next !== null,
    criticals: (team.criticals ?? []).map((critical) => {
      const counts: Count[] = (tally?.rows ?? []).filter((row) => row.critical === critical.id);
      const { score, n } = tally ? shownScore(counts, tally.measure, team.minimumN) : { score: null, n: 0 };
      const said = comments.records.filter(
        ({ status, criticals }) => status !== 'hidden' && criticals?.includes(critical.id),
      ).length;
      return { ...critical, score, n, said };
    }),
  };
};

export const actions: Actions = {
  save: async (event) => {
    const typed = await typedIn(event.request);
    const { house } = event.locals;
    const team = await teamFor(house, leaderOf(event), event.params.team);
    const { criticals, rename } = criticalsIn(typed, house.newId);
    const input = { team: team.id, saw: numberIn(typed.saw), criticals };
    return carryOut(event, 'save', 'team:criticals', input, typed, m.admin_criticals_saved(), rename);
  },
};
