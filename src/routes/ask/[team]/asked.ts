import { scales, type Metric } from '$lib/domain/metric';
import type { Question } from '$lib/domain/records';

// A question on a phone, whoever is asked: a customer here, a colleague on the pages of the staff.

/** A comment that people read on a wall; longer ones come in by files and the API. Characters. */
export const longestComment = 1000;

/** What a phone needs to ask a question; null where it has no scale to answer on. */
export function asked({ id, text, metric, scale: own }: Question): {
  id: string;
  text: string;
  metric: Metric;
  min: number;
  max: number;
} | null {
  const scale = metric === 'rating' ? own : scales[metric];
  return scale && { id, text, metric, min: scale.min, max: scale.max };
}

/** The value that a form's button sent; not a number where it is none. */
export const valueIn = (text: string): number => (/^-?\d{1,4}$/.test(text) ? Number(text) : Number.NaN);

/** By how many characters a comment is too long; 0 or less where it is not. */
export const over = (comment: string): number => [...comment].length - longestComment;
