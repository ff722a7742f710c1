import * as v from 'valibot';
import { letGoId } from '../../../domain/decide/retention';
import type { AnyRecord, Kind } from '../../../domain/records';
import { allKept, rules, type Kept, type Period, type Periods } from '../../../domain/retention';
import * as s from '../shapes';
import type { Entries } from './entry';

const oneOf = (kept: Kept) => v.picklist(rules[kept].choices as readonly Period[], 'not-a-choice');
const periods: v.GenericSchema<unknown, Periods> = v.object({
  words: oneOf('words'),
  thanked: oneOf('thanked'),
  snags: oneOf('snags'),
  findings: oneOf('findings'),
  library: oneOf('library'),
  huddles: oneOf('huddles'),
  audit: oneOf('audit'),
  plays: oneOf('plays'),
  rows: oneOf('rows'),
});

/** So many records are let go at once, so that others have their turn in between. */
export const mostAtOnce = 200;

/** How long things are kept. */
export const retention = {
  'retention:set': {
    schema: v.object({ saw: s.version, keep: periods }),
    load: async (_, memory) => ({ organisation: await memory.get('organisation', 'organisation') }),
  },
  'retention:let-go': {
    schema: v.object({
      kept: v.picklist(allKept),
      records: v.pipe(
        v.array(v.object({ kind: v.custom<Kind>((kind) => typeof kind === 'string'), id: v.string() })),
        v.maxLength(mostAtOnce),
      ),
      last: v.boolean(),
    }),
    load: async ({ kept, records }, memory, _, now) => {
      const found: (readonly [Kind, AnyRecord])[] = [];
      for (const { kind, id } of records) {
        const mine = (rules[kept].kinds as readonly Kind[]).includes(kind);
        const record = mine ? await memory.get(kind, id) : undefined;
        if (record) found.push([kind, record]);
      }
      return {
        organisation: await memory.get('organisation', 'organisation'),
        found,
        log: await memory.get('audit', letGoId(now)),
      };
    },
  },
} satisfies Partial<Entries>;
