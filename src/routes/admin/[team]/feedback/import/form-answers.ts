import type { Mapping } from '$lib/server/intake/feedback/feedback';

/** What the form says about how to read the file: only what was shown and answered. Columns are sent as `c:<header>`. */
export function answersIn(form: FormData): Partial<Mapping> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  /** A column, null for none, undefined where nothing was chosen. */
  const column = (name: string): string | null | undefined => {
    const value = text(name);
    if (value === 'none') return null;
    return value.startsWith('c:') ? value.slice(2) : undefined;
  };
  // What was answered about one sheet says nothing about another.
  if (text('sheet') && text('sheet') !== text('sheet-was')) return { sheet: text('sheet') };
  const answers: Partial<Mapping> = {};
  if (text('sheet')) answers.sheet = text('sheet');
  if (text('at') === 'day' || (text('at') === '' && text('day'))) {
    if (text('day')) [answers.at, answers.day] = [null, text('day')];
  }
  if (form.has('keep-shown'))
    answers.keep = form
      .getAll('keep')
      .flatMap((value) => (typeof value === 'string' ? [value.slice(2)] : []));
  for (const name of ['score', 'at', 'team'] as const) {
    const value = column(name);
    if (value !== undefined) answers[name] = value;
  }
  // A scale belongs to the column it was chosen for.
  const same = text('scale-of') === '' || text('scale-of') === text('score');
  if (same && text('scale')) answers.scale = text('scale');
  if (same && form.has('scale-shown')) answers.reversed = text('reversed') === 'on';
  if (form.has('comments-shown')) {
    answers.comment = form
      .getAll('comment')
      .flatMap((value) => (typeof value === 'string' ? [value.slice(2)] : []));
  }
  const order = text('order');
  if (order === 'day-first' || order === 'month-first') answers.order = order;
  if (text('zone').trim()) answers.zone = text('zone').trim();
  if (text('kind')) answers.kind = text('kind');
  const words: Record<string, number | null> = {};
  for (const [name, value] of form) {
    if (!name.startsWith('word:') || typeof value !== 'string' || value === '') continue;
    words[name.slice(5)] = value === 'none' ? null : Number(value);
  }
  if (same && Object.keys(words).length > 0) answers.words = words;
  return answers;
}
