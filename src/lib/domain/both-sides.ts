import { addDays } from './calendar';
import type { EchoPool, Month } from './echo';
import type { Answers } from './goal-stand';
import { readMeasure } from './metric';
import type { Team } from './records';
import { bands, countsIn, pickMeasure } from './score';

/** A score in whole points −100…100 or percent 0…100, and of how many answers. */
interface Side {
  score: number;
  n: number;
}

/** What customers say of the team, and the team of its leaders: of the same months, on one scale. */
export interface BothSides {
  /** `points`: the best answers less the worst, where the team’s measure is one of points; else the share of the best. */
  form: 'points' | 'share';
  from: Month;
  to: Month;
  customers: Side;
  team: Side;
}

const lastDay = (month: Month) => addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);

/** Both sides over the months of a pool; undefined where customers gave too few answers in them to be shown. */
export function bothSides(
  pool: EchoPool,
  answers: readonly Answers[],
  { measure: preferred, minimumN }: Pick<Team, 'measure' | 'minimumN'>,
): BothSides | undefined {
  const picked = pickMeasure(answers, preferred);
  if (!picked) return undefined;
  const form = readMeasure(picked.measure)?.metric === 'nps' ? 'points' : 'share';
  const side = ({ top, low, n }: { top: number; low: number; n: number }): Side => ({
    score: Math.round((100 * (form === 'points' ? top - low : top)) / n),
    n,
  });
  const period = { from: `${pool.from}-01`, to: lastDay(pool.to) };
  const customers = bands(countsIn(picked.rows, period), picked.measure);
  const [low = 0, middle = 0, top = 0] = pool.faces;
  const n = low + middle + top;
  if (customers.n === 0 || customers.n < minimumN || n === 0) return undefined;
  return { form, from: pool.from, to: pool.to, customers: side(customers), team: side({ top, low, n }) };
}
