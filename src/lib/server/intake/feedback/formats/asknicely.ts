import { hasHeaders, type FeedbackFormat } from './format';

/** AskNicely's responses as a table. */
export const asknicely: FeedbackFormat = {
  name: 'asknicely',
  headerRows: (first) => (hasHeaders(first, 'response_id', 'answer', 'responded', 'question_type') ? 1 : 0),
  roles: {
    response_id: 'id',
    contact_id: 'private',
    name: 'private',
    email: 'private',
    answer: 'score',
    answerlabel: 'machine',
    comment: 'comment',
    note: 'private',
    publishedname: 'private',
  },
  dates: ['responded'],
};
