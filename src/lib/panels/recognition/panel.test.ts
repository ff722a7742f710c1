import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { ShoutOut } from '../../domain/hung';
import { exampleTeam } from '../example-facts';
import { panel } from './panel';

const now = new Date('2026-11-22T14:10:00Z');
const options = v.parse(panel.options, {});
const team = exampleTeam({
  id: 'kitchen',
  values: [
    { id: 'alone', name: 'Nobody leaves alone', icon: 'umbrella' },
    { id: 'warm', name: 'Warm plates', icon: 'utensils' },
  ],
  awards: [{ id: 'ladle', name: 'The silver ladle', value: 'alone' }],
});
const thanks = (id: string, at: string, more: Partial<ShoutOut> = {}): ShoutOut => ({
  ...{ id, team: 'kitchen', at, status: 'published', batch: null, version: 1 },
  ...{ to: id, toArea: null, from: 'Amira', fromArea: null, behaviour: 'You stayed.', value: 'alone' },
  ...more,
});
const select = (...shoutOuts: ShoutOut[]) => panel.select({ team, shoutOuts }, options, now);

it('says for each thing expected whom the team thanked for it last, and leaves an open place where it thanked nobody', () => {
  const data = select(
    thanks('Eve', '2026-11-20T09:00:00Z'),
    thanks('Bo', '2026-11-21T09:00:00Z', { award: 'ladle' }),
    thanks('Kofi', '2026-11-22T09:00:00Z', { value: null }),
  );
  expect(data?.expected).toMatchObject([
    { name: 'Nobody leaves alone', thanks: { to: 'Bo', award: 'The silver ladle' } },
    { name: 'Warm plates', thanks: null },
  ]);
  expect(v.is(panel.data, data)).toBe(true);
});

it('forgets a thanks after sixty of the team’s days, and an award that is given no more', () => {
  const of = (at: string, award?: string) =>
    select(thanks('Bo', at, award ? { award } : {}))?.expected[0]?.thanks;
  expect(of('2026-09-23T23:00:00Z')).toMatchObject({ to: 'Bo', award: null });
  expect(of('2026-09-23T22:59:00Z')).toBeNull();
  expect(of('2026-11-22T09:00:00Z', 'gone')).toMatchObject({ award: null });
});

it('is for staff, and is skipped where nothing is expected', () => {
  expect(panel.audiences).toEqual(['staff']);
  expect(panel.select({ team: { ...team, values: [] }, shoutOuts: [] }, options, now)).toBeUndefined();
});
