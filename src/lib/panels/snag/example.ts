import type { DataOf } from '../panel';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;

const refund: Data['snags'][number] = {
  id: 'refund',
  rule: 'Only the shift lead may take a dish off the bill.',
  verdict: 'changed',
  text: 'Whoever serves the table decides, up to 30 pounds.',
  mission: 'Everybody leaves warm, fed and glad they came.',
};
const kept: Data['snags'][number] = {
  ...refund,
  id: 'leftovers',
  rule: 'Soup does not leave the house.',
  verdict: 'kept',
  text: 'It cools too fast to be safe. We offer bread instead, and say so.',
};

export const examples = {
  ordinary: { snags: [refund] },
  kept: { snags: [kept] },
  short: { snags: [{ ...refund, rule: 'No dogs.', text: 'They may.', mission: 'Good soup.' }] },
  longest: {
    snags: [
      {
        id: 'longest',
        rule: 'Rechtsschutzversicherungsgesellschaften beantworten Lieferverzögerungsbenachrichtigungen nur schriftlich, außer werktag',
        verdict: 'kept',
        text: 'Donaudampfschifffahrtsgesellschaftskapitäne unterschreiben weiterhin, weil das Verantwortungsbewusstsein der Verwaltungsabteilung sonst bei niemandem läge, wirklich.',
        mission:
          'Jeder Mensch bekommt bei uns ohne Rindfleischetikettierungsüberwachung innerhalb einer Stunde eine gute, warme Antwort.',
      },
    ],
  },
  rightToLeft: {
    snags: [
      {
        id: 'right-to-left',
        rule: 'لا يُلغى طبق من الفاتورة إلا بتوقيع المسؤول.',
        verdict: 'changed',
        text: 'من يخدم الطاولة يقرر بنفسه.',
        mission: 'يغادر كل ضيف راضيًا.',
      },
    ],
  },
  many: { snags: [refund, kept, { ...refund, id: 'three', rule: 'We close at ten sharp.' }] },
} satisfies Record<string, Data>;
