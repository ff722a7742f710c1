import type { Cookies } from '@sveltejs/kit';
import type { Actor } from '$lib/domain/command';
import { questionsByVotes, spreadOf, type Spread } from '$lib/domain/ballot';
import { addDays, localDay } from '$lib/domain/calendar';
import { byWho, toReview, type Stalled } from '$lib/domain/follow-through';
import { hostRota } from '$lib/domain/host-rota';
import {
  ballotId,
  huddleStand,
  isBrainstorm,
  planOf,
  type Commitment,
  type Huddle,
  type Note,
  type Pair,
  type Timed,
} from '$lib/domain/huddle';
import type { CustomerWord, Team } from '$lib/domain/records';
import { mayLead } from '$lib/domain/rights';
import { cookieName, ticketCookie } from '$lib/server/auth/auth';
import type { House } from '$lib/server/house';

/** An idea, with the name of whoever said it where they gave one. */
interface Idea {
  id: string;
  text: string;
  name: string | null;
}

/** A huddle as one phone sees it; nobody’s mark is in it. */
export interface HuddleView {
  /** The server’s clock (ISO). */
  now: string;
  customer: CustomerWord;
  /** Null while none is on. */
  huddle: {
    id: string;
    clock: Timed;
    moves: number;
    host: string | null;
    /** This phone hosts it. */
    mine: boolean;
    skill: string | null;
    /** The comment that it speaks of; null: the newest. */
    comment: string | null;
    scale: { min: number; max: number };
    agreed: Pair | null;
  } | null;
  /** Whose turn it is to host, as far as a team settled it. */
  next: string[];
  skills: string[];
  comments: { id: string; text: string }[];
  review: Pick<Commitment, 'id' | 'who' | 'name' | 'text' | 'due' | 'status'>[];
  commitments: Pick<Commitment, 'id' | 'who' | 'name' | 'text' | 'due' | 'version'>[];
  notes: Pick<Note, 'id' | 'says' | 'text'>[];
  /** What a brainstorm is about, and what has come of it; null: it is none. */
  brainstorm: {
    topic: string | null;
    /** Ideas that hang, newest first. */
    ideas: Idea[];
    /** How many ideas and goals a leader has to look at; `toLook` has them for leaders alone. */
    waiting: number;
    toLook: Idea[];
    goal: string | null;
    goalId: string | null;
  } | null;
  stalled: { id: string; text: string; why: Stalled }[];
  /** What champions bring: what was found (`step` null: it is no more), and what is tried out, until it is answered. */
  findings: { id: string; step: string | null; saw: string; picture: string | null }[];
  experiments: { id: string; think: string; tries: string; see: string }[];
  spread: Spread | null;
  /** What this phone placed and voted for. */
  placed: Pair | null;
  questions: { id: string; text: string; votes: number }[];
  voted: string | null;
  /** Who looks leads the team. */
  leads: boolean;
  today: string;
  due: string;
  /** A fresh id for whatever is sent next. */
  once: string;
}

/** Who takes part from this browser: a leader of the team who is signed in, else a phone with a ticket; undefined for others. */
export async function partaker(
  { house, leader }: { house: House; leader?: Extract<Actor, { as: 'account' }> },
  team: string,
  cookies: Cookies,
  url: URL,
): Promise<Actor | undefined> {
  if (leader && mayLead(leader, team)) return leader;
  const ticket = cookies.get(cookieName(ticketCookie, url.protocol === 'https:'));
  const phone = await house.auth.phone(ticket, house.now());
  return phone?.team === team ? phone : undefined;
}

/** Who stands for an actor in a huddle, as `markOf` in its rules. */
const markOf = (actor: Actor): string =>
  actor.as === 'phone' ? (actor.mark ?? '') : actor.as === 'account' ? `account:${actor.id}` : actor.as;

/** First steps stand where they were said, whoever takes them. */
const asSaid = (a: Commitment, b: Commitment): number => (a.at < b.at ? -1 : 1);

/** Commitments are due a week on, unless somebody says otherwise. */
const usualDue = 7;
const lookedAt = 100;
/** So many of the newest comments are there to choose from. */
const choice = 8;

/** What all phones of a team see alike; gathered once for as long as nothing is committed. */
async function gather({ store, boards }: House, team: Team) {
  const of = { team: team.id };
  const [ons, overs, open, verbatims, stalled, findings, experiments] = await Promise.all([
    store.list('huddle', { ...of, status: 'on' }, { limit: 1 }),
    store.list('huddle', { ...of, status: 'over' }, { limit: lookedAt }),
    store.list('commitment', { ...of, status: 'open' }, { limit: lookedAt }),
    store.list('verbatim', { ...of, status: 'approved' }, { limit: choice }),
    boards.stalled(team.id),
    store.list('finding', { ...of, status: 'brought' }, { limit: choice }),
    store.list('experiment', { ...of, status: 'on' }, { limit: choice }),
  ]);
  const found: Huddle | undefined = ons.records[0];
  const [ballot, notes, about, goals] = found
    ? await Promise.all([
        store.get('ballot', ballotId(found.id)),
        store.list('note', { ...of, status: ['noted', 'waiting'], from: found.at }, { limit: lookedAt }),
        found.about ? store.get('finding', found.about) : undefined,
        isBrainstorm(found.agenda) ? store.list('goal', { ...of, status: 'open' }, { limit: 1 }) : undefined,
      ])
    : [];
  return {
    found,
    overs: overs.records,
    open: open.records,
    comments: verbatims.records,
    stalled,
    findings: findings.records,
    experiments: experiments.records,
    ballot,
    notes: (notes?.records ?? []).filter(({ huddle }) => huddle === found?.id),
    topic: (about?.status !== 'hidden' && about?.saw) || goals?.records[0]?.question || null,
  };
}

/** What has come of a brainstorm, for whoever looks. */
function brainstormed(
  notes: readonly Note[],
  topic: string | null,
  leads: boolean,
): HuddleView['brainstorm'] {
  const shown = ({ id, text, name }: Note): Idea => ({ id, text, name: name ?? null });
  const [hung, waiting] = (['noted', 'waiting'] as const).map((of) =>
    notes.filter(({ says, status }) => status === of && (says === 'idea' || says === 'goal')),
  ) as [Note[], Note[]];
  const goal = hung.find(({ says }) => says === 'goal');
  return {
    topic,
    ideas: hung.filter(({ says }) => says === 'idea').map(shown),
    waiting: waiting.length,
    toLook: leads ? waiting.map(shown) : [],
    goal: goal?.text ?? null,
    goalId: goal?.id ?? null,
  };
}

type Gathered = ReturnType<typeof gather>;
/** What was gathered, by store and team; `head` is the commit after which it was. */
const kept = new WeakMap<House['store'], Map<string, { head: number; at: number; gathered: Gathered }>>();
/** A day may begin, so that what was gathered is not kept longer than this, in milliseconds. */
const keptFor = 10_000;

/** A room full of phones asks every few seconds, and mostly nothing has happened since the one before asked. */
function gatheredFor(house: House, team: Team): Gathered {
  const { store } = house;
  const at = house.now().getTime();
  let teams = kept.get(store);
  if (!teams) kept.set(store, (teams = new Map()));
  const known = teams.get(team.id);
  if (known?.head === store.head && Math.abs(at - known.at) < keptFor) return known.gathered;
  const gathered = gather(house, team);
  teams.set(team.id, { head: store.head, at, gathered });
  gathered.catch(() => teams.delete(team.id));
  return gathered;
}

/** How the team’s huddle stands for whoever looks. */
export async function viewOf(house: House, team: Team, actor: Actor): Promise<HuddleView> {
  const { now, newId } = house;
  const at = now();
  const plan = planOf(team);
  const { found, overs, open, comments, stalled, findings, experiments, ...rest } = await gatheredFor(
    house,
    team,
  );
  const huddle = found && !huddleStand(found, at).over ? found : undefined;
  const [ballot, notes] = huddle ? [rest.ballot, rest.notes] : [undefined, []];
  const mark = markOf(actor);
  const mine = ballot?.places.find((one) => one.mark === mark);
  const today = localDay(at, team.timeZone);
  const hosted = [...(found ? [found] : []), ...overs].flatMap(({ host, at }) =>
    host.name === null ? [] : [{ name: host.name, at }],
  );
  return {
    now: at.toISOString(),
    customer: team.customer,
    huddle: huddle
      ? {
          id: huddle.id,
          clock: {
            at: huddle.at,
            agenda: huddle.agenda,
            step: huddle.step,
            since: huddle.since,
            extra: huddle.extra,
            ended: huddle.ended,
          },
          moves: huddle.moves,
          host: huddle.host.name,
          mine: huddle.host.mark === mark,
          skill: huddle.skill,
          comment: huddle.comment ?? null,
          scale: huddle.scale,
          agreed: huddle.agreed,
        }
      : null,
    next: hostRota(plan.hosts, hosted).slice(0, 3),
    skills: plan.skills,
    comments: comments.map(({ id, text }) => ({ id, text })),
    review: toReview(open, huddle?.id ?? '').map(({ id, who, name, text, due, status }) => ({
      id,
      who,
      name,
      text,
      due,
      status,
    })),
    commitments: huddle
      ? open
          .filter((one) => one.huddle === huddle.id)
          .sort(isBrainstorm(huddle.agenda) ? asSaid : byWho)
          .map(({ id, who, name, text, due, version }) => ({ id, who, name, text, due, version }))
      : [],
    notes: notes.filter(({ status }) => status === 'noted').map(({ id, says, text }) => ({ id, says, text })),
    brainstorm:
      huddle && isBrainstorm(huddle.agenda) ? brainstormed(notes, rest.topic, mayLead(actor, team.id)) : null,
    stalled: stalled.map(({ id, text, why }) => ({ id, text, why })),
    findings: findings.map(({ id, step, saw, picture }) => ({
      ...{ id, saw, picture },
      step: team.journey?.find((one) => one.id === step)?.name ?? null,
    })),
    experiments: experiments.map(({ id, think, tries, see }) => ({ id, think, tries, see })),
    spread: huddle ? spreadOf(ballot?.places ?? [], huddle.scale) : null,
    placed: mine ? { now: mine.now, need: mine.need } : null,
    questions: ballot ? questionsByVotes(ballot) : [],
    voted: ballot?.votes.find((one) => one.mark === mark)?.question ?? null,
    leads: mayLead(actor, team.id),
    today,
    due: addDays(today, usualDue),
    once: newId(),
  };
}
