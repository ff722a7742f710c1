import type { Day } from './calendar';
import type { Answers } from './goal-stand';
import { measureOf, readMeasure, type Measure, type Scale } from './metric';
import type { Team } from './records';
import { bands, countsIn, periodOf, pickMeasure } from './score';

/** How much somebody looks forward to coming back: 5 very much, from 4 on they do. */
export const returningScale: Scale = { min: 1, max: 5, top: 4 };

/** The measure of coming back; the store counts it in a stream of its own, beside every team’s score. */
export const returningMeasure: Measure = measureOf('rating', returningScale);

/** So many days, today among them, are told of. */
const days = 30;

/** What the best answers to the team’s own question say. */
export const pleasures = ['satisfied', 'recommend', 'easy'] as const;

/** A share in whole percent, and of how many answers. */
interface Share {
  score: number;
  n: number;
}

/** Who looks forward to coming back beside who gave the best answers to the team’s question, of the same days. */
export interface Returning {
  returning: Share;
  pleased: Share;
  by: (typeof pleasures)[number];
}

/** Both shares; undefined where either has fewer answers than the team shows. `said` is what was said of coming back. */
export function returningBeside(
  said: readonly Answers[],
  answers: readonly Answers[],
  { measure: preferred, minimumN }: Pick<Team, 'measure' | 'minimumN'>,
  today: Day,
): Returning | undefined {
  const share = (of: Answers | undefined): Share | undefined => {
    if (!of) return undefined;
    const { top, n } = bands(countsIn(of.rows, periodOf(today, days)), of.measure);
    return n > 0 && n >= minimumN ? { score: Math.round((100 * top) / n), n } : undefined;
  };
  const picked = pickMeasure(answers, preferred);
  const [returning, pleased] = [share(said[0]), share(picked)];
  if (!picked || !returning || !pleased) return undefined;
  const metric = readMeasure(picked.measure)?.metric;
  return { returning, pleased, by: metric === 'nps' ? 'recommend' : metric === 'ces' ? 'easy' : 'satisfied' };
}
