import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Picture, Poster } from '../../domain/hung';
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
const select = (posters: Poster[], pictures = [picture], audience: 'staff' | 'customers' = 'staff') =>
  panel.select({ place: examplePlace({ audience }), posters, pictures }, options, now);

it('shows each with its picture, caption and how it fits, one a play', () => {
  const data = select([poster(), poster({ id: 'two', fit: 'whole', caption: null })]);
  expect(data?.posters).toEqual([
    {
      id: 'oven',
      caption: 'Our new oven.',
      fit: 'fill',
      at: envelope.at,
      picture: { src: '/media/p', alt: 'An oven', ratio: 1.78 },
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

it('leaves a wall that has been without its server for a day', () => {
  const data = select([poster()]);
  expect(data && panel.personal?.(data)).toBe(true);
});
