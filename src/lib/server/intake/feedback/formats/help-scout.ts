import { isObject, objectsIn, type FeedbackFormat } from './format';

/** Help Scout's webhook: the value is an emoji, a word or a number, as the survey was built. */
export const helpScout: FeedbackFormat = {
  name: 'help-scout',
  json(document) {
    const events = Array.isArray(document) ? document : [document];
    const answers = events.flatMap((event) =>
      isObject(event) &&
      isObject(event.response) &&
      'value' in event.response &&
      'timestamp' in event.response
        ? [
            {
              ...event.response,
              ...(typeof event.id === 'string' || typeof event.id === 'number' ? { id: event.id } : {}),
            },
          ]
        : [],
    );
    return answers.length > 0 && answers.length === events.length
      ? { records: objectsIn(answers) }
      : undefined;
  },
  roles: {
    id: 'id',
    name: 'private',
    value: 'score',
    category: 'machine',
    comment: 'comment',
    timestamp: 'at',
  },
  dates: ['timestamp'],
  news: true,
};
