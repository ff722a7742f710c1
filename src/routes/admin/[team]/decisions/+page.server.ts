import { addDays, daysBetween, localDay } from '$lib/domain/calendar';
import { decisionStand } from '$lib/domain/decision-stand';
import { planOf } from '$lib/domain/huddle';
import type { TeamDecision } from '$lib/domain/practice';
import type { Team } from '$lib/domain/records';
import type { House } from '$lib/server/house';
import { m } from '$lib/paraglide/messages';
import { aimsOf } from '../../access';
import { carryOut, textOrNull, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

/** A decision is reviewed after two weeks, unless its team says otherwise. */
const reviewedAfter = 14;
const pageSize = 20;

/** How a decision stands, by the team’s measure and, where it serves one, the answers about its critical. */
async function standOf({ store, now }: House, team: Team, decision: TeamDecision) {
  const today = localDay(now(), team.timeZone);
  const { start, review, critical } = decision;
  const tallies = await store.tally({
    team: team.id,
    from: addDays(start, -1 - daysBetween(start, review)),
    to: review,
    by: ['day'],
    ...(critical && { where: { critical } }),
  });
  const tally = tallies.find(({ measure }) => measure === team.measure) ?? tallies[0];
  const answers = tally && {
    measure: tally.measure,
    rows: tally.rows.map(({ day = '', value, count }) => ({ day, value, count })),
  };
  return { ...decisionStand(decision, answers, team.minimumN, today), measure: tally?.measure ?? null };
}

/** What a decision came from, in its words; null: of nothing that is still there. */
async function evidenceOf({ store }: House, source: string | null | undefined): Promise<string | null> {
  if (!source) return null;
  const [comment, finding, experiment] = await Promise.all([
    store.get('verbatim', source),
    store.get('finding', source),
    store.get('experiment', source),
  ]);
  return comment?.text || finding?.saw || experiment?.saw || experiment?.tries || null;
}

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { team } = await parent();
  const { house } = locals;
  const today = localDay(house.now(), team.timeZone);
  const of = { team: team.id };
  const [page, goals, comments, huddles, aims, findings, experiments] = await Promise.all([
    house.store.list('decision', { ...of, status: 'taken' }, { limit: pageSize }),
    house.store.list('goal', { ...of, status: 'open' }, { limit: 1 }),
    house.store.list('verbatim', { ...of, status: 'approved' }, { limit: pageSize }),
    house.store.list('huddle', of, { limit: 1 }),
    aimsOf(house),
    house.store.list('finding', { ...of, status: ['brought', 'answered'] }, { limit: pageSize }),
    house.store.list('experiment', { ...of, status: ['on', 'answered'] }, { limit: pageSize }),
  ]);
  const [huddle] = huddles.records;
  const from = url.searchParams.get('from') ?? huddle?.about ?? huddle?.comment ?? '';
  const named = await house.store.get('finding', from);
  const brought = findings.records.filter(({ id }) => id !== from);
  if (named?.team === team.id && named.status !== 'hidden') brought.unshift(named);
  const criticals = team.criticals ?? [];
  const goal = await house.store.get('note', url.searchParams.get('goal') ?? '');
  return {
    today,
    decisions: await Promise.all(
      page.records.map(async (decision) => ({
        ...decision,
        serves: criticals.find(({ id }) => id === decision.critical)?.name ?? null,
        stand: await standOf(house, team, decision),
        cameFrom: await evidenceOf(house, decision.source),
      })),
    ),
    /** The goal that a brainstorm came to, to be decided. */
    text: goal?.team === team.id && goal.says === 'goal' && goal.status === 'noted' ? goal.text : '',
    routine: page.records[0]?.routine ?? goals.records[0]?.routine ?? '',
    review: addDays(today, reviewedAfter),
    criticals: criticals.map(({ id, name }) => ({ id, name })),
    /** What a decision may come from: what champions brought, what customers said. */
    comments: [
      ...brought.map(({ id, saw }) => ({ id, text: saw })),
      ...experiments.records.map(({ id, saw, tries }) => ({ id, text: saw ?? tries })),
      ...comments.records.map(({ id, text }) => ({ id, text })),
    ],
    /** The comment and the skill of the newest huddle: what is decided mostly comes from there. */
    from,
    skill: huddle?.skill ?? '',
    skills: planOf(team).skills,
    aims,
    once: house.newId(),
  };
};

export const actions: Actions = {
  take: async (event) => {
    const typed = await typedIn(event.request);
    const input = {
      // The form's own: what is sent twice is decided once.
      id: typed.once || event.locals.house.newId(),
      team: event.params.team,
      text: typed.text ?? '',
      meaning: typed.meaning ?? '',
      routine: typed.routine ?? '',
      ...(typed.start && { start: typed.start }),
      review: typed.review ?? '',
      critical: textOrNull(typed.critical),
      source: textOrNull(typed.source),
      skill: textOrNull(typed.skill),
      aim: textOrNull(typed.aim),
    };
    return carryOut(event, 'take', 'decision:take', input, typed, m.admin_decision_taken());
  },
  drop: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'drop', 'decision:drop', input, typed, m.admin_decision_dropped());
  },
};
