import { localDay } from '$lib/domain/calendar';
import { figureDays } from '$lib/domain/goal-stand';
import { bands, shownScore } from '$lib/domain/score';
import { seenId } from '$lib/domain/turn';
import { teamScore } from '$lib/panels/team-score';
import { newestAnswers } from '../../../admin/[team]/standing';
import { phoneOf, teamOf } from '../phone';
import type { PageServerLoad } from './$types';

/** So much of a turn is shown again. */
const shown = 3;

/** The turn’s report for a shift that missed it on the wall: the score, what customers said, what was decided. */
export const load: PageServerLoad = async ({ locals, params, cookies, url }) => {
  const { house, language } = locals;
  const { store, boards, now } = house;
  const team = await teamOf(house, params.team);
  const head = { team: { id: team.id, name: team.name }, language };
  const phone = await phoneOf(house, team.id, cookies, url);
  if (!phone) return { ...head, report: null };
  const of = { team: team.id };
  const at = now();
  const today = localDay(at, team.timeZone);
  const [standing, answers, comments, decisions, goals] = await Promise.all([
    boards.standing(team.id),
    newestAnswers(store, team, today),
    store.list('verbatim', { ...of, status: 'approved' }, { limit: shown }),
    store.list('decision', { ...of, status: 'taken' }, { limit: shown }),
    store.list('goal', { ...of, status: 'open' }, { limit: 1 }),
  ]);
  const turn = standing?.turn ?? 1;
  const found = teamScore(answers, team, null, figureDays, at);
  const seen = await store.get('seen', seenId(team.id, turn));
  return {
    ...head,
    report: {
      turn,
      today,
      score: found
        ? {
            ...shownScore(found.counts, found.measure, team.minimumN),
            measure: found.measure,
            top: bands(found.counts, found.measure).top,
            day: localDay(new Date(found.latest), team.timeZone),
          }
        : null,
      minimumN: team.minimumN,
      comments: comments.records.map(({ id, text, ourPart }) => ({ id, text, ourPart: ourPart ?? null })),
      decisions: decisions.records.filter((one) => one.turn === turn).map(({ id, text }) => ({ id, text })),
      goal: goals.records[0]?.question ?? null,
      met: phone.mark !== undefined && (seen?.marks.includes(phone.mark) ?? false),
    },
  };
};
