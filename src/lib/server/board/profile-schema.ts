import * as v from 'valibot';
import { mostZones, rotations, shownZones, type DisplayProfile } from '../../domain/display-profile';
import { dwellRange } from '../../domain/playlist';

const word = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'word'));
const text = v.pipe(v.string(), v.minLength(1, 'empty'), v.maxLength(400, 'too-long:400'));
const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time'));
const between = (low: number, high: number) =>
  v.pipe(v.number(), v.minValue(low, `at-least:${low}`), v.maxValue(high, `at-most:${high}`));

const zone = { id: word, share: between(0.01, 1000), suits: v.optional(v.array(word)) };

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
      rotation: v.picklist(rotations, `one-of:${rotations.join(', ')}`),
    }),
    safeArea: between(0, 15),
    scale: between(0.5, 2),
    theme: v.picklist(['evening', 'dim', 'daylight'], 'one-of:evening, dim, daylight'),
    motion: v.picklist(['full', 'calm', 'none'], 'one-of:full, calm, none'),
    zones: v.pipe(
      v.array(
        v.pipe(
          v.object({
            ...zone,
            split: v.optional(v.pipe(v.array(v.object(zone)), v.minLength(2, 'split-of-one'))),
          }),
          v.check(({ suits, split }) => !suits || !split, 'suits-of-split'),
        ),
      ),
      v.minLength(1, 'no-zone'),
      v.check((zones) => shownZones(zones).length <= mostZones, 'too-many-zones'),
      v.check((zones) => {
        const ids = zones.flatMap(({ id, split }) => [id, ...(split ?? []).map((part) => part.id)]);
        return new Set(ids).size === ids.length;
      }, 'zone-twice'),
    ),
    defaults: v.array(
      v.object({
        panel: word,
        options: v.record(v.string(), v.unknown()),
        dwell: v.nullable(between(dwellRange.min, dwellRange.max)),
        days: v.optional(v.array(v.pipe(between(1, 7), v.integer('whole')))),
        from: v.optional(time),
        to: v.optional(time),
      }),
    ),
    quietHours: v.nullable(
      v.pipe(
        v.object({ from: time, to: time }),
        v.check(({ from, to }) => from !== to, 'always-quiet'),
      ),
    ),
    language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'language')),
    audience: v.picklist(['staff', 'customers'], 'one-of:staff, customers'),
  }),
);

const tokens = /"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Line (from 1) on which the last key of `path` stands in a JSON text; of the last one found where the rest is missing. */
export function lineOf(source: string, path: readonly (string | number)[]): number {
  const found = [...source.matchAll(tokens)];
  const text = (at: number) => found[at]?.[0] ?? '';
  /** Tokens: where the value begins that was followed so far, and where its key stands. */
  let value = 0;
  let key = 0;
  for (const wanted of path) {
    let depth = 0;
    let element = 0;
    let next = -1;
    for (let at = value; at < found.length && next === -1; at += 1) {
      const token = text(at);
      const begins = /[[{,]/.test(token.slice(0, 1)) && depth + Number(token !== ',') === 1;
      if (/^[[{]/.test(token)) depth += 1;
      else if (/^[\]}]/.test(token)) depth -= 1;
      if (depth === 0) break;
      if (token === ',' && depth === 1) element += 1;
      if (!begins) continue;
      if (typeof wanted === 'number' ? element === wanted : text(at + 1) === JSON.stringify(wanted))
        next = at + 1;
    }
    if (next === -1) break;
    key = next;
    value = typeof wanted === 'number' ? next : next + 2;
  }
  return source.slice(0, found[key]?.index ?? 0).split('\n').length;
}
