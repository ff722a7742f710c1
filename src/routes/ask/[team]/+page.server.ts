import { error, fail, redirect } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { cosigner } from '$lib/domain/thanks';
import { signedLine, thanksWords } from '$lib/panels/thank-and-ask/thanks-words';
import type { House } from '$lib/server/house';
import { responseIds } from '$lib/server/intake/ids';
import { asked, longestComment, over, valueIn } from './asked';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** What the page keeps in its address from step to step. */
function kept(url: URL): string {
  const touchpoint = url.searchParams.get('touchpoint')?.slice(0, 80);
  return (
    (url.searchParams.has('kiosk') ? '&kiosk' : '') +
    (touchpoint ? `&touchpoint=${encodeURIComponent(touchpoint)}` : '')
  );
}

async function teamOf(house: House, id: string) {
  const team = await house.store.get('team', id);
  if (!team) error(404, { message: m.ask_unknown_team(), code: 'unknown-team' });
  if (team.status === 'closed') error(404, { message: m.team_closed_public(), code: 'team-closed' });
  return team;
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { store, newId } = locals.house;
  const team = await teamOf(locals.house, params.team);
  const question = (await store.list('question', { team: team.id, status: 'live' }, { limit: 1 })).records[0];
  const done = url.searchParams.has('thanks');
  const thanks = done
    ? (await store.list('thanks', { team: team.id, status: 'published' }, { limit: 1 })).records[0]
    : undefined;
  return {
    team: { id: team.id, name: team.name, customer: team.customer },
    question: question ? asked(question) : null,
    /** The answer just given, where whoever gave it is asked whether they look forward to coming back. */
    returning: done && question?.returning ? url.searchParams.get('once') : null,
    thanks: thanks
      ? {
          youSaid: thanks.youSaid,
          weDid: thanks.weDid,
          signed: signedLine({ signedBy: thanks.signedBy, cosignedBy: cosigner(thanks) }),
          to: thanksWords(
            { served: thanks.served || null, answered: thanks.answered || null },
            locals.language,
          ).text,
        }
      : null,
    done,
    longest: longestComment,
    kiosk: url.searchParams.has('kiosk'),
    keep: kept(url),
    once: newId(),
  };
};

/** The typed form: `once` is this answer's own id, so that a second tap changes the first instead of counting twice. */
async function typed({ request }: RequestEvent) {
  const form = await request.formData();
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    once: text('once').slice(0, 64),
    question: text('question'),
    value: text('value'),
    comment: text('comment'),
  };
}

/** Records the answer to the question that was on the page, even if another is live by now. */
async function record(event: RequestEvent, answer: Awaited<ReturnType<typeof typed>>) {
  const { house } = event.locals;
  const team = await teamOf(house, event.params.team);
  const question = await house.store.get('question', answer.question);
  if (!question || question.team !== team.id) {
    return fail(422, {
      step: 'ask' as const,
      ...answer,
      message: m.ask_question_gone(),
      commentError: undefined,
    });
  }
  const address = event.getClientAddress();
  const admitted = await house.limits.admits('ask', address);
  const outcome = admitted.ok
    ? await house.intake.submit(
        'response:record',
        {
          team: team.id,
          source: 'ask',
          responses: [
            {
              id: answer.once || house.newId(),
              metric: question.metric,
              value: valueIn(answer.value),
              ...(question.scale ? { scale: question.scale } : {}),
              ...(answer.comment.trim() ? { comment: answer.comment } : {}),
              ...(event.url.searchParams.get('touchpoint')
                ? { touchpoint: event.url.searchParams.get('touchpoint') ?? '' }
                : {}),
              from: 'customer',
            },
          ],
          held: await house.limits.held('ask', team.id, address),
        },
        { as: 'customer' },
      )
    : admitted;
  if (outcome.ok) return undefined;
  const said = house.say(outcome.refusal);
  return fail(outcome.refusal.kind === 'busy' ? 429 : 422, {
    step: answer.comment ? ('comment' as const) : ('ask' as const),
    ...answer,
    message: said.fields['responses.0.value'] ?? said.message,
    commentError: said.fields['responses.0.comment'],
  });
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
    if (beyond > 0) {
      const commentError = m.ask_comment_long({ max: longestComment, over: beyond });
      return fail(422, { step: 'comment' as const, ...answer, message: '', commentError });
    }
    const failed = answer.comment.trim() ? await record(event, answer) : undefined;
    if (failed) return failed;
    redirect(303, `?thanks&once=${encodeURIComponent(answer.once)}${kept(event.url)}`);
  },
  returning: async (event) => {
    const { house } = event.locals;
    const team = await teamOf(house, event.params.team);
    const answer = await typed(event);
    const said = { step: 'thanks' as const, ...answer, commentError: undefined };
    const admitted = await house.limits.admits('ask', event.getClientAddress());
    const id = event.url.searchParams.get('once')?.slice(0, 64) ?? '';
    const [response = ''] = responseIds(team.id, 'ask', [{ id }]);
    const outcome = admitted.ok
      ? await house.intake.submit(
          'response:returning',
          { team: team.id, response, value: valueIn(answer.value) },
          { as: 'customer' },
        )
      : admitted;
    if (outcome.ok) return { ...said, message: '' };
    const { message } = house.say(outcome.refusal);
    return fail(outcome.refusal.kind === 'busy' ? 429 : 422, { ...said, value: '', message });
  },
};
