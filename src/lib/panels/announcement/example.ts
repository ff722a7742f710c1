import { pagesOf, richText, rowsOf } from '../../domain/rich-text';
import type { DataOf } from '../panel';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;

const rows = (text: string) => rowsOf(richText(text));

const tasting: Data['announcements'][number] = {
  id: 'tasting',
  title: 'New menu from Monday',
  page: 1,
  pages: 1,
  rows: rows('Tasting today at three in the back room. Come hungry, and say what you think.'),
  at: '2026-11-20T08:00:00Z',
  until: '2026-11-23T18:00:00Z',
};

const paged: Data['announcements'] = pagesOf(
  rows(
    'Ab dem ersten Dezember gelten die neuen Regeln zur Arbeitsunfähigkeitsbescheinigung und zur Rufbereitschaft. Bitte meldet euch wie bisher vor Schichtbeginn bei der Schichtleitung, danach genügt die elektronische Bescheinigung. Fragen beantwortet die Betriebsratsversammlung am Donnerstag um vierzehn Uhr im großen Pausenraum; wer nicht kommen kann, findet die Antworten danach am Brett neben der Tür zur Umkleide.',
  ),
).map((rows, i, { length: pages }) => ({
  ...tasting,
  title: 'Betriebsratsversammlung und Arbeitsunfähigkeitsbescheinigungen: was sich ab Dezember ändert',
  rows,
  page: i + 1,
  pages,
}));

export const examples = {
  ordinary: { announcements: [tasting] },
  titleOnly: {
    announcements: [{ ...tasting, title: 'The lift is out of order today', rows: [], until: null }],
  },
  short: { announcements: [{ ...tasting, title: 'Fire drill', rows: rows('Thursday at ten.') }] },
  /** Too long for one page. */
  longest: { announcements: paged },
  rich: {
    announcements: [
      {
        ...tasting,
        title: 'The winter menu is here',
        rows: rows(
          'Tasting **today at three**, in the *back* room.\n- Pumpkin soup, no cream\n- Trout, bones out\n- Plum cake',
        ),
      },
    ],
  },
  steps: {
    announcements: [
      {
        ...tasting,
        title: 'Closing up',
        rows: rows(
          '# From tonight\n1. Count the till\n2. Lights off in the cold store\n3. Key to the **night porter**',
        ),
      },
    ],
  },
  rightToLeft: {
    announcements: [
      {
        ...tasting,
        title: 'قائمة جديدة من يوم الاثنين',
        rows: rows('تذوّق اليوم الساعة الثالثة في الغرفة الخلفية. تعالوا جائعين وقولوا لنا رأيكم.'),
      },
    ],
  },
  many: {
    announcements: [
      tasting,
      { ...tasting, id: 'drill', title: 'Fire drill', rows: rows('Thursday at ten.'), until: null },
      { ...tasting, id: 'lift', title: 'The lift works again', rows: [], until: null },
    ],
  },
} satisfies Record<string, Data>;
