import * as v from 'valibot';
import type { DisplayProfile } from '../../domain/display-profile';

const word = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'word'));
const text = v.pipe(v.string(), v.minLength(1, 'empty'), v.maxLength(400, 'too-long:400'));
const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time'));
const between = (low: number, high: number) =>
  v.pipe(v.number(), v.minValue(low, `at-least:${low}`), v.maxValue(high, `at-most:${high}`));

/**
 * The shape of a display profile, with what is wrong as `code` or `code:detail` of a ProfileFault; the same as display-profiles/profile.schema.json,
 * which editors use.
 */
export const profileSchema: v.GenericSchema<unknown, DisplayProfile> = v.pipe(
  v.object({
    name: word,
    title: text,
    description: text,
    canvas: v.object({
      width: v.pipe(between(200, 20_000), v.integer('whole')),
      height: v.pipe(between(200, 20_000), v.integer('whole')),
      rotation: v.picklist([0, 90, 180, 270], 'one-of:0, 90, 180, 270'),
    }),
    safeArea: between(0, 15),
    scale: between(0.5, 2),
    theme: v.picklist(['evening', 'dim', 'daylight'], 'one-of:evening, dim, daylight'),
    motion: v.picklist(['full', 'calm', 'none'], 'one-of:full, calm, none'),
    zones: v.pipe(
      v.array(v.object({ id: word, share: between(0.01, 1000), suits: v.optional(v.array(word)) })),
      v.minLength(1, 'no-zone'),
      v.maxLength(3, 'too-many-zones'),
      v.check((zones) => new Set(zones.map(({ id }) => id)).size === zones.length, 'zone-twice'),
    ),
    defaults: v.array(
      v.object({
        panel: word,
        options: v.record(v.string(), v.unknown()),
        dwell: v.nullable(between(3, 3600)),
        days: v.optional(v.array(v.pipe(between(1, 7), v.integer('whole')))),
        from: v.optional(time),
        to: v.optional(time),
      }),
    ),
    quietHours: v.nullable(v.object({ from: time, to: time })),
    language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'language')),
    audience: v.picklist(['staff', 'customers'], 'one-of:staff, customers'),
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
