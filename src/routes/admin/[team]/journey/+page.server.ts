import { addDays, localDay } from '$lib/domain/calendar';
import {
  counted,
  journeyTold,
  longestStep,
  mostSteps,
  since,
  stepAt,
  type JourneyStep,
} from '$lib/domain/journey';
import type { Team } from '$lib/domain/records';
import type { House } from '$lib/server/house';
import { m } from '$lib/paraglide/messages';
import { teamFor } from '../../access';
import { carryOut, leaderOf, numberIn, typedIn } from '../../answer';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** As the wall looks back unless somebody says otherwise, and out of as many. */
const days = 30;
const most = 400;

/** What answers call their touchpoints that are no step, how often, the most frequent first. */
async function touchpointsOf({ store }: House, team: Team): Promise<{ name: string; count: number }[]> {
  const counts = new Map<string, number>();
  for (const { rows } of await store.tally({ team: team.id, by: ['touchpoint'] }))
    for (const { touchpoint, count } of rows)
      if (touchpoint && !stepAt(team.journey ?? [], touchpoint))
        counts.set(touchpoint, (counts.get(touchpoint) ?? 0) + count);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostSteps);
}

export const load: PageServerLoad = async (event) => {
  const { team } = await event.parent();
  const { house } = event.locals;
  const { store } = house;
  const whole = await teamFor(house, leaderOf(event), team.id);
  const of = { team: team.id };
  const [findings, comments, page] = await Promise.all([
    store.list('finding', { ...of, status: [...counted] }, { limit: most }),
    store.list('verbatim', { ...of, status: 'approved' }, { limit: most }),
    store.list('finding', of, { after: event.url.searchParams.get('after'), limit: 20 }),
  ]);
  const journey = whole.journey ?? [];
  const first = addDays(localDay(house.now(), whole.timeZone), 1 - days);
  return {
    days,
    most: mostSteps,
    journey,
    steps: journeyTold(journey, since(findings.records, first, whole), since(comments.records, first, whole)),
    touchpoints: await touchpointsOf(house, whole),
    findings: await Promise.all(
      page.records.map(async (finding) => ({
        ...finding,
        stepName: journey.find(({ id }) => id === finding.step)?.name ?? null,
        shown: finding.picture ? ((await store.get('picture', finding.picture)) ?? null) : null,
      })),
    ),
    next: page.next,
  };
};

/** Carries out a change of the steps, made from those that there are. */
async function changed(
  event: RequestEvent,
  form: string,
  typed: Record<string, string>,
  change: (steps: JourneyStep[]) => JourneyStep[],
  field = 'name',
) {
  const team = await teamFor(event.locals.house, leaderOf(event), event.params.team);
  const before = team.journey ?? [];
  const steps = change([...before]);
  const at = steps.findIndex((step) => !before.includes(step));
  const rename = { steps: field, [`steps.${at}.name`]: field, [`steps.${at}.touchpoint`]: 'touchpoint' };
  const input = { team: team.id, saw: numberIn(typed.saw), steps };
  return carryOut(event, form, 'team:journey', input, typed, m.journey_saved(), rename);
}

export const actions: Actions = {
  add: async (event) => {
    const typed = await typedIn(event.request);
    const step = { id: event.locals.house.newId(), name: typed.name ?? '', touchpoint: null };
    return changed(event, 'add', typed, (steps) => [...steps, step]);
  },
  take: async (event) => {
    const typed = await typedIn(event.request);
    const name = typed.name ?? '';
    // A step’s name is read on a wall; what answers call it may be longer.
    const step = {
      ...{ id: event.locals.house.newId(), touchpoint: name },
      name: [...name].slice(0, longestStep).join(''),
    };
    return changed(event, 'steps', typed, (steps) => [...steps, step]);
  },
  rename: async (event) => {
    const typed = await typedIn(event.request);
    const { id = '', name = '', touchpoint = '' } = typed;
    return changed(event, id, typed, (steps) =>
      steps.map((step) => (step.id === id ? { id, name, touchpoint: touchpoint.trim() || null } : step)),
    );
  },
  earlier: async (event) => {
    const typed = await typedIn(event.request);
    return changed(event, 'steps', typed, (steps) => {
      const at = steps.findIndex(({ id }) => id === typed.id);
      const [step] = at > 0 ? steps.splice(at, 1) : [];
      if (step) steps.splice(at - 1, 0, step);
      return steps;
    });
  },
  remove: async (event) => {
    const typed = await typedIn(event.request);
    return changed(event, 'steps', typed, (steps) => steps.filter(({ id }) => id !== typed.id));
  },
  bring: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'list', 'finding:bring', input, typed, m.journey_brought());
  },
  answer: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'list', 'finding:answer', input, typed, m.journey_is_answered());
  },
  hide: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'list', 'finding:hide', input, typed, m.journey_hidden());
  },
  show: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'list', 'finding:show', input, typed, m.journey_shown());
  },
};
