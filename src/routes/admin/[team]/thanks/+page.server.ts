import { helps } from '$lib/domain/group';
import { ballotId } from '$lib/domain/huddle';
import { questionsByVotes } from '$lib/domain/ballot';
import type { Team } from '$lib/domain/records';
import { composeThanks } from '$lib/domain/thanks';
import type { House } from '$lib/server/house';
import { m } from '$lib/paraglide/messages';
import { all } from '../../access';
import { carryOut, numberIn, textOrNull, typedIn } from '../../answer';
import { isLive, questionIn, questionPaths } from '../question-form';
import type { Actions, PageServerLoad } from './$types';

/** So much of a turn is looked through for what can be told to customers. */
const lookedThrough = 60;

/** What the turn holds that can be said to customers, as sentences; and the question that was voted for in its huddles. */
async function proposed({ store }: House, team: Team, turn: number, since: string) {
  const of = { team: team.id };
  const [decisions, improvements, comments, huddles] = await Promise.all([
    store.list('decision', { ...of, status: 'taken' }, { limit: lookedThrough }),
    store.list('improvement', { ...of, status: 'shown', from: since }, { limit: lookedThrough }),
    store.list('verbatim', { ...of, status: 'approved', from: since }, { limit: lookedThrough }),
    store.list('huddle', of, { limit: 10 }),
  ]);
  const ballots = await Promise.all(
    huddles.records
      .filter((huddle) => huddle.turn === turn)
      .map(({ id }) => store.get('ballot', ballotId(id))),
  );
  const [voted] = ballots.flatMap((ballot) => (ballot ? questionsByVotes(ballot).slice(0, 1) : []));
  return {
    ...composeThanks({
      decisions: decisions.records.filter((decision) => decision.turn === turn),
      improvements: improvements.records,
      comments: comments.records.filter(({ from }) => from === 'customer'),
    }),
    question: voted && voted.votes > 0 ? voted.text : null,
  };
}

/** How many have answered in the turn that is open. */
async function answeredIn(house: House, team: string): Promise<number> {
  const standing = await house.boards.standing(team);
  if (!standing) return 0;
  const answers = await all(house, 'response', { team, status: 'counted', from: standing.opened });
  return answers.filter(({ from }) => from !== 'employee').length;
}

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { team } = await parent();
  const { store, boards, newId } = locals.house;
  const [thanks, live, standing, managers] = await Promise.all([
    store.list('thanks', { team: params.team, status: 'published' }, { limit: 10 }),
    store.list('question', { team: params.team, status: 'live' }, { limit: 1 }),
    boards.standing(params.team),
    store.list('account', { status: 'active' }),
  ]);
  const holes = (team.criticals ?? []).filter(({ id }) => standing?.holes.includes(id));
  const asked = (team.criticals ?? []).find(({ id }) => id === url.searchParams.get('ask'));
  const now = live.records[0] ?? null;
  const turn = standing?.turn ?? 1;
  const proposal = await proposed(locals.house, team, turn, standing?.opened ?? team.at);
  const next = asked?.question ?? proposal.question;
  return {
    thanks: thanks.records,
    live: now,
    /** What the form begins with: the question of the critical that was chosen, else the one voted for, else the one that is live. */
    ask: asked || next ? { metric: 'nps' as const, scale: null, ...now, text: next ?? '' } : now,
    voted: !asked && proposal.question !== null,
    youSaid: proposal.youSaid,
    weDid: proposal.weDid,
    managers: managers.records.some((account) => helps(account, team)),
    holes: holes.map(({ id, name }) => ({ id, name })),
    turn,
    // What is not done yet may be left: thanks and the next question close a turn all the same.
    open: (['feedback', 'involve', 'focus'] as const).filter(
      (point) => (standing?.points[point].lacks.length ?? 0) > 0,
    ),
    once: newId(),
  };
};

export const actions: Actions = {
  close: async (event) => {
    const { newId, store } = event.locals.house;
    const { team } = event.params;
    const typed = await typedIn(event.request);
    const live = (await store.list('question', { team, status: 'live' }, { limit: 1 })).records[0];
    const next = questionIn(typed);
    const turn = numberIn(typed.turn);
    const input = {
      // The form's own: what is sent twice is thanked once.
      id: typed.once || newId(),
      team,
      turn,
      question: next.text === '' || isLive(next, live) ? null : { id: newId(), ...next },
      learned: textOrNull(typed.learned),
      youSaid: textOrNull(typed.youSaid),
      weDid: textOrNull(typed.weDid),
      signedBy: textOrNull(typed.signedBy),
      served: textOrNull(typed.served) === null ? null : numberIn(typed.served),
      answered: await answeredIn(event.locals.house, team),
      cosign: typed.cosign === 'on',
      express: textOrNull(typed.express),
      reinforce: textOrNull(typed.reinforce),
    };
    const done = m.admin_turn_closed({ turn, next: turn + 1 });
    return carryOut(event, 'close', 'turn:close', input, typed, done, questionPaths('question.'));
  },
  withdraw: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'withdraw', 'thanks:withdraw', input, typed, m.admin_thanks_withdrawn());
  },
};
