import { m } from '$lib/paraglide/messages';

const words: Readonly<Record<string, () => string>> = {
  count: m.admin_option_count,
  days: m.admin_option_days,
  most: m.admin_option_most,
  hours: m.admin_option_hours,
  leaders: m.admin_option_leaders,
  measure: m.admin_option_measure,
  sentence: m.admin_option_sentence,
};

/** What an option is called on the page; one that nobody named yet keeps the name it has in the panel. */
export const optionWords = (name: string): string =>
  (Object.hasOwn(words, name) ? words[name]?.() : undefined) ?? m.admin_option_other({ name });
