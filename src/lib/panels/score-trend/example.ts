import * as v from 'valibot';
import type { Goal, TeamDecision } from '../../domain/practice';
import type { Team } from '../../domain/records';
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

const decision = (start: string, review: string, text: string): TeamDecision => ({
  id: `decision-${start}`,
  team: 'harbour-kitchen',
  at: `${start}T09:00:00Z`,
  status: 'taken',
  batch: null,
  version: 1,
  text,
  meaning: 'You know how long it takes before you have to ask.',
  routine: 'pre-shift talk',
  start,
  review,
  critical: null,
  turn: 12,
});
/** Of a hundred who answered, so many more promoters than detractors. */
const began = (points: number) => ({
  ...{ measure: 'nps', from: '2026-05-01', to: '2026-05-30' },
  counts: [
    { value: 10, count: 50 + points / 2 },
    { value: 3, count: 50 - points / 2 },
  ],
});
const decided = [
  decision('2026-09-26', '2026-11-12', 'Say the wait before they ask'),
  decision('2026-11-03', '2026-12-03', 'One voice at the pass'),
];

const make = (
  answers: Answers,
  goals: Goal[] = [],
  options: v.InferInput<typeof panel.options> = {},
  team: Partial<Team> = {},
  decisions: TeamDecision[] = [],
): DataOf<typeof panel> => {
  const data = panel.select(
    { team: exampleTeam(team), answers: [answers], about: [], decisions, goals },
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
const up = exampleAnswers('nps', 180, growing(0.0026));
const steep = exampleAnswers('nps', 180, (back) => growing(back > 50 ? 0.0022 : 0.0034)(back));

export const examples: Record<string, DataOf<typeof panel>> = {
  ordinary: make(steep, [goal(70, 'nps')], {}, {}, decided),
  'one decision, just begun': make(up, [], {}, {}, [
    decision('2026-11-22', '2026-12-06', 'Say the wait before they ask'),
  ]),
  'decisions close together': make(up, [goal(70, 'nps')], {}, {}, [
    decision('2026-09-20', '2026-10-04', 'Read the order back to the table, every time'),
    decision('2026-11-01', '2026-11-15', 'Say the wait before they ask'),
    decision('2026-11-11', '2026-11-25', 'One voice at the pass'),
  ]),
  'without a goal': make(up),
  'where we started': make(steep, [goal(70, 'nps')], {}, { began: began(22) }, decided),
  'where we started, high': make(up, [], {}, { began: began(88) }),
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
    exampleAnswers('csat', 180, stars),
    [goal(95, 'csat')],
    {},
    { customer: 'colleague', name: 'Gemeinschaftsverpflegungsbetrieb Nordhafenkai Zwei' },
    [
      decision(
        '2026-10-03',
        '2026-10-20',
        'Die Lieferverzögerungsbenachrichtigung geht an jeden Tisch, bevor jemand aus der Verwaltungsabteilung nachfragen muss, auch samstags',
      ),
      decision(
        '2026-11-10',
        '2026-12-03',
        'Rindfleischetikettierungsüberwachungsaufgaben liest die Frühschicht vor',
      ),
    ],
  ),
  'right-to-left': make(up, [goal(70, 'nps')], { days: 14 }, { name: 'مطبخ الميناء' }, [
    decision('2026-10-12', '2026-11-02', 'نقول وقت الانتظار قبل أن يسألوا'),
  ]),
  stars: make(exampleAnswers('stars', 180, stars), [goal(90, 'stars')], {}, {}, decided),
  effort: make(
    exampleAnswers('ces', 115, (back) => ({ 7: back < 50 ? 3 : 1, 6: 2, 5: 1, 3: back % 2 })),
    [goal(6, 'ces')],
    {},
    { customer: 'caller' },
  ),
};
