import * as v from 'valibot';
import { isInterval, type Interval } from '../../domain/cadence';
import { rotations } from '../../domain/display-profile';
import { customerWords, keyScopes } from '../../domain/records';
import { metrics } from '../../domain/metric';

/** Parts that several commands' schemas are made of. A message is the code of a fault where the type alone says too little. */

const aDay = 86_400_000;

export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/, 'malformed'));
export const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'malformed'));
/** Longest in characters of the text as sent; what is left after cleaning is judged by the rules. */
export const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
export const words = (longest: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longest));
export const maybe = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema));
/** Left out and null are the same. */
export const orAbsent = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(
    v.nullish(schema),
    v.transform((value) => value ?? undefined),
  );

const isMoment = (text: string): boolean => {
  const found = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/.exec(text);
  return found !== null && !Number.isNaN(Date.parse(text)) && isDay(`${found[1]}-${found[2]}-${found[3]}`);
};
const isDay = (text: string): boolean => {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at + aDay - 1).toISOString().startsWith(text);
};

/** A moment with its zone, such as 2026-11-22T10:00:00Z. */
export const moment = v.pipe(v.string(), v.maxLength(40), v.check(isMoment, 'time-malformed'));
/** A date, such as 2026-11-22. */
export const day = v.pipe(v.string(), v.check(isDay, 'day-malformed'));
export const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'clock-malformed'));
export const number = v.pipe(v.number(), v.finite(), v.minValue(-1e9), v.maxValue(1e9));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
export const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
/** How often something is due. */
export const interval = v.custom<Interval>(isInterval, 'interval-malformed');
export const version = v.pipe(v.number(), v.integer(), v.minValue(1));

export const metric = v.picklist(metrics, 'unknown-metric');
export const scale = v.object({ min: v.number(), max: v.number(), top: v.number() });
export const customer = v.picklist(customerWords);
export const scope = v.picklist(
  keyScopes as readonly ['responses:write', 'imports:write', 'scores:read', 'export:read'],
);
export const timeZone = v.pipe(v.string(), v.nonEmpty(), v.maxLength(60));
export const colour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'colour-malformed'));
export const unit = v.picklist(['in-100', 'points', 'count', 'minutes', 'percent']);
export const observation = v.object({ value: number, n: v.nullable(count), from: day, to: day });
export const theme = v.nullable(v.picklist(['evening', 'dim', 'daylight']));
export const audience = v.nullable(v.picklist(['staff', 'customers']));
export const language = v.nullable(
  v.pipe(v.string(), v.maxLength(40), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'malformed')),
);
export const quietHours = v.nullable(
  v.union([v.literal('never'), v.object({ from: clock, to: clock })], 'clock-malformed'),
);
export const rotation = v.nullable(v.picklist(rotations));
export const origin = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(200),
  v.regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/i, 'origin-malformed'),
);

const options = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check((value) => JSON.stringify(value).length <= 4000, 'too-much'),
);

export const playlist = v.pipe(
  v.array(
    v.object({
      id,
      panel: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/, 'malformed')),
      options,
      dwell: v.nullable(number),
      days: v.optional(v.pipe(v.array(whole(1, 7)), v.maxLength(7))),
      from: v.optional(clock),
      to: v.optional(clock),
      team: v.optional(id),
    }),
  ),
  v.maxLength(60),
);

export const profile = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/, 'malformed'));

export const question = v.object({
  id,
  text: words(400),
  metric,
  scale: maybe(scale),
  returning: v.optional(v.boolean()),
});

export const response = v.object({
  id: orAbsent(v.pipe(v.string(), v.nonEmpty(), v.maxLength(200))),
  metric,
  value: v.number(),
  scale: orAbsent(scale),
  comment: orAbsent(text(20_000)),
  touchpoint: orAbsent(text(200)),
  from: orAbsent(v.picklist(['customer', 'employee', 'supplier', 'other'])),
  at: orAbsent(moment),
});
