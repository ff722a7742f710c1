import type { DataOf } from '../panel';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;
type Sides = Extract<Data['cards'][number], { what: 'sides' }>;

const greeting = { what: 'greeting', text: 'Welcome back! Thank you for calling us.' } as const;
const standard = {
  what: 'standard',
  text: 'Everybody who comes in is greeted within 5 seconds.',
  ...{ figure: '5\u00a0seconds', times: 14 },
} as const;
const practice = { what: 'practice', critical: 'Waiting', customer: 'guest' } as const;
const part = { what: 'part', share: 70, turn: 14 } as const;

const sample = {
  what: 'sample',
  text: 'They told me the wait before I asked, and the soup came while it was hot.',
  ...{ value: 9, question: 'Did your food come when we said it would?', target: 70 },
  ...{ due: '2026-12-31', today: '2026-11-22' },
} as const;

const sides: Sides = {
  ...{ what: 'sides', form: 'share', from: '2026-10', to: '2026-10', customer: 'guest' },
  ...{ customers: { score: 84, n: 212 }, team: { score: 64, n: 11 } },
};

export const examples = {
  ordinary: { cards: [standard, greeting, practice, part] },
  greeting: { cards: [greeting] },
  practice: { cards: [practice] },
  part: { cards: [part] },
  sides: { cards: [sides] },
  sidesInPoints: {
    cards: [
      {
        ...{ ...sides, form: 'points', from: '2026-08' },
        ...{ customers: { score: 41, n: 212 }, team: { score: -9, n: 11 } },
      },
    ],
  },
  sample: { cards: [sample] },
  sampleWithoutValue: { cards: [{ ...sample, value: null }] },
  short: { cards: [{ ...greeting, text: 'Hello!' }] },
  longest: {
    cards: [
      {
        what: 'standard',
        text: 'Rechtsschutzversicherungsgesellschaften antworten auf jede Anfrage in 2880 Minuten, stets!',
        ...{ figure: '2880\u00a0Minuten', times: 12_345 },
      },
      {
        what: 'greeting',
        text: 'Donaudampfschifffahrtsgesellschaft, guten Morgen, Maximiliane Freudenberg-Oppenheimer hier',
      },
      { what: 'practice', critical: 'Lieferverzögerungsbenachrichtigungspünktlichk', customer: 'colleague' },
    ],
  },
  'right-to-left': {
    cards: [
      {
        what: 'standard',
        ...{ text: 'نرحّب بكل من يدخل خلال 5 ثوانٍ.', figure: '5\u00a0ثوانٍ', times: 3 },
      },
      { what: 'greeting', text: 'أهلًا بعودتكم! شكرًا على اتصالكم بنا.' },
      { ...practice, critical: 'الانتظار' },
      { ...sides, from: '2026-09' },
    ],
  },
} satisfies Record<string, Data>;
