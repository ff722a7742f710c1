import { isObject, objectsIn, type FeedbackFormat } from './format';

/** Trustpilot's webhook: several events in one call, and reviews that are taken back. */
export const trustpilot: FeedbackFormat = {
  name: 'trustpilot',
  json(document) {
    const calls = Array.isArray(document) ? document : [document];
    const events = calls.flatMap((call) => (isObject(call) ? objectsIn(call.events) : []));
    const ours = events.filter(
      ({ eventName, eventData }) =>
        /-review-(created|updated|deleted)$/.test(String(eventName)) && isObject(eventData),
    );
    if (ours.length === 0 || !calls.every((call) => isObject(call) && 'events' in call)) return undefined;
    return {
      records: ours.map(({ eventName, eventData }) => ({ eventName, ...(eventData as object) })),
    };
  },
  roles: {
    eventname: 'machine',
    id: 'id',
    stars: 'score',
    title: 'comment',
    text: 'comment',
    createdat: 'at',
    updatedat: 'machine',
    language: 'machine',
    referenceid: 'private',
    link: 'private',
  },
  beginnings: { 'consumer.': 'private', 'businessunit.': 'machine' },
  dates: ['createdat'],
  scale: 'stars',
  clock: ['updatedat'],
  takesBack: (cell) => cell('eventname').endsWith('-deleted'),
  news: true,
};
