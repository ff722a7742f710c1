import { hasHeaders, type FeedbackFormat } from './format';

/** The monthly review report of Google Play. */
export const googlePlay: FeedbackFormat = {
  name: 'google-play',
  headerRows: (first) => (hasHeaders(first, 'Package Name', 'Star Rating', 'Review Text') ? 1 : 0),
  roles: {
    'package name': 'machine',
    'app version code': 'machine',
    'app version name': 'machine',
    'reviewer language': 'machine',
    device: 'machine',
    'star rating': 'score',
    'review title': 'comment',
    'review text': 'comment',
    'review link': 'id',
    'review last update date and time': 'machine',
    'review last update millis since epoch': 'machine',
    'developer reply date and time': 'machine',
    'developer reply millis since epoch': 'machine',
    'developer reply text': 'machine',
  },
  dates: ['review submit date and time', 'review submit millis since epoch'],
  scale: 'stars',
};
