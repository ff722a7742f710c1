import type { FeedbackFormat } from './format';

/** Google Forms: a local time without a zone, the questions. */
export const googleForms: FeedbackFormat = {
  name: 'google-forms',
  headerRows: (first) =>
    /^(timestamp|zeitstempel|marca temporal|horodateur)$/i.test(first[0]?.[0] ?? '') ? 1 : 0,
  roles: { 'email address': 'private', username: 'private' },
  dates: ['timestamp', 'zeitstempel', 'marca temporal', 'horodateur'],
};
