import { localDay } from '$lib/domain/calendar';
import { readMeasure } from '$lib/domain/metric';
import type { Goal } from '$lib/domain/practice';
import type { Verbatim } from '$lib/domain/records';
import type { House } from '$lib/server/house';
import { m } from '$lib/paraglide/messages';
import { aimsOf } from '../../access';
import { measuresOf } from '../../measures';
import { goalStand, newestAnswers } from '../standing';
import { carryOut, leaderOf, numberIn, sayField, sayNo, sayYes, textOrNull, typedIn } from '../../answer';
import { formOf, pictureIn } from '../../picture-form';
import type { Actions, PageServerLoad } from './$types';

const units: readonly Goal['unit'][] = ['in-100', 'points', 'count', 'minutes', 'percent'];

/** So many of the newest comments on the wall are looked through, and so many of the glad ones offered. */
const [lookedAt, offered] = [300, 20];

/** Comments of glad customers that may say how a goal sounds once it is there, with the one that does. */
async function samplesOf({ store }: House, team: string, chosen: string | null) {
  const newest = await store.list('verbatim', { team, status: 'approved' }, { limit: lookedAt });
  const isGlad = ({ measure, value }: Verbatim) =>
    value !== null && measure !== null && value >= (readMeasure(measure)?.scale.top ?? Infinity);
  const glad = newest.records.filter(isGlad).slice(0, offered);
  const known =
    chosen && !glad.some(({ id }) => id === chosen) ? await store.get('verbatim', chosen) : undefined;
  return [...(known?.team === team && known.status === 'approved' ? [known] : []), ...glad].map(
    ({ id, text, value }) => ({ id, text, value }),
  );
}

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { team } = await parent();
  const { house } = locals;
  const [standing, open, past] = await Promise.all([
    house.boards.standing(params.team),
    house.store.list('goal', { team: params.team, status: 'open' }, { limit: 1 }),
    house.store.list('goal', { team: params.team, status: ['reached', 'closed'] }, { limit: 10 }),
  ]);
  const goal = open.records[0] ?? null;
  const today = localDay(house.now(), team.timeZone);
  const from = url.searchParams.get('huddle');
  const huddle = from ? await house.store.get('huddle', from) : undefined;
  return {
    /** The pair that a huddle of the team agreed on, where the leader comes from there. */
    agreed: huddle?.team === params.team ? huddle.agreed : null,
    goal,
    turn: standing?.turn ?? 1,
    /** What Focus lacks in this turn: a decision, a routine. */
    lacks: standing?.points.focus.lacks ?? [],
    stand: goal && goalStand(goal, await newestAnswers(house.store, team, today), team, house.now()),
    past: past.records,
    today,
    aims: await aimsOf(house),
    measures: await measuresOf(house, team, goal?.follow ?? null),
    samples: await samplesOf(house, params.team, goal?.sample ?? null),
    picture: (goal?.picture && (await house.store.get('picture', goal.picture))) || null,
  };
};

export const actions: Actions = {
  set: async (event) => {
    const typed = await typedIn(event.request);
    const id = typed.id || event.locals.house.newId();
    const input = {
      id,
      team: event.params.team,
      saw: typed.id ? numberIn(typed.saw) : null,
      question: typed.question ?? '',
      unit: units.find((unit) => unit === typed.unit) ?? 'in-100',
      baseline: numberIn(typed.baseline),
      target: numberIn(typed.target),
      due: typed.due ?? '',
      follow: textOrNull(typed.follow),
      routine: textOrNull(typed.routine),
      ...(typed.sample === undefined ? {} : { sample: textOrNull(typed.sample) }),
      ...(typed.aim === undefined ? {} : { aim: textOrNull(typed.aim) }),
    };
    return carryOut(event, 'set', 'goal:set', input, typed, m.admin_goal_set_done());
  },
  read: async (event) => {
    const typed = await typedIn(event.request);
    const input = {
      team: event.params.team,
      id: typed.id ?? '',
      value: numberIn(typed.value),
      n: textOrNull(typed.n) === null ? null : numberIn(typed.n),
      ...(typed.day ? { day: typed.day } : {}),
    };
    return carryOut(event, 'read', 'goal:read', input, typed, m.admin_goal_read_done());
  },
  celebrate: async (event) => {
    const typed = await typedIn(event.request);
    const input = {
      team: event.params.team,
      id: typed.id ?? '',
      reached: true,
      words: textOrNull(typed.words),
      next: textOrNull(typed.next),
    };
    return carryOut(event, 'celebrate', 'goal:close', input, typed, m.goal_celebrated());
  },
  keep: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '', routine: textOrNull(typed.routine) };
    return carryOut(event, 'keep', 'goal:keep', input, typed, m.admin_goal_kept());
  },
  picture: async (event) => {
    const { house } = event.locals;
    const { typed, form } = await formOf(event.request);
    const { team } = event.params;
    const kept = await pictureIn(event, form, { team });
    if (!kept.ok) return sayNo('picture', kept.refusal, typed);
    const isGone = typed['picture-gone'] === 'on';
    if (!kept.value && !isGone) return sayField('picture', 'picture', m.refusal_picture_missing(), typed);
    const input = { team, id: typed.id ?? '', picture: kept.value };
    const outcome = await house.intake.submit('goal:picture', input, leaderOf(event));
    if (outcome.ok) return sayYes('picture', kept.value ? m.goal_picture_hung() : m.goal_picture_gone());
    // Nobody is shown a picture that no goal took.
    if (kept.value) await house.intake.submit('picture:drop', { team, id: kept.value }, leaderOf(event));
    return sayNo('picture', outcome.refusal, typed);
  },
  close: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '', reached: false };
    return carryOut(event, 'close', 'goal:close', input, typed, m.admin_goal_closed_done());
  },
};
