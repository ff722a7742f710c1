import type { DataOf } from '../panel';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;

const ordinary: Data = {
  customer: 'guest',
  turn: 15,
  served: 1960,
  answered: 402,
  question: 'Did we remember what you told us the last time?',
  learned: 'People wait gladly when they know how long.',
  leader: null,
  mission: 'Everybody leaves warm, fed and glad they came.',
  until: '2026-11-22T14:12:25Z',
};

export const examples = {
  ordinary,
  /** The leader opens the turn. */
  leader: {
    ...ordinary,
    leader: { name: 'Dana', express: 'My mother waits alone at such tables. I want nobody to guess.' },
  },
  /** Nobody counted whom they served. */
  answered: { ...ordinary, turn: 2, served: null, learned: null },
  empty: { ...ordinary, turn: 2, served: null, answered: null, learned: null, mission: null },
  longest: {
    ...ordinary,
    customer: 'colleague',
    turn: 1042,
    served: 1_234_567,
    answered: 98_765,
    question:
      'Wie wahrscheinlich ist es, dass Sie unsere Rechtsschutzversicherungsgesellschaft weiterempfehlen, und woran liegt es?',
    learned:
      'Die Lieferverzögerungsbenachrichtigung hilft am meisten, wenn sie kommt, bevor jemand aus der Verwaltungsabteilung nachfragt, auch am Wochenende.',
    leader: {
      name: 'Maximiliane-Christina von und zu Hohenlohe',
      express:
        'Weil ich selbst einmal eine Stunde vor unserer Rechtsschutzversicherungsgesellschaft stand und niemand mir sagte, ob es weitergeht; das soll keinem mehr passieren.',
    },
    mission:
      'Jeder Mensch bekommt bei uns ohne Rindfleischetikettierungsüberwachung innerhalb einer Stunde eine gute, warme Antwort.',
  },
  rightToLeft: {
    ...ordinary,
    question: 'كيف كان يومكم عندنا؟',
    learned: 'ينتظر الناس بسرور حين يعرفون كم سيطول الانتظار.',
    mission: 'يغادر كل ضيف راضيًا.',
  },
} satisfies Record<string, Data>;
