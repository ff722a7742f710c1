import * as v from 'valibot';
import { timeIn, weekOf } from '../../domain/asking';
import { bothSides } from '../../domain/both-sides';
import { addDays, daysBetween, localDay, momentOf } from '../../domain/calendar';
import { countOf, mostOpen, partners } from '../../domain/challenge';
import { weakest } from '../../domain/critical';
import { tenth } from '../../domain/goal-stand';
import { interestId, turnout } from '../../domain/interest';
import { cardSorts, current, lineOf, weekOfTraining, type Current } from '../../domain/library';
import { wordsIn } from '../../domain/playlist';
import { customerWords } from '../../domain/records';
import { pleasures, returningBeside } from '../../domain/returning';
import { pickMeasure } from '../../domain/score';
import { openedAt, turnNumber } from '../../domain/turn';
import { m } from '../../paraglide/messages';
import { answers, answersAbout, leading, newest, returning, sample, team } from '../needs';
import { definePanel } from '../panel';

/** A turn that is on for longer is looked at over its newest so many days with answers. */
const days = 92;
/** So many days a challenge that was not reached is thanked for. */
const thanked = 3;

const side = v.object({ score: v.number(), n: v.number() });

/** So many of the team’s newest cards of the library are looked at: those of its sorts that are on are among them. */
const mostCards = 60;

const card = v.variant('what', [
  v.object({ what: v.literal('greeting'), text: v.string() }),
  /** `figure`: the time in it, in one piece; `times`: how often it was kept this week. */
  v.object({ what: v.literal('standard'), text: v.string(), figure: v.string(), times: v.number() }),
  /** What went least well in this turn is practised for a minute. */
  v.object({ what: v.literal('practice'), critical: v.string(), customer: v.picklist(customerWords) }),
  /** How the goal sounds once it is there: somebody’s words, and the value that came with them; null: none did. */
  v.object({
    ...{ what: v.literal('sample'), text: v.string(), value: v.nullable(v.number()) },
    ...{ question: v.string(), target: v.number(), due: v.string(), today: v.string() },
  }),
  /** What customers say of the team and the team of its leaders, of the same months; scores in whole points or percent. */
  v.object({
    ...{ what: v.literal('sides'), form: v.picklist(['points', 'share']), from: v.string(), to: v.string() },
    ...{ customers: side, team: side, customer: v.picklist(customerWords) },
  }),
  /** Which share of customers looks forward to coming back, and which gave the best answers to the team’s question, in percent. */
  v.object({
    ...{ what: v.literal('returning'), by: v.picklist(pleasures), returning: side, pleased: side },
    customer: v.picklist(customerWords),
  }),
  /**
   * A card of the library, as it is today: `nth` of a series or of what to look for, from 0; `times`: how often that was seen this week of
   * its training; `credit`: the team whose it is.
   */
  v.object({
    ...{ what: v.literal('library'), sort: v.picklist(cardSorts), title: v.string(), text: v.string() },
    ...{ when: v.nullable(v.string()), came: v.nullable(v.string()) },
    ...{ nth: v.number(), of: v.number(), times: v.number(), credit: v.nullable(v.string()) },
  }),
  /** What teams dare each other to do; `count` is the team’s, or all teams’ `together`. `others`: their names and, each for itself, their counts. */
  v.object({
    ...{ what: v.literal('challenge'), text: v.string(), count: v.number(), target: v.number() },
    others: v.array(v.object({ name: v.string(), count: v.nullable(v.number()) })),
    /** Days that are left, 0 on the last one; null: it is over. */
    left: v.nullable(v.number()),
  }),
  /** How many of the team took part in the turn, in percent, down to the full ten. */
  v.object({ what: v.literal('part'), share: v.number(), turn: v.number() }),
]);

/** The card of the library as the wall says it. */
function cardOf(on: Current): v.InferOutput<typeof card> {
  const { sort, title, lines, seen, from } = on.card;
  const nth = lineOf(on);
  const [text = '', when = null, came = null] = sort === 'trick' ? lines : [lines[nth]];
  return {
    ...{ what: 'library', sort, title, text, when, came, nth, of: lines.length },
    ...{ times: seen[weekOfTraining(on)]?.[nth] ?? 0, credit: from?.name ?? null },
  };
}

/**
 * What the team does this week, a card a play: what it was challenged to, how it greets, the one standard that it keeps to, what it has
 * from the library, what it practises for a minute, how many take part and, where its leaders want that, how they do. Nobody is named.
 */
export const panel = definePanel({
  kind: 'this-week',
  title: () => m.week_title(),
  point: 'involve',
  purpose: 'relationships',
  audiences: ['staff'],
  options: v.object({
    /** Also what the team says of its leaders, beside what customers say of the team. */
    leaders: v.optional(v.boolean(), false),
  }),
  data: v.object({ cards: v.pipe(v.array(card), v.minLength(1)) }),
  needs: () => ({
    team: team(),
    asked: newest('asked', 'counted', 1),
    answers: answers(days),
    returning: returning(days),
    about: answersAbout(days),
    turns: newest('turn', 'open', 1),
    interests: newest('interest', 'open', 1),
    goals: newest('goal', 'open', 1),
    sample: sample(),
    leading: leading(),
    library: newest('library-card', ['published', 'adopted'], mostCards),
    challenges: newest('challenge', 'on', mostOpen),
  }),
  select(
    { team, asked, answers, returning, about, turns, interests, goals: [goal], sample, ...facts },
    { leaders },
    now,
  ) {
    const { leading, library, challenges } = facts;
    const [turn] = turns;
    const cards: v.InferOutput<typeof card>[] = [];
    const today = localDay(now, team.timeZone);
    for (const challenge of challenges) {
      const left = daysBetween(today, challenge.until);
      if (left < -thanked) continue;
      cards.push({
        ...{
          what: 'challenge',
          text: challenge.behaviour,
          count: countOf(challenge),
          target: challenge.target,
        },
        others: partners(challenge)
          .filter((side) => side.team !== team.id)
          .map(({ name, count }) => ({ name, count: challenge.together ? null : count })),
        left: left < 0 ? null : left,
      });
    }
    if (team.greeting) cards.push({ what: 'greeting', text: team.greeting });
    if (team.standard) {
      const week = weekOf(today);
      cards.push({
        ...{ what: 'standard', text: team.standard },
        figure: (timeIn(team.standard) ?? '').replace(/\s/g, '\u00a0'),
        times: asked.find((one) => one.week === week)?.standard ?? 0,
      });
    }
    cards.push(...current(library, team, now).map(cardOf));
    const measure = pickMeasure(answers, team.measure)?.measure;
    const measured = about.find((one) => one.measure === measure);
    const since = localDay(new Date(openedAt(turn, team)), team.timeZone);
    const practised = measured && weakest(team, measured, since);
    if (practised) cards.push({ what: 'practice', critical: practised.name, customer: team.customer });
    if (goal && sample)
      cards.push({
        ...{ what: 'sample', text: sample.text, value: sample.value },
        ...{ question: goal.question, target: tenth(goal.target), due: goal.due },
        today,
      });
    const beside = returningBeside(returning, answers, team, today);
    if (beside) cards.push({ what: 'returning', ...beside, customer: team.customer });
    const sides = leaders && leading ? bothSides(leading, answers, team) : undefined;
    if (sides) cards.push({ what: 'sides', ...sides, customer: team.customer });
    const share = turnout(
      team,
      interests.find(({ id }) => id === interestId(team.id, turnNumber(turn))),
    );
    if (share !== null) cards.push({ what: 'part', share, turn: turnNumber(turn) });
    return cards.length > 0 ? { cards } : undefined;
  },
  words: ({ cards }) =>
    Math.max(
      ...cards.map((card) =>
        'text' in card
          ? 14 + wordsIn('when' in card ? `${card.text} ${card.when} ${card.came}` : card.text)
          : 'critical' in card
            ? 40
            : 20,
      ),
    ),
  plays: ({ cards }) => cards.length,
  // What somebody said in their own words.
  personal: ({ cards }) => cards.some(({ what }) => what === 'sample'),
  // A week’s count begins at its Monday, a series’ next tip with each day.
  lookAgain: ({ team }, _options, now) =>
    momentOf(addDays(localDay(now, team.timeZone), 1), '00:00', team.timeZone),
});
