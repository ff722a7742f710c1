import type { FeedbackFormat } from './format';

/** Google Forms: a local time without a zone, the questions. */
export const googleForms: FeedbackFormat = {
  name: 'google-forms',
  headerRows: (first) =>
    /^(timestamp|zeitstempel|marca temporal|horodateur|informazioni cronologiche|carimbo de data\/hora|tijdstempel|طابع زمني)$/i.test(
      first[0]?.[0] ?? '',
    )
      ? 1
      : 0,
  roles: { 'email address': 'private', username: 'private' },
  dates: [
    'timestamp',
    'zeitstempel',
    'marca temporal',
    'horodateur',
    'informazioni cronologiche',
    'carimbo de data/hora',
    'tijdstempel',
    'طابع زمني',
  ],
};
