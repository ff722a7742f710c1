import { daysBetween, localDay } from '$lib/domain/calendar';
import { newestReading } from '$lib/domain/goal';
import { bands, shownScore } from '$lib/domain/score';
import { teamScore } from '$lib/panels/team-score';
import { displaysOf } from '../access';
import { leaderOf } from '../answer';
import { noticesFor } from '../notices';
import { nextStep } from './next-step';
import type { PageServerLoad } from './$types';

const countedUpTo = 200;
const scoreDays = 30;

export const load: PageServerLoad = async (event) => {
  const { team } = await event.parent();
  const leader = leaderOf(event);
  const { house } = event.locals;
  const { store } = house;
  const now = house.now();
  const today = localDay(now, team.timeZone);
  const of = { team: team.id };
  const [waiting, tallies, questions, goals, shoutOuts, thanks, announcements, displays] = await Promise.all([
    store.list('verbatim', { ...of, status: 'waiting' }, { limit: countedUpTo }),
    store.tally({ team: team.id, newest: { days: scoreDays, upTo: today }, by: ['day'] }),
    store.list('question', { ...of, status: 'live' }, { limit: 1 }),
    store.list('goal', { ...of, status: 'open' }, { limit: 1 }),
    store.list('shout-out', { ...of, status: 'published' }, { limit: 1 }),
    store.list('thanks', { ...of, status: 'published' }, { limit: 1 }),
    store.list('announcement', { ...of, status: 'published' }, { limit: 50 }),
    displaysOf(house, leader, team.id),
  ]);
  const age = (record: { at: string } | undefined) =>
    record ? daysBetween(localDay(new Date(record.at), team.timeZone), today) : null;

  // The same reckoning as the wall's, so that phone and wall never differ.
  const answers = tallies.map(({ measure, latest, rows }) => ({
    measure,
    latest,
    rows: rows.map(({ day, value, count }) => ({ day: day ?? today, value, count })),
  }));
  const found = teamScore(answers, team, null, scoreDays, now);
  const score = found && {
    ...shownScore(found.counts, found.measure, team.minimumN),
    measure: found.measure,
    top: bands(found.counts, found.measure).top,
    stale: found.stale,
    latest: found.latest,
  };

  const goal = goals.records[0] ?? null;
  const reading = goal && newestReading(goal.readings);
  const on = announcements.records.filter(
    ({ from, until }) =>
      (!from || Date.parse(from) <= now.getTime()) && (!until || Date.parse(until) > now.getTime()),
  );
  const step = nextStep({
    waiting: waiting.records.length,
    hasQuestion: questions.records.length > 0,
    hasAnswers: found !== undefined,
    displays: displays.length,
    goal: goal && {
      daysLeft: daysBetween(today, goal.due),
      byHand: goal.follow === null,
      readingAge: reading ? daysBetween(reading.day, today) : null,
    },
    shoutOutAge: age(shoutOuts.records[0]),
    thanksAge: age(thanks.records[0]),
    cadenceDays: team.cadenceDays,
  });

  return {
    ...step,
    today,
    waiting: {
      count: waiting.records.length,
      more: waiting.next !== null,
      oldest: waiting.records.at(-1)?.at ?? null,
    },
    score: score ?? null,
    minimumN: team.minimumN,
    goal: goal && {
      due: goal.due,
      target: goal.target,
      unit: goal.unit,
      value: reading?.value ?? null,
      follow: goal.follow,
    },
    shoutOut: shoutOuts.records[0]?.at ?? null,
    thanks: thanks.records[0]?.at ?? null,
    announcements: on.length,
    question: questions.records[0]?.text ?? null,
    displays: displays.map(({ id }) => house.live.state(id)),
    notices: noticesFor(house, leader),
    // Somebody with one team is sent straight here; the list also holds what is not a team's.
    severalTeams: leader.role === 'owner' || leader.teams.length > 1,
  };
};
