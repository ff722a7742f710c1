import { hasHeaders, isObject, objectsIn, type FeedbackFormat } from './format';

const lists = ['results', 'rawresults', 'openfeedback', 'followup', 'feedback'];

/** HappyOrNot: `r` counts from 0, very unhappy, unless the survey says that its scale is reversed. */
export const happyOrNot: FeedbackFormat = {
  name: 'happyornot',
  headerRows: (first) => (hasHeaders(first, 'ts', 'r') ? 1 : 0),
  json(document) {
    const top = isObject(document) ? document : {};
    const survey = isObject(top.survey) ? top.survey : top;
    const list = Array.isArray(document) ? document : lists.map((name) => top[name]).find(Array.isArray);
    const answers = objectsIn(list);
    if (answers.length === 0 || !answers.every((answer) => 'ts' in answer && 'r' in answer)) return undefined;
    const { feedbackScale } = survey;
    return { records: answers.map((answer) => (feedbackScale ? { feedbackScale, ...answer } : answer)) };
  },
  roles: {
    ts: 'at',
    r: 'score',
    relevance: 'machine',
    feedbackscale: 'machine',
    indextype: 'machine',
    surveytype: 'machine',
  },
  dates: ['ts'],
  kind: {
    column: 'feedbackscale',
    scales: {
      four: { scale: '0-3' },
      five: { scale: '0-4' },
      five_reversed: { scale: '0-4', reversed: true },
    },
  },
};
