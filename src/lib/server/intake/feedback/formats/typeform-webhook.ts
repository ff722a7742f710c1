import { isObject, objectsIn, type FeedbackFormat, type Hint, type JsonRecord } from './format';

/** What a field's type says of its answers. */
const byType: Record<string, Hint> = {
  nps: { role: 'score', scale: '0-10' },
  rating: { role: 'score' },
  opinion_scale: { role: 'score' },
  email: { role: 'private' },
  phone_number: { role: 'private' },
  contact_info: { role: 'private' },
  address: { role: 'private' },
  file_upload: { role: 'private' },
  website: { role: 'private' },
  payment: { role: 'private' },
};

/** An answer's text: the member that its type names, with the words of choices. */
function answerOf(answer: JsonRecord): unknown {
  const value = answer[String(answer.type)];
  if (!isObject(value)) return value;
  const labels = Array.isArray(value.labels) ? value.labels : [];
  return value.label ?? [...labels, ...(value.other ? [value.other] : [])];
}

/** Typeform's webhook: the answers name their fields by id, the titles stand in the form's definition. */
export const typeformWebhook: FeedbackFormat = {
  name: 'typeform-webhook',
  json(document) {
    const events = Array.isArray(document) ? document : [document];
    const ours = (event: unknown) =>
      isObject(event) &&
      /^form_response(_partial)?$/.test(String(event.event_type)) &&
      isObject(event.form_response);
    if (events.length === 0 || !events.every(ours)) return undefined;
    const hints: Record<string, Hint> = {};
    const records = objectsIn(events)
      .filter(({ event_type: type }) => type === 'form_response')
      .map(({ event_id, form_response }) => {
        const response = form_response as JsonRecord;
        const fields = objectsIn(isObject(response.definition) ? response.definition.fields : []);
        const names = new Map<string, string>();
        const taken = new Map<string, number>();
        for (const { id, title, type, ref } of fields) {
          const written = String(title ?? ref ?? id)
            .replace(/<[^>]*>|\*+/g, '')
            .trim();
          const before = taken.get(written) ?? 0;
          taken.set(written, before + 1);
          const name = before > 0 ? `${written} (${before + 1})` : written;
          names.set(String(id), name);
          hints[name] = byType[String(type)] ?? {};
        }
        const record: JsonRecord = {
          token: response.token ?? event_id,
          submitted_at: response.submitted_at,
          hidden: response.hidden,
        };
        for (const answer of objectsIn(response.answers)) {
          const field = isObject(answer.field) ? answer.field : {};
          const name = names.get(String(field.id)) ?? String(field.ref ?? field.id);
          hints[name] ??= byType[String(field.type)] ?? {};
          record[name] = answerOf(answer);
        }
        return record;
      });
    return { records, hints };
  },
  roles: { token: 'id', submitted_at: 'at' },
  dates: ['submitted_at'],
  news: true,
};
