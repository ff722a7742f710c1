import * as v from 'valibot';
import { questionsByVotes, spreadOf } from '../../domain/ballot';
import { localDay } from '../../domain/calendar';
import { byWho, toReview } from '../../domain/follow-through';
import type { Declaration } from '../../domain/declaration';
import { figureDays, tenth } from '../../domain/goal-stand';
import {
  allHuddleSteps,
  huddleStand,
  isBrainstorm,
  isKickOff,
  mostNotes,
  plainNotes,
  type Commitment,
  type Huddle,
  type Note,
} from '../../domain/huddle';
import type { Picture } from '../../domain/hung';
import type { Finding } from '../../domain/journey';
import { wordsIn } from '../../domain/playlist';
import type { Goal } from '../../domain/practice';
import { customerWords, type Team, type Verbatim } from '../../domain/records';
import { bands, compare, shownScore } from '../../domain/score';
import { m } from '../../paraglide/messages';
import { answers, declaration, goalPicture, mission, newest, place, sample, stalled, team } from '../needs';
import { definePanel } from '../panel';
import { qrCode } from '../qr';
import { goalShown, shownPicture } from '../shown-picture';
import { teamScore } from '../team-score';

const pair = v.object({ now: v.number(), need: v.number() });
const commitment = v.object({
  id: v.string(),
  who: v.picklist(['leader', 'all', 'one']),
  name: v.nullable(v.string()),
  text: v.string(),
  due: v.string(),
});

/** So many stand on the wall; what is more is on the phones, and comes once these are judged. */
const most = { review: 2, made: 3, notes: 2, brainstormed: 8 };
/** A comment is chosen out of so many of the newest. */
const choice = 60;
const shownOf = (commitments: readonly Commitment[], most: number) =>
  commitments.slice(0, most).map(({ id, who, name, text, due }) => ({ id, who, name, text, due }));

/** What there is for a kick-off. */
function kickedOff({
  team,
  mission,
  declaration,
  goals: [goal],
  sample,
  goalPicture,
}: {
  team: Team;
  mission: string | null;
  declaration: Declaration | null;
  goals: readonly Goal[];
  sample: Verbatim | null;
  goalPicture: Picture | null;
}) {
  const { text, ambition = null, fact = null } = declaration ?? {};
  return {
    greeting: team.greeting ?? null,
    mission: team.mission ?? mission,
    declared: text === undefined ? null : { text, ambition },
    fact,
    goal: goal
      ? { question: goal.question, from: tenth(goal.baseline), to: tenth(goal.target), due: goal.due }
      : null,
    sample: goal && sample ? { text: sample.text, value: sample.value } : null,
    picture: goal && goalPicture ? goalShown(goal, goalPicture) : null,
  };
}

/** What a brainstorm is about, and what has come of it so far. */
function brainstormed({
  huddle,
  notes,
  topics,
  goals,
  commitments,
}: {
  huddle: Huddle;
  notes: readonly Note[];
  topics: readonly Finding[];
  goals: readonly Goal[];
  commitments: readonly Commitment[];
}) {
  const of = notes.filter((note) => note.huddle === huddle.id);
  const ideas = of.filter(({ says }) => says === 'idea');
  const steps = commitments.filter((one) => one.huddle === huddle.id).reverse();
  return {
    topic: topics.find(({ id }) => id === huddle.about)?.saw ?? goals[0]?.question ?? null,
    ideas: ideas.slice(0, most.brainstormed).map(({ id, text, name }) => ({ id, text, name: name ?? null })),
    moreIdeas: Math.max(0, ideas.length - most.brainstormed),
    goal: of.find(({ says }) => says === 'goal')?.text ?? null,
    steps: steps.slice(0, most.brainstormed).map(({ id, who, name, text }) => ({ id, who, name, text })),
    moreSteps: Math.max(0, steps.length - most.brainstormed),
  };
}

/**
 * A huddle while it is on: whatever step the clock has come to, with what is known for it. The step is reckoned on the screen, so
 * that it goes on without a server.
 */
export const panel = definePanel({
  kind: 'huddle',
  title: () => m.huddle_title(),
  point: 'focus',
  purpose: 'relationships',
  audiences: ['staff'],
  options: v.object({}),
  data: v.object({
    /** What the clock is reckoned from, as in `Huddle`. */
    clock: v.object({
      at: v.string(),
      agenda: v.array(v.object({ step: v.picklist(allHuddleSteps), seconds: v.number() })),
      step: v.number(),
      since: v.string(),
      extra: v.number(),
      ended: v.nullable(v.string()),
    }),
    host: v.nullable(v.string()),
    skill: v.nullable(v.string()),
    customer: v.picklist(customerWords),
    /** Null below the team’s minimum of answers. */
    score: v.nullable(
      v.object({
        measure: v.string(),
        score: v.number(),
        n: v.number(),
        /** Share of those who are glad, 0…1. */
        glad: v.number(),
        change: v.nullable(v.object({ by: v.number(), clear: v.boolean() })),
        stale: v.boolean(),
        asOf: v.string(),
      }),
    ),
    comment: v.nullable(v.object({ id: v.string(), text: v.string(), source: v.nullable(v.string()) })),
    /** What was noted, newest first. */
    notes: v.array(v.object({ id: v.string(), says: v.picklist(plainNotes), text: v.string() })),
    /** How the team asks this week. */
    phrase: v.nullable(v.string()),
    /** The question of the goal that is open. */
    question: v.nullable(v.string()),
    /** As `spreadOf` gives it. */
    spread: v.object({
      min: v.number(),
      n: v.number(),
      now: v.array(v.number()),
      need: v.array(v.number()),
      middle: v.nullable(pair),
    }),
    agreed: v.nullable(pair),
    stalled: v.array(
      v.object({ id: v.string(), text: v.string(), why: v.picklist(['not-yet-clear', 'not-started']) }),
    ),
    /** Commitments of earlier huddles that nobody has judged, and those of this one. */
    review: v.array(commitment),
    commitments: v.array(commitment),
    /** What champions found at a step (null: it is no more), and what is tried out, until it is answered. */
    findings: v.array(v.object({ id: v.string(), step: v.nullable(v.string()), saw: v.string() })),
    experiments: v.array(v.object({ id: v.string(), tries: v.string(), see: v.string() })),
    shoutOuts: v.array(v.object({ id: v.string(), to: v.string(), behaviour: v.string() })),
    /** The question that has most votes to be asked next. */
    ask: v.nullable(v.object({ text: v.string(), votes: v.number() })),
    /** What a kick-off shows, of what leaders said already; null: it is none. */
    kickOff: v.nullable(
      v.object({
        greeting: v.nullable(v.string()),
        mission: v.nullable(v.string()),
        declared: v.nullable(v.object({ text: v.string(), ambition: v.nullable(v.string()) })),
        fact: v.nullable(v.object({ sentence: v.string(), source: v.string(), year: v.number() })),
        goal: v.nullable(
          v.object({ question: v.string(), from: v.number(), to: v.number(), due: v.string() }),
        ),
        /** How it sounds once the goal is there, with the answer that it came with. */
        sample: v.nullable(v.object({ text: v.string(), value: v.nullable(v.number()) })),
        /** How it looks then. */
        picture: v.nullable(shownPicture),
      }),
    ),
    /** What a brainstorm has come to; null: it is none. Ideas newest first, first steps as they were said. */
    brainstorm: v.nullable(
      v.object({
        topic: v.nullable(v.string()),
        ideas: v.array(v.object({ id: v.string(), text: v.string(), name: v.nullable(v.string()) })),
        moreIdeas: v.number(),
        goal: v.nullable(v.string()),
        steps: v.array(
          v.object({
            id: v.string(),
            who: v.picklist(['leader', 'all', 'one']),
            name: v.nullable(v.string()),
            text: v.string(),
          }),
        ),
        moreSteps: v.number(),
      }),
    ),
    /** Leads phones in. */
    code: v.nullable(v.object({ size: v.number(), path: v.string() })),
    today: v.string(),
    timeZone: v.string(),
  }),
  needs: () => ({
    team: team(),
    place: place(),
    huddles: newest('huddle', 'on', 1),
    ballots: newest('ballot', 'open', 1),
    answers: answers(2 * figureDays),
    verbatims: newest('verbatim', 'approved', choice),
    notes: newest('note', 'noted', mostNotes),
    goals: newest('goal', 'open', 1),
    commitments: newest('commitment', 'open', 60),
    findings: newest('finding', 'brought', 2),
    topics: newest('finding', ['brought', 'answered'], choice),
    experiments: newest('experiment', 'on', 2),
    shoutOuts: newest('shout-out', 'published', 2),
    stalled: stalled(),
    declaration: declaration(),
    mission: mission(),
    sample: sample(),
    goalPicture: goalPicture(),
  }),
  select(facts, _options, now) {
    const { team, place, huddles, ballots, verbatims, goals, commitments, shoutOuts } = facts;
    const [huddle] = huddles;
    if (!huddle || huddleStand(huddle, now).over) return undefined;
    const { at, agenda, step, since, extra, ended } = huddle;
    const ballot = ballots.find(({ id }) => id.startsWith(`${huddle.id}.`));
    const found = teamScore(facts.answers, team, null, figureDays, now);
    const { score, n } = found
      ? shownScore(found.counts, found.measure, team.minimumN)
      : { score: null, n: 0 };
    const before = found && shownScore(found.countsBefore, found.measure, team.minimumN);
    const changed =
      found && !found.stale && before?.score !== null
        ? compare(found.counts, found.countsBefore, found.measure)
        : undefined;
    const comment = verbatims.find(({ id }) => id === huddle.comment) ?? verbatims[0];
    const [question] = ballot ? questionsByVotes(ballot) : [];
    return {
      clock: { at, agenda, step, since, extra, ended },
      host: huddle.host.name,
      skill: huddle.skill,
      customer: team.customer,
      score:
        found && score !== null
          ? {
              measure: found.measure,
              score,
              n,
              glad: bands(found.counts, found.measure).top / n,
              change: changed ? { by: changed.change, clear: changed.clear } : null,
              stale: found.stale,
              asOf: found.latest,
            }
          : null,
      comment: comment
        ? { id: comment.id, text: comment.text, source: comment.sourceName?.trim() || null }
        : null,
      notes: facts.notes
        .filter((note) => note.huddle === huddle.id)
        .flatMap(({ id, says: said, text }) => {
          const says = plainNotes.find((one) => one === said);
          return says ? [{ id, says, text }] : [];
        })
        .slice(0, most.notes),
      phrase: team.phrase ?? null,
      question: goals[0]?.question ?? null,
      spread: spreadOf(ballot?.places ?? [], huddle.scale),
      agreed: huddle.agreed,
      stalled: facts.stalled.slice(0, 2).map(({ id, text, why }) => ({ id, text, why })),
      review: shownOf(toReview(commitments, huddle.id), most.review),
      commitments: shownOf(commitments.filter((one) => one.huddle === huddle.id).sort(byWho), most.made),
      findings: facts.findings.map(({ id, step, saw }) => ({
        ...{ id, saw },
        step: team.journey?.find((one) => one.id === step)?.name ?? null,
      })),
      experiments: facts.experiments.map(({ id, tries, see }) => ({ id, tries, see })),
      shoutOuts: shoutOuts.map(({ id, to, behaviour }) => ({ id, to, behaviour })),
      ask: question ? { text: question.text, votes: question.votes } : null,
      kickOff: isKickOff(agenda) ? kickedOff(facts) : null,
      brainstorm: isBrainstorm(agenda) ? brainstormed({ ...facts, huddle }) : null,
      code: place.join === null ? null : qrCode(place.join),
      today: localDay(now, team.timeZone),
      timeZone: team.timeZone,
    };
  },
  pictures: ({ kickOff }) => (kickOff?.picture ? [kickOff.picture.src] : []),
  words: ({ comment }) => 20 + wordsIn(comment?.text),
  takesOver: ({ clock }) => ({
    until: huddleStand(clock, new Date(Date.parse(clock.at))).ends.toISOString(),
    alarm: true,
  }),
  lookAgain: ({ huddles }, _options, now) => {
    const [huddle] = huddles;
    return huddle && huddleStand(huddle, now).ends;
  },
  ticks: 'second',
});
