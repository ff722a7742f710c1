import type { DataOf } from '../panel';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;

const ordinary: Data = {
  id: 'wait:words',
  question: 'Did your food come when we said it would?',
  unit: 'in-100',
  customer: 'guest',
  follows: null,
  baseline: 41,
  value: 70,
  n: 126,
  reached: '2026-11-20T22:05:00Z',
  at: '2026-11-21T08:30:00Z',
  words: 'You said the wait out loud, every table, every shift. I heard it. So did they.',
  by: 'Dana',
  next: { goal: false, text: 'Thank the guests, then ask again.' },
};

export const examples = {
  ordinary,
  /** Nobody found words in time: it plays by itself. */
  plain: { ...ordinary, id: 'wait', words: null, by: null, next: null },
  nextGoal: {
    ...ordinary,
    words: 'Forty-one of you began it. Thank you.',
    next: { goal: true, text: 'Did we remember what you told us the last time?' },
  },
  score: {
    ...ordinary,
    question: 'Would you send us a friend?',
    unit: 'points',
    follows: 'nps',
    baseline: 43,
    value: 62,
    n: 1204,
  },
  minutes: {
    ...ordinary,
    question: 'How long do guests wait for the bill?',
    unit: 'minutes',
    baseline: 12,
    value: 5.5,
    n: null,
  },
  count: { ...ordinary, unit: 'count', baseline: 8_200, value: 12_450, n: null, words: 'We did it.' },
  /** Two teams came to it together. */
  challenge: {
    ...ordinary,
    ...{ id: 'challenge', question: 'thanks to colleagues', unit: 'count', baseline: 0, value: 50, n: null },
    ...{ words: null, by: null, next: null, challenge: { teams: ['Floor'], together: true } },
  },
  challengeLongest: {
    ...ordinary,
    ...{
      id: 'challenge',
      unit: 'count',
      baseline: 0,
      value: 1000,
      n: null,
      words: null,
      by: null,
      next: null,
    },
    question: 'Rückmeldungen aus der Donaudampfschifffahrtsgesellschaft am selben Tag beantwortet',
    challenge: {
      teams: [
        'Rechtsschutzversicherungsgesellschaften',
        'Empfang und Telefonzentrale, Haus Nord',
        'Nachtschicht der Wäscherei am Hafen',
      ],
      together: false,
    },
  },
  /** A leader said so; nobody took a figure. */
  noFigure: { ...ordinary, value: null, n: null, reached: null },
  longest: {
    ...ordinary,
    customer: 'colleague',
    follows: 'smiley5',
    value: 100,
    n: 1_240_000,
    question:
      'Konnten wir die Lieferverzögerungsbenachrichtigung rechtzeitig verschicken, bevor jemand aus der Verwaltungsabteilung nachfragen musste, sagt ihr?',
    words:
      'Ihr habt die Arbeitsunfähigkeitsbescheinigungen sortiert, die Verantwortungsbereiche geklärt und niemanden allein gelassen. Donaudampfschifffahrtsgesellschaft!!',
    by: 'Maximiliane-Christina von und zu Hohenlohe-Langenburg',
    next: {
      goal: false,
      text: 'Rindfleischetikettierungsüberwachung: am Donnerstag beginnt die nächste Verbesserung.',
    },
  },
  plainLongest: {
    ...ordinary,
    words: null,
    by: null,
    question:
      'Konnten wir die Lieferverzögerungsbenachrichtigung rechtzeitig verschicken, bevor jemand aus der Verwaltungsabteilung nachfragen musste, sagt ihr?',
  },
  rightToLeft: {
    ...ordinary,
    words: 'قلتم وقت الانتظار بصوت عالٍ، في كل طاولة وكل نوبة. سمعته أنا، وسمعوه هم.',
    by: 'دانا',
    next: { goal: false, text: 'اشكروا الضيوف، ثم اسألوا من جديد.' },
  },
} satisfies Record<string, Data>;
