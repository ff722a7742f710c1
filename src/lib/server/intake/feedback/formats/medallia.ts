import { hasHeaders, type FeedbackFormat } from './format';

/** Medallia Agent Connect; it names staff and customers, who stay out. */
export const medallia: FeedbackFormat = {
  name: 'medallia',
  headerRows: (first) => (hasHeaders(first, 'request_id', 'response_received_at', 'star_rating') ? 1 : 0),
  roles: {
    request_id: 'id',
    request_sent_at: 'machine',
    star_rating: 'score',
    comments: 'comment',
    brand: 'touchpoint',
    customer_name: 'private',
    request_sent_to: 'private',
    employee_first_name: 'private',
    employee_last_name: 'private',
    employee_email: 'private',
    employee_custom_id: 'private',
    external_url: 'private',
    ext_interaction_id: 'private',
    tags: 'machine',
  },
  dates: ['response_received_at'],
  scale: 'stars',
};
