import { askedId, weekOf } from '$lib/domain/asking';
import { localDay } from '$lib/domain/calendar';
import { checklistOf, checklistSlots, phaseOf } from '$lib/domain/formation';
import { interestId, turnout } from '$lib/domain/interest';
import { skillWords } from '$lib/panels/huddle/huddle-words';
import { m } from '$lib/paraglide/messages';
import { carryOut, numberIn, textOrNull, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

const slots = Array.from({ length: checklistSlots }, (_, slot) => slot);

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { team } = await parent();
  const { store, boards, now } = locals.house;
  const week = weekOf(localDay(now(), team.timeZone));
  const asked = await store.get('asked', askedId(team.id, week));
  const turn = (await boards.standing(team.id))?.turn ?? 1;
  const steps = checklistOf(team);
  return {
    asked: asked?.taps ?? 0,
    standard: asked?.standard ?? 0,
    /** The share of the team that took part in the turn; null: too few did, or nobody said how many there are. */
    turnout: turnout(team, await store.get('interest', interestId(team.id, turn))),
    /** What the whole organisation is there for. */
    mission: (await store.get('organisation', 'organisation'))?.mission ?? null,
    phase: phaseOf(team, turn),
    steps: slots.map((slot) => ({
      text: steps[slot] ? skillWords(steps[slot].text) : '',
      done: steps[slot]?.done ?? false,
    })),
  };
};

export const actions: Actions = {
  phrase: async (event) => {
    const typed = await typedIn(event.request);
    const input = {
      ...{ team: event.params.team, saw: numberIn(typed.saw), phrase: textOrNull(typed.phrase) },
      ...{ greeting: textOrNull(typed.greeting), standard: textOrNull(typed.standard) },
    };
    return carryOut(event, 'phrase', 'asking:phrase', input, typed, m.week_saved());
  },
  mission: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, saw: numberIn(typed.saw), mission: textOrNull(typed.mission) };
    return carryOut(event, 'mission', 'team:mission', input, typed, m.mission_saved());
  },
  list: async (event) => {
    const typed = await typedIn(event.request);
    const steps = slots.map((slot) => ({
      text: typed[`slot-${slot}`] ?? '',
      done: typed[`done-${slot}`] === 'on',
    }));
    const input = { team: event.params.team, saw: numberIn(typed.saw), steps };
    const rename = Object.fromEntries(slots.map((slot) => [`steps.${slot}`, `slot-${slot}`]));
    return carryOut(event, 'list', 'team:checklist', input, typed, m.practice_list_saved(), rename);
  },
  phase: async (event) => {
    const typed = await typedIn(event.request);
    const phase = typed.phase === 'monitoring' ? ('monitoring' as const) : ('formation' as const);
    const input = { team: event.params.team, phase };
    return carryOut(event, 'phase', 'team:phase', input, typed, m.practice_phase_saved());
  },
};
