import { hasHeaders, isObject, objectsIn, type FeedbackFormat } from './format';

/** AskNicely's responses as a table, or as the list of its API. */
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
    status: 'machine',
    question_type: 'machine',
    published: 'machine',
    publishedname: 'private',
  },
  dates: ['responded'],
  kind: {
    column: 'question_type',
    scales: { nps: { scale: '0-10' }, fivestar: { scale: 'stars' } },
  },
};

/** AskNicely's webhook: no name of an event, a count that rises with each update, scores and times as text. */
export const asknicelyWebhook: FeedbackFormat = {
  name: 'asknicely-webhook',
  json(document) {
    const events = Array.isArray(document) ? document : [document];
    const known = events.every(
      (event) =>
        isObject(event) &&
        'count' in event &&
        isObject(event.person) &&
        isObject(event.question) &&
        'score' in event.question,
    );
    if (!known || events.length === 0) return undefined;
    return {
      records: objectsIn(events).map(({ question, person, count }) => ({
        ...(question as object),
        person,
        count,
      })),
    };
  },
  roles: {
    id: 'id',
    score: 'score',
    comment: 'comment',
    count: 'machine',
    sent: 'machine',
    opened: 'machine',
    deliverymethod: 'machine',
    survey_template: 'machine',
    review_site: 'machine',
    theme: 'machine',
    life_cycle: 'machine',
  },
  beginnings: { 'person.': 'private', scorecard: 'machine' },
  dates: ['responded'],
  clock: ['count'],
  news: true,
};
