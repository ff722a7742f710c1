import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { Hook } from '$lib/domain/records';
import { m } from '$lib/paraglide/messages';
import { statusOf } from '$lib/server/intake/problem';
import { runs } from '../../../../access';
import { leaderOf, typedIn } from '../../../../answer';
import { answersIn } from '../../import/form-answers';
import { lookedAt, type Looked } from '../../import/looked';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ team: string; hook: string }>;

async function hookFor({ locals, params }: Pick<Event, 'locals' | 'params'>): Promise<Hook> {
  const hook = await locals.house.store.get('hook', params.hook);
  if (hook?.status !== 'active' || hook.team !== params.team) error(404, m.hook_gone());
  return hook;
}

/** How many of the messages an owner sees as they came. */
const rawShown = 20;

export const load: PageServerLoad = async (event) => {
  await event.parent();
  const leader = leaderOf(event);
  const { house } = event.locals;
  const hook = await hookFor(event);
  const look = await house.hooks.look(hook, leader);
  const { kept, newest, outcome, mapping, waits } = look;
  return {
    hook: { id: hook.id, name: hook.name, proof: hook.proof, header: hook.header },
    address: `${house.config.publicUrl ?? event.url.origin}/hooks/${hook.id}`,
    kept,
    newest,
    waits,
    looked: outcome ? lookedAt(outcome, { kept: null, fileName: '', typed: mapping }) : null,
    refusal: outcome?.outcome === 'refused' ? house.say(outcome.refusal).message : null,
    raw:
      leader.role === 'owner'
        ? (await house.hooks.raw(hook, rawShown)).map(({ at, body }) => ({ at, body: body.slice(0, 4_000) }))
        : [],
  };
};

async function mayChange(event: Event): Promise<Hook> {
  const leader = leaderOf(event);
  if (!runs(leader, event.params.team)) error(403, m.refusal_not_yours());
  return hookFor(event);
}

/** Looks at how the newest messages would be read, or settles it and reads all of them anew. */
async function work(event: Event, settle: boolean) {
  const hook = await mayChange(event);
  const leader = leaderOf(event);
  const { house } = event.locals;
  const form = await event.request.formData();
  const typed = answersIn(form);
  const known = { kept: null, fileName: '', typed };
  const outcome = settle
    ? await house.hooks.settle(hook, leader, typed)
    : (await house.hooks.look(hook, leader, typed)).outcome;
  if (!outcome) return fail(409, { ...none, ...known, message: m.hook_nothing_yet() });
  if (outcome.outcome === 'refused') {
    const { message } = house.say(outcome.refusal);
    return fail(statusOf(outcome.refusal), { ...lookedAt(outcome, known), message });
  }
  if (outcome.outcome === 'asks' && form.has('asked')) {
    const { message, fields } = house.say(outcome.refusal);
    const named = Object.fromEntries(
      Object.entries(fields).map(([path, text]) => [path.replace(/^mapping\./, ''), text]),
    );
    return fail(409, { ...lookedAt(outcome, known), message, fields: named });
  }
  if (settle && outcome.outcome === 'done')
    redirect(303, resolve('/admin/[team]/feedback/sources/[hook]', event.params));
  return lookedAt(outcome, known);
}

const none: Looked & { erased?: number } = {
  kept: null,
  fileName: '',
  message: '',
  fields: {},
  typed: {},
  found: null,
  needs: [],
  report: null,
};

export const actions: Actions = {
  look: (event) => work(event, false),
  settle: (event) => work(event, true),
  forget: async (event) => {
    const hook = await mayChange(event);
    if (leaderOf(event).role !== 'owner') error(403, m.refusal_not_yours());
    await event.locals.house.hooks.forget(hook);
    redirect(303, resolve('/admin/[team]/feedback/sources/[hook]', event.params));
  },
  erase: async (event) => {
    const hook = await mayChange(event);
    if (leaderOf(event).role !== 'owner') error(403, m.refusal_not_yours());
    const words = (await event.request.formData()).get('words');
    return {
      ...none,
      erased: await event.locals.house.hooks.erase(hook, typeof words === 'string' ? words : ''),
    };
  },
  revoke: async (event) => {
    const { house } = event.locals;
    await typedIn(event.request);
    const { team, hook: id } = event.params;
    const outcome = await house.intake.submit('hook:revoke', { team, id }, leaderOf(event));
    if (!outcome.ok)
      return fail(statusOf(outcome.refusal), { ...none, message: house.say(outcome.refusal).message });
    redirect(303, resolve('/admin/[team]/feedback/sources', { team }));
  },
};
