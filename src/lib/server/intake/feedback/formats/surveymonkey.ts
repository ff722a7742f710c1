import { hasHeaders, type FeedbackFormat } from './format';

/** SurveyMonkey: the question, and below it the choice; nothing below the respondent's own columns. */
export const surveymonkey: FeedbackFormat = {
  name: 'surveymonkey',
  headerRows: (first) => {
    if (!hasHeaders(first, 'Respondent ID', 'Collector ID')) return 0;
    const below = first[1] ?? [];
    return below[0] === '' && below[1] === '' ? 2 : 1;
  },
  roles: {
    'respondent id': 'id',
    'collector id': 'machine',
    'start date': 'machine',
    'ip address': 'private',
    'email address': 'private',
    'first name': 'private',
    'last name': 'private',
    'custom data 1': 'private',
  },
  dates: ['end date', 'date modified', 'date created', 'start date'],
};
