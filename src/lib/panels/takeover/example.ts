import type { DataOf } from '../panel';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;

const drill: Data = {
  tone: 'alarm',
  title: 'Fire drill now',
  text: 'Leave by the back stairs. We meet at the bicycle stand.',
  until: '2026-11-22T14:30:00Z',
};
const huddle: Data = {
  tone: 'call',
  title: 'Everyone to the huddle',
  text: 'By the coffee machine, ten minutes.',
  until: '2026-11-22T14:27:00Z',
};

export const examples = {
  ordinary: drill,
  call: huddle,
  titleOnly: { ...drill, title: 'Evacuate', text: '', until: '2026-11-22T14:13:00Z' },
  callShort: { ...huddle, title: 'Huddle!', text: '', until: '2026-11-23T08:00:00Z' },
  longest: {
    ...drill,
    title: 'Feuerwehreinsatzübung im Verwaltungsgebäude: alle sofort raus',
    text: 'Bitte lasst alles liegen, schließt die Fenster, nehmt Besucherinnen und Besucher mit und geht über die hintere Treppe zum Sammelplatz am Fahrradständer beim Tor 3.',
  },
  callLongest: {
    ...huddle,
    title: 'Außerordentliche Betriebsversammlung im großen Saal um zehn',
    text: 'Die Schichtleitungen bleiben bitte an ihren Plätzen, bis sie abgelöst werden; für alle anderen gilt: jetzt, gleich, und bringt gern eine Tasse Kaffee mit in den Saal.',
  },
  rightToLeft: {
    ...drill,
    title: 'تمرين إخلاء الآن',
    text: 'اخرجوا من الدرج الخلفي. نلتقي عند موقف الدراجات.',
  },
  callRightToLeft: { ...huddle, title: 'الجميع إلى الاجتماع', text: 'عند آلة القهوة، عشر دقائق.' },
} satisfies Record<string, Data>;
