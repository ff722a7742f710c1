import fc from 'fast-check';
import { expect, test } from 'vitest';
import { response } from '../../../../../tests/support/records';
import type { Response } from '../../../domain/records';
import type { Tally } from '../store';
import { inOrder } from './shelf';
import { State } from './state';

const moment = (hour: number) => new Date(Date.UTC(2026, 10, 1) + hour * 3_600_000).toISOString();

const action = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map((n) => `r${n}`),
  erase: fc.boolean(),
  hour: fc.integer({ min: 0, max: 60 }),
  value: fc.integer({ min: 0, max: 3 }),
  counted: fc.boolean(),
  team: fc.constantFrom('north', 'south'),
  touchpoint: fc.constantFrom(null, 'desk'),
  /** It comes with a large commit, of which so many move in before the next. */
  poured: fc.boolean(),
  moved: fc.integer({ min: 0, max: 3 }),
  look: fc.boolean(),
});

/** The same counts, the plain way. */
function plainTally(records: readonly Response[], touchpoint?: string): Tally[] {
  const counted = records.filter(
    (record) =>
      record.team === 'north' &&
      record.status === 'counted' &&
      (touchpoint === undefined || record.touchpoint === touchpoint),
  );
  if (counted.length === 0) return [];
  const rows = new Map<number, number>();
  for (const { value } of counted) rows.set(value, (rows.get(value) ?? 0) + 1);
  return [
    {
      measure: 'nps',
      latest:
        counted
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? '',
      rows: [...rows].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value),
    },
  ];
}

test('whatever is put, moved and erased in whatever order, lists and tallies are those of a plain list', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 120 }), (actions) => {
      const state = new State();
      const plain = new Map<string, Response>();
      for (const { id, erase, hour, value, counted, team, touchpoint, poured, moved, look } of actions) {
        if (erase) {
          plain.delete(id);
          state.apply({ erase: 'response', id });
        } else {
          const over = {
            id,
            team,
            value,
            touchpoint,
            at: moment(hour),
            status: counted ? 'counted' : 'kept-out',
          } as const;
          const record = { ...response(over), version: 1 };
          if (poured && !plain.has(id)) {
            const fresh = new State();
            fresh.add('response', { ...record });
            state.pour(fresh);
          } else state.apply({ put: 'response', record: { ...record } });
          plain.set(id, record);
        }
        state.moveIn(moved);
        if (!look) continue;
        expect(state.get('response', id)).toEqual(plain.get(id));
        expect(
          state
            .everything()
            .map(([, record]) => record)
            .sort(inOrder),
        ).toEqual([...plain.values()].sort(inOrder));
        const newestFirst = [...plain.values()].sort(inOrder).reverse();
        const north = newestFirst.filter((record) => record.team === 'north');
        expect([...state.list('response', {}, null)]).toEqual(newestFirst);
        expect([...state.list('response', { team: 'north', status: 'counted' }, null)]).toEqual(
          north.filter(({ status }) => status === 'counted'),
        );
        const [from, to, after] = [moment(10), moment(40), { at: moment(30), id: 'r15' }];
        expect([...state.list('response', { team: 'north', from, to }, after)]).toEqual(
          north.filter((record) => record.at >= from && record.at < to && inOrder(record, after) < 0),
        );
        expect(state.tallies.read({ team: 'north' })).toEqual(plainTally(newestFirst));
        expect(state.tallies.read({ team: 'north', where: { touchpoint: 'desk' } })).toEqual(
          plainTally(newestFirst, 'desk'),
        );
      }
    }),
  );
});

test('a day that lost its only record lists and counts the next one', () => {
  const state = new State();
  const at = moment(0);
  state.apply({ put: 'response', record: { ...response({ id: 'one', team: 'north', at }), version: 1 } });
  state.apply({ erase: 'response', id: 'one' });
  state.apply({ put: 'response', record: { ...response({ id: 'two', team: 'north', at }), version: 1 } });
  expect([...state.list('response', { team: 'north' }, null)].map(({ id }) => id)).toEqual(['two']);
  expect([...state.list('response', {}, null)]).toHaveLength(1);
  expect(state.checkpoints()).toContain(at.slice(0, 7));
});
