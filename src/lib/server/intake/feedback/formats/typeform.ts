import { hasHeaders, says, type FeedbackFormat } from './format';

/** Typeform: `#`, the questions, the dates in UTC at the end. */
export const typeform: FeedbackFormat = {
  name: 'typeform',
  headerRows: (first) => {
    if (hasHeaders(first, '#') && first[0]?.some((cell) => /^(submit|start) date \(utc\)$/i.test(cell)))
      return 1;
    // A table made from it: the questions first, `#` and the choices below.
    return first[0]?.[0] === '' && first[1]?.[0] === '#' ? 2 : 0;
  },
  roles: {
    '#': 'id',
    'response type': 'machine',
    'start date (utc)': 'machine',
    'stage date (utc)': 'machine',
    'network id': 'private',
    tags: 'machine',
    ending: 'machine',
  },
  dates: ['submit date (utc)', 'stage date (utc)', 'start date (utc)'],
  keepsOut: (cell) => (says(cell('response type'), 'partial', 'started') ? 'unfinished' : undefined),
};
