import { isObject, objectsIn, type FeedbackFormat } from './format';

const isResponse = (value: unknown): boolean =>
  isObject(value) && 'survey_type' in value && 'score' in value && 'permalink' in value;

/** Delighted: the event of a webhook, or the list of its API. The comment mostly comes in a later event. */
export const delighted: FeedbackFormat = {
  name: 'delighted',
  json(document) {
    const events = Array.isArray(document) ? document : [document];
    if (events.every((event) => isObject(event) && isObject(event.event_data) && 'event_type' in event)) {
      const answers = objectsIn(events).filter(({ event_type: type }) =>
        String(type).startsWith('survey_response.'),
      );
      const known =
        answers.length > 0 ||
        objectsIn(events).some(({ event_type: type }) => type === 'unsubscribe.created');
      return known ? { records: objectsIn(answers.map(({ event_data: data }) => data)) } : undefined;
    }
    return events.length > 0 && events.every(isResponse) ? { records: objectsIn(events) } : undefined;
  },
  roles: {
    id: 'id',
    person: 'private',
    score: 'score',
    comment: 'comment',
    survey_type: 'machine',
    permalink: 'private',
    updated_at: 'machine',
    notes: 'machine',
    tags: 'machine',
  },
  beginnings: { 'person.': 'private', 'notes.': 'machine' },
  dates: ['created_at', 'updated_at'],
  kind: { column: 'survey_type', scales: { nps: { scale: '0-10' } } },
  clock: ['updated_at'],
  news: true,
};
