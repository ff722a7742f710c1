import type { DataOf } from '../panel';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;
type Sides = Extract<Data['cards'][number], { what: 'sides' }>;
type OfLibrary = Extract<Data['cards'][number], { what: 'library' }>;

const greeting = { what: 'greeting', text: 'Welcome back! Thank you for calling us.' } as const;
const standard = {
  what: 'standard',
  text: 'Everybody who comes in is greeted within 5 seconds.',
  ...{ figure: '5\u00a0seconds', times: 14 },
} as const;
const practice = { what: 'practice', critical: 'Waiting', customer: 'guest' } as const;
const challenge: Data['cards'][number] = {
  what: 'challenge',
  ...{ text: 'thanks to colleagues', count: 38, target: 50, left: 3 },
  others: [{ name: 'Floor', count: null }],
};
const part = { what: 'part', share: 70, turn: 14 } as const;

const model: OfLibrary = {
  what: 'library',
  sort: 'model',
  ...{ title: 'The guest is known by name' },
  ...{ text: 'Welcome back, Mrs. Moors. Thank you for calling us.', when: null, came: null },
  ...{ nth: 0, of: 1, times: 0, credit: 'Front Desk' },
};
const trick: OfLibrary = {
  what: 'library',
  sort: 'trick',
  ...{ title: 'Bread first' },
  ...{ text: 'I bring bread and say how long it takes', when: 'a guest has waited for five minutes' },
  ...{ came: 'Nobody left last Sunday', nth: 0, of: 3, times: 0, credit: null },
};
const tip: OfLibrary = {
  what: 'library',
  sort: 'tips',
  ...{ title: 'Listening', text: 'Let them finish. Then count to two.' },
  ...{ when: null, came: null, nth: 2, of: 7, times: 0, credit: 'Front Desk' },
};
const training: OfLibrary = {
  what: 'library',
  sort: 'training',
  ...{ title: 'Names first' },
  ...{ text: 'Says the guest’s name before the table number', when: null, came: null },
  ...{ nth: 1, of: 3, times: 14, credit: 'Front Desk' },
};

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

const returning: Extract<Data['cards'][number], { what: 'returning' }> = {
  ...{ what: 'returning', by: 'satisfied', customer: 'guest' },
  ...{ returning: { score: 71, n: 118 }, pleased: { score: 84, n: 212 } },
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
  returning: { cards: [returning] },
  returningOfFew: {
    cards: [
      { ...returning, by: 'recommend', returning: { score: 80, n: 10 }, pleased: { score: 55, n: 38 } },
    ],
  },
  challenge: { cards: [challenge] },
  challengeEach: {
    cards: [
      {
        what: 'challenge',
        ...{ text: 'guests greeted by name', count: 22, target: 40, left: 0 },
        others: [
          { name: 'Bar', count: 40 },
          { name: 'Floor', count: 31 },
        ],
      },
    ],
  },
  challengeOver: { cards: [{ ...challenge, left: null }] },
  challengeLongest: {
    cards: [
      {
        what: 'challenge',
        text: 'Rückmeldungen aus der Donaudampfschifffahrtsgesellschaft am selben Tag beantwortet',
        ...{ count: 999, target: 1000, left: 31 },
        others: [
          { name: 'Empfang und Telefonzentrale, Haus Nord', count: 1000 },
          { name: 'Nachtschicht der Wäscherei am Hafen', count: 12 },
          { name: 'Rechtsschutzversicherungsgesellschaften', count: 640 },
        ],
      },
    ],
  },
  sample: { cards: [sample] },
  sampleWithoutValue: { cards: [{ ...sample, value: null }] },
  model: { cards: [model, trick] },
  trick: { cards: [trick] },
  tip: { cards: [tip] },
  training: { cards: [training, { ...training, times: 0 }] },
  short: { cards: [{ ...greeting, text: 'Hello!' }] },
  longest: {
    cards: [
      {
        ...{ ...returning, by: 'recommend', customer: 'colleague' },
        ...{ returning: { score: 100, n: 12_345 }, pleased: { score: 100, n: 12_345 } },
      },
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
  longestOfLibrary: {
    cards: [
      {
        ...trick,
        text: 'Ich bringe die Rechtsschutzversicherungsunterlagen, lese gemeinsam die ersten zwei Seiten und frage, was noch fehlt, ja?',
        when: 'jemand aus der Verwaltungsgemeinschaftsabteilung zum dritten Mal anruft und noch immer keine Antwort bekommen hat, so',
        came: 'Seither rief niemand mehr ein viertes Mal an, und die Unterlagen waren am Ende der Woche vollständig beisammen, alle da.',
        ...{ credit: 'Gemeinschaftsverpflegungs- und Veranstaltungsbetriebe Süd' },
      },
      {
        ...{ ...training, title: 'Beschwerdegesprächsführungsgrundlagenkurs, zweiter' },
        text: 'Wiederholt die Beschwerde in den Worten des Gastes, bevor eine Entschuldigung oder Erklärung kommt, und fragt dann nach.',
        ...{ times: 12_345, credit: 'Gemeinschaftsverpflegungs- und Veranstaltungsbetriebe Süd' },
      },
    ],
  },
  'right-to-left': {
    cards: [
      {
        what: 'standard',
        ...{ text: 'نرحّب بكل من يدخل خلال 5 ثوانٍ.', figure: '5\u00a0ثوانٍ', times: 3 },
      },
      {
        what: 'challenge',
        ...{ text: 'ضيوف رُحّب بهم بأسمائهم', count: 11, target: 40, left: 5 },
        others: [{ name: 'فريق الصالة', count: null }],
      },
      { what: 'greeting', text: 'أهلًا بعودتكم! شكرًا على اتصالكم بنا.' },
      { ...practice, critical: 'الانتظار' },
      { ...sides, from: '2026-09' },
      { ...returning, by: 'easy' },
      {
        ...{ ...training, title: 'الاسم أولًا', text: 'يقول اسم الضيف قبل رقم الطاولة' },
        credit: 'مكتب الاستقبال',
      },
    ],
  },
} satisfies Record<string, Data>;
