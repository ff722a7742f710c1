import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Improvement } from '../../domain/hung';
import { exampleNow, exampleTeam } from '../example-facts';
import { panel } from './panel';

const options = v.parse(panel.options, {});
const team = exampleTeam({ id: 'kitchen', minimumN: 5 });

const improvement = (id: string, more: Partial<Improvement> = {}): Improvement => ({
  id,
  team: 'kitchen',
  at: '2026-11-20T10:00:00Z',
  status: 'shown',
  batch: null,
  version: 1,
  what: 'complaints',
  label: null,
  unit: 'count',
  before: { value: 41, n: null, from: '2026-09-01', to: '2026-09-30' },
  after: { value: 17, n: null, from: '2026-10-01', to: '2026-10-30' },
  because: 'We say the wait first.',
  ...more,
});
const select = (...improvements: Improvement[]) => panel.select({ team, improvements }, options, exampleNow);

it('shows the newest three, each with which way it went and how sure that is', () => {
  const data = select(...['a', 'b', 'c', 'd'].map((id) => improvement(id)));
  expect(data?.tiles.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(data?.tiles[0]).toMatchObject({ direction: 'down', certainty: 'clear' });
  expect(v.is(panel.data, data)).toBe(true);
});

it('leaves out shares that too few people stand behind', () => {
  const few = improvement('few', {
    unit: 'in-100',
    after: { value: 75, n: 4, from: '2026-10-01', to: '2026-10-30' },
  });
  expect(select(few, improvement('a'))?.tiles.map(({ id }) => id)).toEqual(['a']);
  expect(select(few)).toBeUndefined();
});

it('is skipped without any, and lets old ones go', () => {
  expect(select()).toBeUndefined();
  expect(select(improvement('old', { at: '2026-08-01T10:00:00Z' }))).toBeUndefined();
});
