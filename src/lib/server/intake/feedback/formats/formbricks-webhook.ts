import { isObject, objectsIn, says, type FeedbackFormat } from './format';

/** Formbricks' webhook: answers by the questions' ids; a response is told of when it begins, changes and is finished. */
export const formbricksWebhook: FeedbackFormat = {
  name: 'formbricks-webhook',
  json(document) {
    const events = Array.isArray(document) ? document : [document];
    const ours = (event: unknown) =>
      isObject(event) &&
      /^response(Created|Updated|Finished)$/.test(String(event.event)) &&
      isObject(event.data);
    if (events.length === 0 || !events.every(ours)) return undefined;
    return {
      records: objectsIn(events.map((event) => (event as { data: unknown }).data)).map(
        ({ id, surveyId, finished, createdAt, updatedAt, data, language, contactAttributes }) => ({
          id,
          surveyId,
          finished,
          createdAt,
          updatedAt,
          language,
          contactAttributes,
          ...(isObject(data) ? data : {}),
        }),
      ),
    };
  },
  roles: {
    id: 'id',
    surveyid: 'machine',
    finished: 'machine',
    createdat: 'at',
    updatedat: 'machine',
    language: 'machine',
  },
  beginnings: { 'contactattributes.': 'private' },
  dates: ['createdat'],
  clock: ['updatedat'],
  news: true,
  keepsOut: (cell) => (says(cell('finished'), 'false', 'no') ? 'unfinished' : undefined),
};
