import type { DataOf } from '../panel';
import type { panel } from './panel';
import { qrCode } from '../qr';

type Data = DataOf<typeof panel>;

const ask = 'http://huddle.local:3000/ask/harbour-kitchen';
const join = 'http://huddle.local:3000/team/harbour-kitchen?join=5kq2m8xw';

const ordinary: Data = {
  team: 'Harbour Kitchen',
  customer: 'guest',
  youSaid: 'I never knew how long the wait would be.',
  weDid: 'Now we tell you the wait before you ask.',
  signedBy: 'Dana, team leader',
  cosignedBy: 'Ravi',
  served: 1960,
  answered: 402,
  audience: 'customers',
  question: 'How are we doing?',
  phrase: null,
  code: { ...qrCode(ask), address: ask },
  leader: null,
  asOf: '2026-11-20T08:00:00Z',
};

const nothing = {
  youSaid: null,
  weDid: null,
  signedBy: null,
  cosignedBy: null,
  served: null,
  answered: null,
  asOf: null,
};

export const examples = {
  ordinary,
  staff: {
    ...ordinary,
    audience: 'staff',
    phrase: { text: 'What could we do better for you today?', asked: 14 },
    leader: {
      name: 'Dana',
      express: 'My mother waits alone at such tables. I want nobody to guess.',
      reinforce: 'You told every table the wait, on the fullest Saturday, too.',
    },
    code: { ...qrCode(join), address: join },
  },
  empty: { ...ordinary, ...nothing, question: null },
  emptyStaff: {
    ...ordinary,
    ...nothing,
    audience: 'staff',
    answered: 37,
    phrase: {
      text: 'Gibt es irgendetwas, womit wir Ihnen den heutigen Aufenthalt noch angenehmer machen können?',
      asked: 1,
    },
    leader: { name: 'Dana', express: 'I began at the bar myself, and nobody asked me.', reinforce: null },
    code: { ...qrCode(join), address: join },
  },
  /** Only one of the two sentences, one answer, nobody signed. */
  one: { ...ordinary, youSaid: null, signedBy: null, cosignedBy: null, served: null, answered: 1 },
  longest: {
    ...ordinary,
    team: 'Rechtsschutzversicherungsgesellschaft Nord',
    youSaid:
      'Ich wusste nie, wie lange es noch dauert: erst hieß es zehn Minuten, dann zwanzig, dann war die Küche zu, und am Ende standen wir mit zwei müden Kindern im Regen vor der Tür, ohne dass uns jemand sagen konnte, ob überhaupt noch etwas kommt. Dabei wäre ein Satz genug gewesen, gleich am Anfang, damit wir hätten entscheiden können, ob wir warten oder lieber weitergehen, statt eine ganze Stunde lang zu hoffen.',
    weDid:
      'Jetzt nennen wir die Wartezeit, bevor jemand fragen muss: Der Empfang ruft alle fünfzehn Minuten in der Küche an, schreibt die Zeit an die Tafel und sagt sie jedem Gast, der hereinkommt. Dauert es länger als versprochen, gehen wir an den Tisch, sagen es selbst und bringen den Kindern etwas zu malen. Und wer lieber weiterzieht, bekommt von uns eine Empfehlung in der Nachbarschaft.',
    signedBy: 'Maximiliane-Christina von und zu Hohenlohe, Teamleiterin',
    cosignedBy: 'Annegret-Wilhelmine Oberhauser-Lindenbaum',
    served: 1_234_567,
    answered: 98_765,
    leader: {
      name: 'Maximiliane-Christina von und zu Hohenlohe',
      express:
        'Weil ich selbst einmal eine Stunde vor unserer Rechtsschutzversicherungsgesellschaft stand und niemand mir sagte, ob es weitergeht; das soll keinem mehr passieren.',
      reinforce:
        'Ihr habt an jedem einzelnen Tisch die Wartezeit gesagt, auch am Samstagabend, als alles voll war, und den Kindern etwas zu malen gebracht, ohne dass wer fragte.',
    },
    question:
      'Wie wahrscheinlich ist es, dass Sie unsere Rechtsschutzversicherungsgesellschaft weiterempfehlen?',
  },
  rightToLeft: {
    ...ordinary,
    team: 'مطبخ الميناء',
    youSaid: 'لم أكن أعرف كم سيطول الانتظار.',
    weDid: 'الآن نخبركم بمدة الانتظار قبل أن تسألوا.',
    signedBy: 'دانة، قائدة الفريق',
    cosignedBy: 'رافي',
    leader: {
      name: 'دانة',
      express: 'لا أريد أن يخمّن أحد كم سينتظر.',
      reinforce: 'أخبرتم كل طاولة بمدة الانتظار حتى في أكثر الأيام ازدحامًا.',
    },
    question: 'كيف كان يومكم عندنا؟',
  },
} satisfies Record<string, Data>;
