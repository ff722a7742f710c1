import { starWords } from '../word-scales';
import { isObject, objectsIn, type FeedbackFormat } from './format';

/** Reviews of the Google Business Profile: stars in words, a reply of ours that is no customer's. */
export const googleBusiness: FeedbackFormat = {
  name: 'google-business',
  json(document) {
    const reviews = objectsIn(isObject(document) ? document.reviews : document);
    const known =
      reviews.length > 0 && reviews.every((review) => 'reviewId' in review && 'starRating' in review);
    return known ? { records: reviews } : undefined;
  },
  roles: {
    reviewid: 'id',
    name: 'machine',
    starrating: 'score',
    comment: 'comment',
    createtime: 'at',
    updatetime: 'machine',
  },
  beginnings: { 'reviewer.': 'private', 'reviewreply.': 'machine' },
  dates: ['createtime', 'updatetime'],
  words: starWords,
  clock: ['updatetime'],
  news: true,
};
