import type { DataOf } from '../panel';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;

const tasting: Data['announcements'][number] = {
  id: 'tasting',
  title: 'New menu from Monday',
  text: 'Tasting today at three in the back room. Come hungry, and say what you think.',
  at: '2026-11-20T08:00:00Z',
  until: '2026-11-23T18:00:00Z',
};

export const examples = {
  ordinary: { announcements: [tasting] },
  titleOnly: {
    announcements: [{ ...tasting, title: 'The lift is out of order today', text: '', until: null }],
  },
  short: { announcements: [{ ...tasting, title: 'Fire drill', text: 'Thursday at ten.' }] },
  longest: {
    announcements: [
      {
        ...tasting,
        title: 'Betriebsratsversammlung und Arbeitsunfähigkeitsbescheinigungen: was sich ab Dezember ändert',
        text: 'Ab dem ersten Dezember gelten die neuen Regeln zur Arbeitsunfähigkeitsbescheinigung und zur Rufbereitschaft. Bitte meldet euch wie bisher vor Schichtbeginn bei der Schichtleitung, danach genügt die elektronische Bescheinigung. Fragen beantwortet die Betriebsratsversammlung am Donnerstag um vierzehn Uhr im großen Pausenraum; wer nicht kommen kann, findet die Antworten danach am Brett neben der Tür zur Umkleide.',
      },
    ],
  },
  rightToLeft: {
    announcements: [
      {
        ...tasting,
        title: 'قائمة جديدة من يوم الاثنين',
        text: 'تذوّق اليوم الساعة الثالثة في الغرفة الخلفية. تعالوا جائعين وقولوا لنا رأيكم.',
      },
    ],
  },
  many: {
    announcements: [
      tasting,
      { ...tasting, id: 'drill', title: 'Fire drill', text: 'Thursday at ten.', until: null },
      { ...tasting, id: 'lift', title: 'The lift works again', text: '', until: null },
    ],
  },
} satisfies Record<string, Data>;
