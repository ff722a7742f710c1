import type { DataOf } from '../panel';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;

const ordinary: Data = {
  text: 'Whoever comes to us is helped by whoever they meet first. Nobody is sent on.',
  ambition: 'The house in town that people recommend first',
  measure: 'Four of five new guests say a friend sent them',
  fact: {
    figure: '60\u00a0percent',
    sentence: '60 percent of companies call service their first aim; 26 percent have a plan for it.',
    source: 'Barometer of service, yearly survey',
    year: 2011,
  },
  names: ['Ada Okafor', 'Lea Brandt', 'Mo Haddad', 'Priya Nair'],
  signed: '2026-11-20T09:00:00.000Z',
};

export const examples = {
  ordinary,
  /** One name, and nothing beside it. */
  short: { ...ordinary, text: 'We answer.', ambition: null, measure: null, fact: null, names: ['Bo'] },
  'many items': {
    ...ordinary,
    names: [...ordinary.names, 'Tomasz Lis', 'Eve Adeyemi', 'Kofi Mensah', 'Noor Aziz', 'Ravi Rao'],
  },
  longest: {
    text: 'Donaudampfschifffahrtsgesellschaftskapitäne und Rechtsschutzversicherungsgesellschaften antworten jedem Menschen, der uns schreibt oder anruft, am selben Tag, in klaren Worten und mit ganzem Namen, stets',
    ambition: 'Das verantwortungsbewussteste Haus der Donaudampfschifffahrtsgesellschaft, weit und breit!',
    measure: 'Lieferverzögerungsbenachrichtigungen, die niemand zweimal lesen muss: neun von zehn im Jahr',
    fact: {
      figure: '1.234.567,89\u00a0€',
      sentence:
        'Lieferverzögerungsbenachrichtigungen kosten mittlere Rechtsschutzversicherungsgesellschaften im Jahr 1.234.567,89 €, wenn niemand am selben Tag eine Antwort gibt',
      source: 'Bundesverband der Donaudampfschifffahrtsgesellschaften, Jahresbericht, Band zwei, Seite 48',
      year: 2025,
    },
    names: Array.from({ length: 24 }, (_, at) => `Maximiliane Freudenberg-Oppenheimer ${at + 1}`),
    signed: '2025-12-01T09:00:00.000Z',
  },
  'right-to-left': {
    ...ordinary,
    text: 'من يأتي إلينا يساعده أول من يلقاه.',
    ambition: 'أول بيت ينصح به الناس',
    measure: 'أربعة من كل خمسة ضيوف أرسلهم صديق',
    fact: {
      figure: '٦٠٪',
      sentence: '٦٠٪ من الشركات تضع الخدمة أولًا.',
      source: 'مقياس الخدمة',
      year: 2011,
    },
    names: ['سلمى حداد', 'نور عزيز', 'آدم'],
  },
} satisfies Record<string, Data>;
