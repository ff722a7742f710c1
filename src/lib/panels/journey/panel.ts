import * as v from 'valibot';
import { addDays, daysBetween, localDay, momentOf } from '../../domain/calendar';
import { counted, journeyTold, silentSteps, since, spoke, toldByAll, voices } from '../../domain/journey';
import { wordsIn } from '../../domain/playlist';
import { customerWords } from '../../domain/records';
import { m } from '../../paraglide/messages';
import { newest, team } from '../needs';
import { definePanel } from '../panel';

/** So many of the newest findings and comments are looked through; with more of them in it the time told of is shorter. */
const most = 400;

const told = v.object({ good: v.number(), bad: v.number(), neither: v.number() });

/**
 * What customers go through with the team, step by step, and how many found that it went well there and that it did not: champions on their
 * walks and answers with words, by who speaks. A step of which nobody spoke is a hole to be seen. Counts alone, nobody’s words.
 */
export const panel = definePanel({
  kind: 'journey',
  title: () => m.journey_title(),
  point: 'feedback',
  purpose: 'customer-focus',
  audiences: ['staff'],
  options: v.object({
    /** How far back it looks, in days. */
    days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(7), v.maxValue(92)), 30),
  }),
  data: v.object({
    customer: v.picklist(customerWords),
    /** How many days it tells of. */
    days: v.number(),
    steps: v.pipe(
      v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          told: v.object({ customer: told, employee: told, supplier: told, other: told }),
        }),
      ),
      v.minLength(1),
    ),
    /** Who spoke at all. */
    from: v.array(v.picklist(voices)),
    /** Names of the steps of which nobody spoke. */
    silent: v.array(v.string()),
    /** The step that went wrong more often than any other; null: none did. */
    worst: v.nullable(v.string()),
    allWell: v.boolean(),
  }),
  needs: () => ({
    team: team(),
    findings: newest('finding', [...counted], most),
    comments: newest('verbatim', 'approved', most),
  }),
  select({ team, findings, comments }, { days }, now) {
    const { journey = [] } = team;
    if (journey.length === 0) return undefined;
    const today = localDay(now, team.timeZone);
    // What comes from outside the newest is not counted for one kind and left out for the other.
    const begun = [findings, comments]
      .flatMap((list) => (list.length < most ? [] : localDay(new Date(list.at(-1)!.at), team.timeZone)))
      .reduce((first, day) => (day > first ? day : first), addDays(today, 1 - days));
    const steps = journeyTold(journey, since(findings, begun, team), since(comments, begun, team));
    const byBad = steps
      .map((step) => ({ name: step.name, ...toldByAll(step) }))
      .sort((a, b) => b.bad - a.bad);
    const [first, second] = byBad;
    const clear = first !== undefined && first.bad > (second?.bad ?? 0);
    return {
      customer: team.customer,
      days: daysBetween(begun, today) + 1,
      steps,
      from: voices.filter((from) => steps.some(({ told }) => spoke(told[from]) > 0)),
      silent: silentSteps(steps).map(({ name }) => name),
      worst: clear ? first.name : null,
      allWell: byBad.every(({ bad, good }) => bad === 0 && good > 0),
    };
  },
  words: ({ steps }) => 12 + steps.reduce((sum, { name }) => sum + 2 + wordsIn(name), 0),
  // The days move on.
  lookAgain: ({ team }, _options, now) =>
    momentOf(addDays(localDay(now, team.timeZone), 1), '00:00', team.timeZone),
});
