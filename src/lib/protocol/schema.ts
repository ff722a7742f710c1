import * as v from 'valibot';
import type { Health, PlayEntry, Revision, ScreenAuth } from './events';

// What strangers send, checked at the door. Server side only: a screen has no need of it.

const short = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const moment = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'no moment'),
);
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const finite = v.pipe(v.number(), v.finite());

export const revision: v.GenericSchema<unknown, Revision> = v.object({ epoch: short, n: whole });

export const screenAuth: v.GenericSchema<unknown, ScreenAuth> = v.object({
  display: short,
  token: v.optional(v.pipe(v.string(), v.maxLength(400))),
  protocol: whole,
  build: v.optional(short),
});

export const health: v.GenericSchema<unknown, Health> = v.object({
  uptime: finite,
  heap: v.nullable(finite),
  width: finite,
  height: finite,
  engine: v.pipe(v.string(), v.maxLength(200)),
  clockOffset: finite,
  showing: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  lastError: v.nullable(v.pipe(v.string(), v.maxLength(500))),
});

export const plays: v.GenericSchema<unknown, PlayEntry[]> = v.pipe(
  v.array(
    v.object({
      panel: short,
      at: moment,
      seconds: v.pipe(finite, v.minValue(0), v.maxValue(86_400)),
      team: v.optional(short),
    }),
  ),
  v.maxLength(100),
);

/** The value when it has the shape, else undefined: malformed input is ignored, never thrown about. */
export function read<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}
