import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { serves } from '$lib/domain/colleagues';
import type { Team } from '$lib/domain/records';
import type { House } from '$lib/server/house';
import { m } from '$lib/paraglide/messages';
import { asked, longestComment, over, valueIn } from '../../../ask/[team]/asked';
import { phoneOf, teamOf, tookPart } from '../phone';
import type { Actions, PageServerLoad } from './$types';

/** The teams that serve this one and ask something, by name, each with its live question. */
async function askers(house: House, team: Team) {
  const { records } = await house.store.list('team');
  const serving = records.filter((one) => one.status === 'active' && serves(one, team.id));
  const questions = await Promise.all(
    serving.map(async ({ id, name }) => {
      const live = await house.store.list('question', { team: id, status: 'live' }, { limit: 1 });
      return live.records.flatMap((record) => {
        const question = asked(record);
        return question ? [{ id, name, question }] : [];
      });
    }),
  );
  return questions.flat().sort((a, b) => a.name.localeCompare(b.name));
}

export const load: PageServerLoad = async ({ locals, params, cookies, url }) => {
  const { house } = locals;
  const team = await teamOf(house, params.team);
  const head = { team: { id: team.id, name: team.name }, longest: longestComment };
  const phone = await phoneOf(house, team.id, cookies, url);
  if (!phone) return { ...head, asking: null, chosen: null, gone: false, done: null };
  const asking = await askers(house, team);
  const wanted = url.searchParams.get('of');
  const done = url.searchParams.get('thanks');
  return {
    ...head,
    /** Who asks; null where the phone has no ticket. */
    asking,
    /** Whose question stands on the page: where only one team asks, that one's. */
    chosen:
      asking.find(({ id }) => id === wanted) ?? (wanted === null && asking.length === 1 ? asking[0] : null),
    /** The team of the address does not ask any more, or never did. */
    gone: wanted !== null && !asking.some(({ id }) => id === wanted),
    /** Whom this phone just answered. */
    done: asking.find(({ id }) => id === done)?.name ?? null,
  };
};

async function typed({ request }: RequestEvent) {
  const form = await request.formData();
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { of: text('of'), question: text('question'), value: text('value'), comment: text('comment') };
}

type Typed = Awaited<ReturnType<typeof typed>>;
type Event = RequestEvent<{ team: string }>;

const saidNo = (status: number, step: 'ask' | 'comment', answer: Typed, message: string, wrong?: string) =>
  fail(status, { step, ...answer, message, commentError: wrong });

/** Records the answer; what went wrong, or undefined. */
async function record(event: Event, answer: Typed) {
  const { house } = event.locals;
  const step = answer.comment ? ('comment' as const) : ('ask' as const);
  const phone = await phoneOf(house, event.params.team, event.cookies, event.url);
  if (!phone) return saidNo(403, step, answer, m.staff_ticket_over());
  const address = event.getClientAddress();
  const admitted = await house.limits.admits('ask', address);
  const outcome = admitted.ok
    ? await house.intake.submit(
        'colleagues:answer',
        {
          team: answer.of,
          by: event.params.team,
          question: answer.question,
          value: valueIn(answer.value),
          ...(answer.comment.trim() ? { comment: answer.comment } : {}),
          held: await house.limits.held('ask', answer.of, address),
        },
        phone,
      )
    : admitted;
  if (outcome.ok) {
    await tookPart(house, event.params.team, phone, event.cookies, event.url);
    return undefined;
  }
  if (outcome.refusal.faults?.some(({ path }) => path === 'team'))
    return saidNo(422, 'ask', answer, m.colleagues_gone());
  const said = house.say(outcome.refusal);
  const status = outcome.refusal.kind === 'busy' ? 429 : 422;
  return saidNo(status, step, answer, said.fields.value ?? said.message, said.fields.comment);
}

export const actions: Actions = {
  answer: async (event) => {
    const answer = { ...(await typed(event)), comment: '' };
    return (
      (await record(event, answer)) ?? {
        step: 'comment' as const,
        ...answer,
        message: '',
        commentError: undefined,
      }
    );
  },
  comment: async (event) => {
    const answer = await typed(event);
    const beyond = over(answer.comment);
    if (beyond > 0)
      return saidNo(422, 'comment', answer, '', m.ask_comment_long({ max: longestComment, over: beyond }));
    const failed = answer.comment.trim() ? await record(event, answer) : undefined;
    return failed ?? redirect(303, `?thanks=${encodeURIComponent(answer.of)}`);
  },
};
