import * as v from 'valibot';
import type { DisplayProfile } from '../../domain/display-profile';

const word = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'is lower-case letters, digits and hyphens'));
const text = v.pipe(
  v.string(),
  v.minLength(1, 'is not empty'),
  v.maxLength(400, 'is at most 400 characters'),
);
const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is a time such as 22:00'));
const between = (low: number, high: number) =>
  v.pipe(v.number(), v.minValue(low, `is at least ${low}`), v.maxValue(high, `is at most ${high}`));

/** The shape of a display profile; the same as display-profiles/profile.schema.json, which editors use. */
export const profileSchema: v.GenericSchema<unknown, DisplayProfile> = v.pipe(
  v.object({
    name: word,
    title: text,
    description: text,
    canvas: v.object({
      width: v.pipe(between(200, 20_000), v.integer('is a whole number')),
      height: v.pipe(between(200, 20_000), v.integer('is a whole number')),
      rotation: v.picklist([0, 90, 180, 270], 'is 0, 90, 180 or 270'),
    }),
    safeArea: between(0, 15),
    scale: between(0.5, 2),
    theme: v.picklist(['evening', 'dim', 'daylight'], 'is evening, dim or daylight'),
    motion: v.picklist(['full', 'calm', 'none'], 'is full, calm or none'),
    zones: v.pipe(
      v.array(v.object({ id: word, share: between(0.01, 1000), suits: v.optional(v.array(word)) })),
      v.minLength(1, 'has at least one zone'),
      v.maxLength(3, 'has at most three zones'),
      v.check((zones) => new Set(zones.map(({ id }) => id)).size === zones.length, 'names each zone once'),
    ),
    defaults: v.array(
      v.object({
        panel: word,
        options: v.record(v.string(), v.unknown()),
        dwell: v.nullable(between(3, 3600)),
        days: v.optional(v.array(v.pipe(between(1, 7), v.integer('is a whole number')))),
        from: v.optional(time),
        to: v.optional(time),
      }),
    ),
    quietHours: v.nullable(v.object({ from: time, to: time })),
    language: v.pipe(
      v.string(),
      v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'is a language tag such as en or pt-BR'),
    ),
    audience: v.picklist(['staff', 'customers'], 'is staff or customers'),
  }),
);

/** Line (from 1) on which the last key of `path` stands in the JSON text; a best guess that follows the keys in order. */
export function lineOf(source: string, path: readonly (string | number)[]): number {
  let at = 0;
  for (const key of path) {
    if (typeof key === 'number') {
      // Skips the elements before it by counting their opening braces.
      for (let step = 0; step <= key; step += 1) {
        const next = source.indexOf('{', at + 1);
        if (next === -1) break;
        at = next;
      }
      continue;
    }
    const next = source.indexOf(JSON.stringify(key), at);
    if (next === -1) break;
    at = next;
  }
  return source.slice(0, at).split('\n').length;
}
