import { askedId, weekOf } from '$lib/domain/asking';
import { localDay } from '$lib/domain/calendar';
import { checklistOf, checklistSlots, phaseOf } from '$lib/domain/formation';
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
  const steps = checklistOf(team);
  return {
    asked: asked?.taps ?? 0,
    /** What the whole organisation is there for. */
    mission: (await store.get('organisation', 'organisation'))?.mission ?? null,
    phase: phaseOf(team, (await boards.standing(team.id))?.turn ?? 1),
    steps: slots.map((slot) => ({
      text: steps[slot] ? skillWords(steps[slot].text) : '',
      done: steps[slot]?.done ?? false,
    })),
  };
};

export const actions: Actions = {
  phrase: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, saw: numberIn(typed.saw), phrase: textOrNull(typed.phrase) };
    return carryOut(event, 'phrase', 'asking:phrase', input, typed, m.practice_phrase_saved());
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
