import type { Critical } from '$lib/domain/critical';
import { m } from '$lib/paraglide/messages';

/** Kinds of teams that a board has a beginning for. */
export const templates = [
  'kitchen',
  'ward',
  'front-desk',
  'billing',
  'pharmacy',
  'housekeeping',
  'it',
] as const;
export type Template = (typeof templates)[number];

export const templateOptions = () => [
  { value: '', label: m.template_none() },
  ...templates.map((kind) => ({ value: kind, label: m.template({ kind }) })),
];

/**
 * What a team of a kind begins with: what its reports have to speak of, with the words for each and what is asked where nobody does,
 * and how it asks. The catalogue has a line for each critical: its name, its words, its question, between bars.
 */
export function templateOf(
  wanted: string | undefined,
  newId: () => string,
): { criticals: Critical[]; phrase: string } | undefined {
  const kind = templates.find((one) => one === wanted);
  if (!kind) return undefined;
  return {
    criticals: m
      .template_criticals({ kind })
      .split('\n')
      .map((line) => {
        const [name = '', words = '', question = ''] = line.split('|').map((part) => part.trim());
        return { id: newId(), name, words: words.split(',').map((word) => word.trim()), question };
      }),
    phrase: m.template_phrase({ kind }),
  };
}
