import { locales } from '$lib/paraglide/runtime';

/** The languages to choose from, each in its own words, as people look for theirs. */
export const languageOptions = (): { value: string; label: string }[] =>
  locales.map((value) => ({
    value,
    label: new Intl.DisplayNames([value], { type: 'language' }).of(value) ?? value,
  }));
