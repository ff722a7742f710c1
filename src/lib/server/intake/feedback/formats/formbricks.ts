import { hasHeaders, says, type FeedbackFormat } from './format';

/** Formbricks: its number starts anew with each export, the response id does not. */
export const formbricks: FeedbackFormat = {
  name: 'formbricks',
  headerRows: (first) => (hasHeaders(first, 'Response ID', 'Timestamp', 'Finished', 'Survey ID') ? 1 : 0),
  roles: {
    'no.': 'machine',
    'response id': 'id',
    finished: 'machine',
    quotas: 'machine',
    'survey id': 'machine',
    'formbricks id (internal)': 'private',
    'user id': 'private',
    tags: 'machine',
    'verified email': 'private',
  },
  dates: ['timestamp'],
  keepsOut: (cell) => (says(cell('finished'), 'no', 'false') ? 'unfinished' : undefined),
};
