import * as v from 'valibot';
import { figureIn, signedUntil, standing } from '../../domain/declaration';
import { wordsIn } from '../../domain/playlist';
import { m } from '../../paraglide/messages';
import { soonest } from '../dates';
import { declaration } from '../needs';
import { definePanel } from '../panel';

/**
 * What the organisation holds imperative, and who signed it within a year; in a second showing the one fact from outside that says why.
 * Without a name it hangs nowhere. The fact is never beside the team’s own figures.
 */
export const panel = definePanel({
  kind: 'declaration',
  title: () => m.declaration_line(),
  point: null,
  purpose: 'customer-focus',
  audiences: ['staff'],
  options: v.object({}),
  data: v.object({
    text: v.string(),
    ambition: v.nullable(v.string()),
    /** By what one would know that the ambition is met. */
    measure: v.nullable(v.string()),
    /** `figure`: the one in the sentence, in one piece. */
    fact: v.nullable(
      v.object({ figure: v.string(), sentence: v.string(), source: v.string(), year: v.number() }),
    ),
    names: v.pipe(v.array(v.string()), v.minLength(1)),
    /** When the newest of them was given (ISO). */
    signed: v.string(),
  }),
  needs: () => ({ declaration: declaration() }),
  select({ declaration }, _options, now) {
    const signatures = standing(declaration?.signatures ?? [], now);
    if (!declaration || signatures.length === 0) return undefined;
    const { text, ambition, measure, fact } = declaration;
    return {
      ...{ text, ambition, measure },
      fact: fact && { figure: (figureIn(fact.sentence) ?? '').replace(/\s/g, '\u00a0'), ...fact },
      names: signatures.map(({ name }) => name),
      signed: signatures.map(({ at }) => at).reduce((one, other) => (one > other ? one : other)),
    };
  },
  words: ({ text, ambition, measure, fact, names }) =>
    8 +
    Math.max(
      wordsIn(text, ambition, measure) + 2 * Math.min(6, names.length),
      wordsIn(fact?.sentence, fact?.source),
    ),
  plays: ({ fact }) => (fact ? 2 : 1),
  // Names of leaders stand on it.
  personal: () => true,
  lookAgain: ({ declaration }, _options, now) =>
    soonest((declaration?.signatures ?? []).map(signedUntil), now),
});
