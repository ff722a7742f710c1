import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyRecord } from '../../../domain/records';
import { response, verbatim } from '../../../../../tests/support/records';
import { pack, unpack } from './alike';
import type { Effect } from './state';

const asWritten = (effects: readonly Effect[]): Effect[] =>
  unpack(JSON.parse(JSON.stringify(pack(effects))) as ReturnType<typeof pack>);

const record = (from: object, version: number): AnyRecord => ({ ...from, version }) as AnyRecord;

test('whatever a large commit does is read back as it was, in its order', () => {
  const id = fc.stringMatching(/^[a-c]{1,2}$/);
  const effect: fc.Arbitrary<Effect> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .record({ id, value: fc.nat(10), touchpoint: fc.option(fc.string()) })
        .map((own): Effect => ({ put: 'response', record: record(response(own), 1) })),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(id, fc.string())
        .map(([id, text]): Effect => ({ put: 'verbatim', record: record(verbatim({ id, text }), 2) })),
    },
    // One field more, and that a list.
    fc.tuple(id, fc.array(id)).map(([id, criticals]): Effect => ({
      put: 'response',
      record: record({ ...response({ id }), criticals }, 1),
    })),
    // As many fields as others have, one of them another.
    id.map((id): Effect => {
      const { touchpoint: _, ...rest } = response({ id });
      return { put: 'response', record: record({ ...rest, told: 5 }, 1) };
    }),
    id.map((id): Effect => ({ put: 'response', record: record(response({ id }), 1), forget: true })),
    id.map((id): Effect => ({ erase: 'response', id })),
  );
  fc.assert(
    fc.property(fc.array(effect, { maxLength: 40 }), (effects) => {
      expect(asWritten(effects)).toEqual(effects);
    }),
  );
});

test('what many records say alike is written once', () => {
  const effects = Array.from({ length: 100 }, (_, i): Effect => ({
    put: 'response',
    record: record(response({ id: `r${i}`, source: 'import:a-source-with-a-name', value: i % 11 }), 1),
  }));
  const written = JSON.stringify(pack(effects));
  expect(written.match(/import:a-source-with-a-name/g)).toHaveLength(1);
  expect(written.length * 5).toBeLessThan(JSON.stringify(effects).length);
});
