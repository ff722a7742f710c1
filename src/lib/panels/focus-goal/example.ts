import type { DataOf } from '../panel';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;

const ordinary: Data = {
  question: 'Did your food come when we said it would?',
  unit: 'in-100',
  customer: 'guest',
  follows: null,
  baseline: 41,
  target: 70,
  start: '2026-10-01',
  due: '2026-12-31',
  now: {
    value: 55,
    n: 118,
    at: null,
    day: '2026-11-22',
    toGo: 15,
    reached: false,
    pace: { expected: 57.6, state: 'behind' },
  },
  few: null,
  minimumN: 5,
  daysLeft: 39,
  age: 0,
  stale: false,
  promises: [],
  decision: null,
  today: '2026-11-22',
};

const promises: Data['promises'] = [
  {
    who: 'leader',
    name: 'Dana',
    text: 'I call the true wait to the pass every 15 minutes',
    due: '2026-11-27',
  },
  { who: 'all', name: null, text: 'We say the wait before the guest has to ask', due: '2026-12-04' },
];
const decision: NonNullable<Data['decision']> = {
  text: 'We say the wait before the guest has to ask',
  taken: '2026-11-01',
  start: '2026-11-03',
  review: '2026-12-01',
  verdict: 'running',
  measure: 'nps',
  seen: { before: { score: -12, n: 58 }, since: { score: 31, n: 64 } },
};

const at = (more: Partial<NonNullable<Data['now']>>): Data['now'] => ({
  value: 55,
  n: 118,
  at: '2026-11-22T14:10:00Z',
  day: '2026-11-22',
  toGo: 15,
  reached: false,
  pace: { expected: 57.6, state: 'behind' },
  ...more,
});

export const examples = {
  ordinary,
  /** No reading yet. */
  empty: { ...ordinary, now: null },
  belowMinimum: { ...ordinary, now: null, few: 3 },
  minutesDown: {
    ...ordinary,
    question: 'How long do guests wait for the bill?',
    unit: 'minutes',
    baseline: 12,
    target: 6,
    now: at({ value: 8.5, n: null, at: null, toGo: 2.5, pace: { expected: 8.6, state: 'on' } }),
  },
  points: {
    ...ordinary,
    question: 'Would you send us a friend?',
    unit: 'points',
    follows: 'nps',
    baseline: -12,
    target: 30,
    now: at({ value: 18, toGo: 12, pace: { expected: 12, state: 'ahead' } }),
  },
  ces: {
    ...ordinary,
    question: 'How easy was it to get help?',
    unit: 'points',
    follows: 'ces',
    baseline: 4.2,
    target: 6,
    now: at({ value: 5.1, toGo: 0.9, pace: { expected: 5.2, state: 'on' } }),
  },
  countDown: {
    ...ordinary,
    question: 'How many plates come back each week?',
    unit: 'count',
    baseline: 18,
    target: 5,
    now: at({ value: 11, n: null, at: null, toGo: 6, pace: { expected: 10.6, state: 'on' } }),
  },
  percent: {
    ...ordinary,
    question: 'How full are our late tables?',
    unit: 'percent',
    baseline: 6,
    target: 40,
    now: at({ value: 11, n: null, at: null, toGo: 29, pace: { expected: 25.4, state: 'behind' } }),
  },
  /** Now is near the end of the ruler, and the goal is reached. */
  reached: {
    ...ordinary,
    baseline: 72,
    target: 90,
    now: at({ value: 93, toGo: 0, reached: true, pace: { expected: 82, state: 'ahead' } }),
  },
  /** It went the other way. */
  fellBack: {
    ...ordinary,
    now: at({ value: 34, toGo: 36, pace: { expected: 57.6, state: 'behind' } }),
  },
  overdue: {
    ...ordinary,
    due: '2026-11-15',
    daysLeft: -7,
    now: at({ value: 62, toGo: 8, pace: { expected: 70, state: 'behind' } }),
  },
  stale: {
    ...ordinary,
    now: at({ day: '2026-11-03', at: '2026-11-03T22:40:00Z' }),
    age: 19,
    stale: true,
  },
  longest: {
    ...ordinary,
    customer: 'colleague',
    question:
      'Haben Ihnen die Kolleginnen und Kollegen der Rechtsschutzversicherungsgesellschaft von sich aus gesagt, wie lange die Bearbeitung Ihrer Arbeitsunfähigkeitsbescheinigung voraussichtlich dauert?',
    unit: 'count',
    baseline: 12_400,
    target: 18_000,
    now: at({ value: 14_250, n: 123_456, toGo: 3750, pace: { expected: 15_600, state: 'behind' } }),
  },
  rightToLeft: { ...ordinary, question: 'هل وصل طعامكم في الموعد الذي وعدناكم به؟' },
} satisfies Record<string, Data>;

/** What was promised, and what came of what was decided, take turns on the ground. */
export const followed: Record<string, Data> = {
  ordinary: { ...ordinary, promises, decision },
  toCome: {
    ...ordinary,
    promises: promises.slice(1),
    decision: { ...decision, verdict: 'to-come', seen: null },
  },
  judged: { ...ordinary, decision: { ...decision, verdict: 'clear', measure: 'csat' } },
  longest: {
    ...examples.longest,
    promises: [
      {
        who: 'one',
        name: 'Maximiliane Wolfeschlegelsteinhausenberg',
        text: 'Ich frage jede Kollegin und jeden Kollegen der Arbeitsunfähigkeitsbescheinigungsstelle vor der Frühbesprechung nach der Bearbeitungsdauer',
        due: '2027-01-27',
      },
      { ...promises[1]!, due: '2027-02-04' },
    ],
    decision: {
      ...decision,
      text: 'Wir sagen jeder Anruferin und jedem Anrufer der Rechtsschutzversicherungsgesellschaft die voraussichtliche Bearbeitungsdauer, bevor sie fragen',
      taken: '2025-11-01',
      measure: 'csat',
      seen: { before: { score: 61.2, n: 12_058 }, since: { score: 71.4, n: 12_064 } },
    },
  },
  rightToLeft: {
    ...examples.rightToLeft,
    promises: [
      { who: 'one', name: 'ليلى', text: 'أخبر المطبخ بمدة الانتظار كل ربع ساعة', due: '2026-11-27' },
    ],
    decision: { ...decision, text: 'نخبر الضيف بمدة الانتظار قبل أن يسأل' },
  },
};
