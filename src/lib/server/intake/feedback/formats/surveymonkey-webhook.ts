import { isObject, type FeedbackFormat } from './format';

/** SurveyMonkey's webhook tells only that an answer came; the answer itself is not in it. */
export const surveymonkeyWebhook: FeedbackFormat = {
  name: 'surveymonkey-webhook',
  json(document) {
    const calls = Array.isArray(document) ? document : [document];
    const known = calls.every(
      (call) => isObject(call) && String(call.event_type).startsWith('response_') && 'object_id' in call,
    );
    return known && calls.length > 0 ? { records: [] } : undefined;
  },
};
