import { m } from '$lib/paraglide/messages';

/** What a scale is called in the form. */
export function scaleWords(scale: string): string {
  const named: Record<string, () => string> = {
    '0-10': m.import_scale_0_10,
    '1-5': m.import_scale_1_5,
    stars: m.import_scale_stars,
    '1-7': m.import_scale_1_7,
    '0-3': m.import_scale_0_3,
    '0-4': m.import_scale_0_4,
    words: m.import_scale_words,
  };
  const [, min, max] = /^(-?\d+)-(-?\d+)/.exec(scale) ?? [];
  return named[scale]?.() ?? (min && max ? m.import_scale_other({ min, max }) : scale);
}
