import * as v from 'valibot';
import type { Goal, Team } from '../../domain/records';
import { exampleAnswers, exampleNow, exampleTeam } from '../example-facts';
import type { Answers } from '../needs';
import type { DataOf } from '../panel';
import { panel } from './panel';

/** Four to six answers a day whose share of the glad grows by `slope` a day towards today; a wave makes it lifelike. */
const growing =
  (slope: number, level = 0.74) =>
  (back: number) => {
    const n = 4 + ((back * 7) % 3);
    const glad = Math.round(n * Math.min(1, Math.max(0, level - slope * back + 0.06 * Math.sin(back / 6))));
    const low = Math.round((n - glad) * Math.min(1, Math.max(0.1, 0.25 + slope * back)));
    return { 10: Math.ceil(glad / 2), 9: Math.floor(glad / 2), 8: n - glad - low, 4: low };
  };

const goal = (target: number, follow: string): Goal => ({
  id: 'goal',
  team: 'harbour-kitchen',
  at: '2026-09-01T09:00:00Z',
  status: 'open',
  batch: null,
  version: 1,
  question: 'Would you send us a friend?',
  unit: 'points',
  baseline: 43,
  target,
  start: '2026-09-01',
  due: '2026-12-31',
  follow,
  readings: [],
});

const make = (
  answers: Answers,
  goals: Goal[] = [],
  options: v.InferInput<typeof panel.options> = {},
  team: Partial<Team> = {},
): DataOf<typeof panel> => {
  const data = panel.select(
    { team: exampleTeam(team), answers: [answers], goals },
    v.parse(panel.options, options),
    exampleNow,
  );
  if (!data) throw new Error('these answers are enough for a trend');
  return data;
};

const stars = (back: number) => ({
  5: 3 + (back % 2),
  4: back % 3,
  3: back > 40 ? 2 : 1,
  1: back % 5 === 0 ? 1 : 0,
});
const up = exampleAnswers('nps', 115, growing(0.0026));

export const examples: Record<string, DataOf<typeof panel>> = {
  ordinary: make(up, [goal(70, 'nps')]),
  'without a goal': make(up),
  'beyond the goal': make(up, [goal(45, 'nps')]),
  'no clear change': make(exampleAnswers('nps', 115, growing(0)), [goal(80, 'nps')]),
  worse: make(exampleAnswers('nps', 115, growing(-0.004, 0.4)), [goal(70, 'nps')]),
  stale: make(exampleAnswers('nps', 115, growing(0.0026), '2026-11-05'), [goal(70, 'nps')]),
  'few answers': make(
    exampleAnswers('nps', 115, (back) => ({ 9: back % 5 === 0 ? 1 : 0, 4: back % 16 === 0 ? 1 : 0 })),
  ),
  'one answer at a time': make(exampleAnswers('nps', 62, (back) => ({ 9: back % 5 === 0 ? 1 : 0 }))),
  'many items': make(exampleAnswers('nps', 400, growing(0.001)), [goal(70, 'nps')], { weeks: 52 }),
  longest: make(
    exampleAnswers('csat', 115, stars),
    [goal(95, 'csat')],
    {},
    { customer: 'colleague', name: 'Gemeinschaftsverpflegungsbetrieb Nordhafenkai Zwei' },
  ),
  'right-to-left': make(up, [goal(70, 'nps')], { days: 14 }, { name: 'مطبخ الميناء' }),
  stars: make(exampleAnswers('stars', 115, stars), [goal(90, 'stars')]),
  effort: make(
    exampleAnswers('ces', 115, (back) => ({ 7: back < 50 ? 3 : 1, 6: 2, 5: 1, 3: back % 2 })),
    [goal(6, 'ces')],
    {},
    { customer: 'caller' },
  ),
};
