import { error } from '@sveltejs/kit';
import { actionPoints } from '$lib/domain/action-point';
import { daysBetween, localDay } from '$lib/domain/calendar';
import { figureDays } from '$lib/domain/goal-stand';
import { bands, shownScore } from '$lib/domain/score';
import { teamScore } from '$lib/panels/team-score';
import { openedAt } from '$lib/domain/turn';
import { checklistOf, hasBegun } from '$lib/domain/formation';
import { isOpen, mostOpen } from '$lib/domain/challenge';
import { mostWaiting } from '$lib/domain/snag';
import { displaysOf, teamFor } from '../access';
import { carryOut, leaderOf, numberIn, typedIn } from '../answer';
import { noticesFor } from '../notices';
import { takeoverNotices } from '../takeovers';
import { nextStep } from './next-step';
import { sourcesOf } from '../sources';
import { goalStand, newestAnswers } from './standing';
import { m } from '$lib/paraglide/messages';
import type { Actions, PageServerLoad } from './$types';

const countedUpTo = 200;

export const load: PageServerLoad = async (event) => {
  const { team } = await event.parent();
  const leader = leaderOf(event);
  const { house } = event.locals;
  const { store } = house;
  const now = house.now();
  const today = localDay(now, team.timeZone);
  const of = { team: team.id };
  const standing = await house.boards.standing(team.id);
  if (!standing) error(404, m.admin_no_such_team());
  const newestOf = async (kind: 'shout-out' | 'story') =>
    (await store.list(kind, { ...of, status: 'published' }, { limit: 1 })).records[0];
  const [
    waiting,
    answers,
    questions,
    goals,
    shoutOut,
    story,
    improvements,
    announcements,
    displays,
    help,
    snags,
    challenges,
    untold,
  ] = await Promise.all([
    store.list('verbatim', { ...of, status: 'waiting' }, { limit: countedUpTo }),
    newestAnswers(store, team, today),
    store.list('question', { ...of, status: 'live' }, { limit: 1 }),
    store.list('goal', { ...of, status: 'open' }, { limit: 1 }),
    newestOf('shout-out'),
    newestOf('story'),
    store.list('improvement', { ...of, status: 'shown' }, { limit: 50 }),
    store.list('announcement', { ...of, status: 'published' }, { limit: 50 }),
    displaysOf(house, leader, team.id),
    store.list('help', { ...of, status: 'offered' }),
    store.list('snag', { ...of, status: 'waiting' }, { limit: mostWaiting }),
    store.list('challenge', { ...of, status: 'waiting' }, { limit: 2 * mostOpen }),
    store.list('story', { ...of, status: 'waiting' }, { limit: countedUpTo }),
  ]);
  const found = teamScore(answers, team, null, figureDays, now);
  const score = found && {
    ...shownScore(found.counts, found.measure, team.minimumN),
    measure: found.measure,
    top: bands(found.counts, found.measure).top,
    stale: found.stale,
    latest: found.latest,
  };

  const goal = goals.records[0] ?? null;
  const stand = goal && goalStand(goal, answers, team, now);
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
      reached: Boolean(goal.reach),
      daysLeft: daysBetween(today, goal.due),
      byHand: goal.follow === null,
    },
    standing,
  });

  const [turn] = (await store.list('turn', { ...of, status: 'open' }, { limit: 1 })).records;
  const told = await store.list('story', { ...of, status: 'published', from: openedAt(turn, team) });
  const { late } = standing;
  const names = late.some(({ source }) => source !== null) ? await sourcesOf(house, team) : null;

  return {
    ...step,
    once: house.newId(),
    standing,
    /** The list by which the team begins; null once all of it is done. */
    begins: hasBegun(team, standing.turn) ? null : checklistOf(team),
    /** A walk through the turn was begun. */
    walking: Boolean(turn?.walk),
    /** Whether whoever leads the team told a story of their own in this turn. */
    ownStory: told.records.some(({ own }) => own),
    help: help.records.map(({ point, name }) => ({ point, name })),
    holes: (team.criticals ?? []).filter(({ id }) => standing.holes.includes(id)).map(({ name }) => name),
    late: late.map(({ source }) => (source === null ? null : (names?.get(source) ?? source))),
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
      reached: goal.reach?.at ?? null,
      target: goal.target,
      unit: goal.unit,
      value: stand?.value ?? null,
    },
    shoutOut: shoutOut?.at ?? null,
    story: story?.at ?? null,
    /** Stories from phones that wait for a leader. */
    untold: untold.records.length,
    improvements: improvements.records.length,
    /** Rules that got in the way and wait for an answer. */
    snags: snags.records.length,
    /** Challenges that wait for an answer of this team’s leader. */
    challenges: challenges.records.filter(
      (one) =>
        isOpen(one, today) && one.sides.some((side) => side.team === team.id && side.answer === 'waiting'),
    ).length,
    announcements: on.length,
    question: questions.records[0]?.text ?? null,
    displays: displays.map(({ id }) => house.live.state(id)),
    notices: noticesFor(house, leader),
    takeovers: await takeoverNotices(house, team, displays, event.locals.language),
    // Somebody with one team is sent straight here; the list also holds what is not a team's.
    severalTeams: leader.role === 'owner' || leader.teams.length > 1,
  };
};

export const actions: Actions = {
  helped: async (event) => {
    const typed = await typedIn(event.request);
    const point = actionPoints.find((point) => point === typed.point);
    const input = { team: event.params.team, point: point ?? 'thanks' };
    return carryOut(event, 'helped', 'help:end', input, typed, m.admin_help_seen());
  },
  begun: async (event) => {
    const typed = await typedIn(event.request);
    const team = await teamFor(event.locals.house, leaderOf(event), event.params.team);
    const steps = checklistOf(team).map(({ text, done }, at) => ({
      text,
      done: String(at) === typed.slot ? !done : done,
    }));
    const input = { team: team.id, saw: numberIn(typed.saw), steps };
    return carryOut(event, 'begun', 'team:checklist', input, typed, m.begin_ticked());
  },
  wake: (event) => carryOut(event, 'wake', 'turn:wake', { team: event.params.team }, {}, m.admin_woken()),
};
