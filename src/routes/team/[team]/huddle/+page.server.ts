import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { CommandName, Commands } from '$lib/domain/command';
import { huddleRuns, type Commitment, type Note } from '$lib/domain/huddle';
import { m } from '$lib/paraglide/messages';
import { teamOf, tookPart } from '../phone';
import { partaker, viewOf } from './huddle-view';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, cookies, url }) => {
  const { house } = locals;
  const team = await teamOf(locals.house, params.team);
  const actor = await partaker(locals, team.id, cookies, url);
  return {
    team: { id: team.id, name: team.name },
    view: actor ? await viewOf(house, team, actor) : null,
  };
};

type Event = RequestEvent<{ team: string }>;
type Typed = Record<string, string>;

/** Carries a form out as the phone or leader who sent it; what went well shows on the page. */
async function carryOut<C extends CommandName>(
  { locals, params, cookies, url, request }: Event,
  name: C,
  form: string,
  input: (typed: Typed) => Omit<Commands[C], 'team'>,
) {
  const { house } = locals;
  const typed: Typed = {};
  for (const [name, value] of await request.formData()) if (typeof value === 'string') typed[name] = value;
  const actor = await partaker(locals, params.team, cookies, url);
  if (!actor) return fail(403, { form, typed, message: m.staff_ticket_over(), fields: {} as Typed });
  const command = { ...input(typed), team: params.team } as unknown as Commands[C];
  const outcome = await house.intake.submit(name, command, actor);
  if (outcome.ok) {
    await tookPart(house, params.team, actor, cookies, url);
    return { form, typed: {} as Typed, message: '', fields: {} as Typed };
  }
  const { kind } = outcome.refusal;
  const status = kind === 'conflict' ? 409 : kind === 'forbidden' ? 403 : kind === 'unavailable' ? 503 : 422;
  return fail(status, { form, typed, ...house.say(outcome.refusal) });
}

const whole = (text: string | undefined): number => (text?.trim() ? Number(text) : Number.NaN);
const acted = ({ huddle = '', act = '', moves, step }: Typed) => ({
  huddle,
  act,
  saw: { moves: whole(moves), step: whole(step) },
});
const pair = ({ huddle = '', now, need }: Typed) => ({ huddle, now: whole(now), need: whole(need) });

export const actions: Actions = {
  start: async (event) => {
    const answer = await carryOut(event, 'huddle:start', 'start', ({ once, name, run, about }) => ({
      id: once || event.locals.house.newId(),
      name: name || null,
      run: huddleRuns.find((one) => one === run) ?? null,
      about: about || null,
    }));
    // Somebody else was faster: that huddle is the one to be in.
    if ('status' in answer && answer.status !== 409) return answer;
    redirect(303, event.url.pathname);
  },
  go: (event) => carryOut(event, 'huddle:go', 'go', (typed) => ({ ...acted(typed), to: whole(typed.to) })),
  longer: (event) => carryOut(event, 'huddle:longer', 'longer', acted),
  host: (event) =>
    carryOut(event, 'huddle:host', 'host', (typed) => ({ ...acted(typed), name: typed.name || null })),
  end: (event) => carryOut(event, 'huddle:end', 'end', ({ huddle = '' }) => ({ huddle })),
  skill: (event) =>
    carryOut(event, 'huddle:skill', 'skill', ({ huddle = '', skill }) => ({ huddle, skill: skill || null })),
  comment: (event) =>
    carryOut(event, 'huddle:comment', 'comment', ({ huddle = '', comment = '' }) => ({ huddle, comment })),
  place: (event) => carryOut(event, 'huddle:place', 'place', pair),
  agree: (event) => carryOut(event, 'huddle:agree', 'agree', pair),
  propose: (event) =>
    carryOut(event, 'huddle:propose', 'propose', ({ once = '', huddle = '', text = '' }) => ({
      id: once,
      huddle,
      text,
    })),
  vote: (event) =>
    carryOut(event, 'huddle:vote', 'vote', ({ huddle = '', question = '' }) => ({ huddle, question })),
  saw: (event) => carryOut(event, 'experiment:see', 'saw', ({ id = '', saw = '' }) => ({ id, saw })),
  note: (event) =>
    carryOut(event, 'note:add', 'note', ({ once = '', huddle = '', says, text = '', cites, name }) => ({
      id: once,
      huddle,
      says: (says ?? 'fact') as Note['says'],
      text,
      cites: cites || null,
      name: name || null,
    })),
  show: (event) => carryOut(event, 'note:show', 'show', ({ id = '' }) => ({ id })),
  hide: (event) => carryOut(event, 'note:hide', 'hide', ({ id = '' }) => ({ id })),
  take: (event) =>
    carryOut(event, 'commitment:take', 'take', ({ huddle = '', id = '', name = '', saw }) => ({
      huddle,
      id,
      name,
      saw: whole(saw),
    })),
  commit: (event) =>
    carryOut(
      event,
      'commitment:make',
      'commit',
      ({ once = '', huddle = '', who, name, text = '', due = '' }) => ({
        id: once,
        huddle,
        who: (who ?? 'all') as Commitment['who'],
        name: name || null,
        text,
        due,
      }),
    ),
  judge: (event) =>
    carryOut(event, 'commitment:judge', 'judge', ({ id = '', kept, saw }) => ({
      id,
      kept: kept === 'yes',
      saw: (saw ?? 'open') as Commitment['status'],
    })),
};
