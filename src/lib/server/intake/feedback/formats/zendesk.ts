import { goodOrBad } from '../word-scales';
import { isObject, objectsIn, type FeedbackFormat } from './format';

/** Zendesk's satisfaction ratings (its older CSAT): only good and bad were answered, the rest was merely offered. */
export const zendesk: FeedbackFormat = {
  name: 'zendesk-csat',
  json(document) {
    const list = isObject(document)
      ? (document.satisfaction_ratings ?? [document.satisfaction_rating])
      : document;
    const ratings = objectsIn(list);
    const known =
      ratings.length > 0 &&
      ratings.every(
        (rating) =>
          'score' in rating && 'created_at' in rating && ('ticket_id' in rating || 'reason_code' in rating),
      );
    return known ? { records: ratings } : undefined;
  },
  roles: {
    id: 'id',
    url: 'private',
    assignee_id: 'private',
    group_id: 'machine',
    requester_id: 'private',
    ticket_id: 'private',
    score: 'score',
    comment: 'comment',
    reason: 'machine',
    reason_id: 'machine',
    reason_code: 'machine',
    created_at: 'at',
    updated_at: 'machine',
  },
  dates: ['created_at'],
  words: goodOrBad,
  clock: ['updated_at'],
  news: true,
};
