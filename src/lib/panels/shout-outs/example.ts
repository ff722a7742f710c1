import type { DataOf } from '../panel';
import type { panel } from './panel';
import { valueIcon } from './value-icons';

type Data = DataOf<typeof panel>;

const tomasz: Data['shoutOuts'][number] = {
  id: 'tomasz',
  to: 'Tomasz',
  toArea: 'Dishwash',
  from: 'Amira',
  fromArea: 'Floor',
  behaviour: 'You walked a guest to her taxi under your own umbrella, in the middle of the rush.',
  value: { name: 'Nobody leaves alone', icon: valueIcon('umbrella') },
  award: null,
  goal: false,
  too: 9,
  at: '2026-11-22T14:10:00Z',
};

export const examples = {
  ordinary: { shoutOuts: [tomasz] },
  /** Nothing but what must be there. */
  bare: {
    shoutOuts: [
      {
        id: 'bo',
        to: 'Bo',
        toArea: null,
        from: 'Eve',
        fromArea: null,
        behaviour: 'You stayed.',
        value: null,
        award: null,
        goal: false,
        too: 0,
        at: '2026-11-21T09:10:00Z',
      },
    ],
  },
  twoNames: {
    shoutOuts: [
      {
        ...tomasz,
        id: 'maria',
        to: 'Maria-Magdalena Sørensen',
        behaviour: 'You noticed that table nine had waited, and told them so before they had to ask.',
        value: { name: 'We say it first', icon: valueIcon('message-circle') },
        award: null,
        goal: false,
        too: 0,
        at: '2026-11-22T11:40:00Z',
      },
    ],
  },
  team: {
    shoutOuts: [
      {
        ...tomasz,
        id: 'night',
        to: 'the whole night shift',
        toArea: null,
        behaviour: 'You set up breakfast for us when the delivery came at five.',
        value: { name: 'One team', icon: valueIcon('users') },
        award: null,
        goal: false,
        too: 0,
        at: '2026-11-19T05:40:00Z',
      },
    ],
  },
  longest: {
    shoutOuts: [
      {
        id: 'longest',
        to: 'Wolfeschlegelsteinhausenbergerdorff-Meier',
        toArea: 'Donaudampfschifffahrtsgesellschaft',
        from: 'Maximiliane-Christina von und zu Hohenlohe',
        fromArea: 'Rechtsschutzversicherungsgesellschaften',
        behaviour:
          'Beim Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz hast du allen geholfen: Du hast jeden Lieferschein geprüft, die Kolleginnen am Empfang angerufen, den Gästen die Wartezeit erklärt, Kaffee gebracht, die Kinder beschäftigt, den Fahrer beruhigt, den Kühlraum umgeräumt, die Spätschicht vorbereitet und am Ende noch gefragt, ob jemand eine Mitfahrgelegenheit nach Hause braucht. Danke dafür von uns allen!',
        value: { name: 'Verantwortungsbewusstsein füreinander', icon: valueIcon('handshake') },
        award: null,
        goal: false,
        too: 0,
        at: '2026-11-20T14:10:00Z',
      },
    ],
  },
  rightToLeft: {
    shoutOuts: [
      {
        id: 'layla',
        to: 'ليلى',
        toArea: 'المطبخ',
        from: 'عمر',
        fromArea: 'الصالة',
        behaviour: 'رافقتِ ضيفة مسنّة إلى سيارتها تحت المطر وحملتِ عنها حقائبها.',
        value: { name: 'لا أحد يغادر وحيدًا', icon: valueIcon('umbrella') },
        award: null,
        goal: false,
        too: 0,
        at: '2026-11-22T12:10:00Z',
      },
    ],
  },
  award: {
    shoutOuts: [{ ...tomasz, award: 'The silver ladle', goal: true }],
  },
  many: {
    shoutOuts: [
      tomasz,
      ...['Amira', 'Ravi', 'Giulia', 'Noor', 'Finn'].map((to, index) => ({
        ...tomasz,
        id: to,
        to,
        at: `2026-11-${21 - index}T10:00:00Z`,
      })),
    ],
  },
} satisfies Record<string, Data>;
