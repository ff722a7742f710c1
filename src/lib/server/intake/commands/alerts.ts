import * as v from 'valibot';
import * as s from '../shapes';
import { one, type Entries } from './entry';

const secret = v.pipe(v.string(), v.regex(/^whsec_[A-Za-z0-9+/=]{24,200}$/, 'hook-secret'));

/** Walls that are dark, and who is told. */
export const alerts = {
  'outage:begin': {
    schema: v.object({ display: s.id, since: s.moment }),
    load: async ({ display }, memory) => {
      const found = await memory.get('display', display);
      const outages = found ? await memory.list('outage', { team: found.team }) : [];
      return { display: found, outages: outages.filter((outage) => outage.display === display) };
    },
  },
  'outage:tell': {
    schema: v.object({ ids: v.pipe(v.array(s.id), v.maxLength(1000)) }),
    load: async ({ ids }, memory) => ({
      outages: await Promise.all(ids.map((id) => memory.get('outage', id))),
    }),
  },
  'outage:end': {
    schema: one,
    load: async ({ id }, memory) => ({ outage: await memory.get('outage', id) }),
  },
  'alerts:set': {
    schema: v.object({
      saw: v.nullable(s.version),
      mail: v.boolean(),
      url: v.nullable(s.text(500)),
      secret: v.optional(secret),
      quiet: v.nullable(v.object({ from: s.clock, to: s.clock })),
      timeZone: s.timeZone,
    }),
    load: async (_, memory) => ({ alerts: await memory.get('alerts', 'alerts') }),
  },
} satisfies Partial<Entries>;
