import * as v from 'valibot';
import { expect, it } from 'vitest';
import { goal } from '../../../../tests/support/records';
import type { Picture, Poster } from '../../domain/hung';
import type { Goal } from '../../domain/practice';
import { examplePlace } from '../example-facts';
import { panel } from './panel';

const now = new Date('2026-11-22T14:10:00Z');
const options = v.parse(panel.options, {});
const envelope = { team: 'kitchen', at: '2026-11-20T10:00:00Z', batch: null, version: 1 };

const poster = (more: Partial<Poster> = {}): Poster => ({
  ...envelope,
  id: 'oven',
  status: 'hung',
  picture: 'p',
  caption: 'Our new oven.',
  fit: 'fill',
  customers: false,
  consent: null,
  ...more,
});
const picture: Picture = {
  ...envelope,
  id: 'p',
  status: 'kept',
  width: 1600,
  height: 900,
  bytes: 1,
  alt: 'An oven',
  people: false,
  tone: 'mixed',
};
const select = (
  posters: Poster[],
  pictures = [picture],
  audience: 'staff' | 'customers' = 'staff',
  goal: { goals: Goal[]; goalPicture: Picture | null } = { goals: [], goalPicture: null },
) => panel.select({ place: examplePlace({ audience }), posters, pictures, ...goal }, options, now);

it('shows each with its picture, caption and how it fits, one a play', () => {
  const data = select([poster(), poster({ id: 'two', fit: 'whole', caption: null })]);
  expect(data?.posters).toEqual([
    {
      id: 'oven',
      caption: 'Our new oven.',
      fit: 'fill',
      at: envelope.at,
      picture: { src: '/media/p', alt: 'An oven', ratio: 1.78 },
      goal: null,
    },
    expect.objectContaining({ id: 'two', fit: 'whole', caption: null }),
  ]);
  expect(data && panel.plays?.(data)).toBe(2);
  expect(data && panel.pictures?.(data)).toEqual(['/media/p', '/media/p']);
  expect(v.is(panel.data, data)).toBe(true);
});

it('is skipped when nothing hangs, or its picture is gone', () => {
  expect(select([])).toBeUndefined();
  expect(select([poster()], [])).toBeUndefined();
});

it('hangs before customers only what they may see, and nobody who can be recognised', () => {
  expect(select([poster()], [picture], 'customers')).toBeUndefined();
  expect(select([poster({ customers: true })], [picture], 'customers')?.posters).toHaveLength(1);
  expect(select([poster({ customers: true })], [{ ...picture, people: true }], 'customers')).toBeUndefined();
});

it('hangs first how it looks once the open goal is there, for staff alone', () => {
  const aim = {
    goals: [{ ...goal({ question: 'Is every table laid?', target: 70.25 }), version: 1 }],
    goalPicture: { ...picture, id: 'laid', alt: '' },
  };
  const data = select([poster()], [picture], 'staff', aim);
  expect(data?.posters).toMatchObject([
    {
      picture: { src: '/media/laid', alt: 'Is every table laid?' },
      goal: { question: 'Is every table laid?', target: 70.3, due: '2026-12-31', today: '2026-11-22' },
    },
    { id: 'oven' },
  ]);
  expect(v.is(panel.data, data)).toBe(true);
  expect(select([], [], 'customers', aim)).toBeUndefined();
  expect(select([], [], 'staff', { ...aim, goalPicture: null })).toBeUndefined();
});

it('leaves a wall that has been without its server for a day', () => {
  const data = select([poster()]);
  expect(data && panel.personal?.(data)).toBe(true);
});
