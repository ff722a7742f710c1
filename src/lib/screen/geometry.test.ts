import { expect, it } from 'vitest';
import type { Layout } from '$lib/protocol/events';
import { areas, unit } from './geometry';

const layout = (more: Partial<Layout> = {}): Layout => ({
  profile: 'break-room',
  canvas: { width: 1920, height: 1080, rotation: 0 },
  safeArea: 5,
  scale: 1,
  theme: 'evening',
  motion: 'full',
  quietHours: null,
  language: 'en',
  timeZone: 'Europe/Berlin',
  audience: 'staff',
  team: { id: 't', name: 'Harbour Kitchen' },
  zones: [],
  ...more,
});
const zone = (id: string, share: number) => ({ id, share, slots: ['x'] });

it('gives a 16:9 scene 177.8 by 100 units, whatever the pixels', () => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
    [3840, 2160],
  ] as const) {
    const [area] = areas(layout(), [zone('main', 1)], { width, height });
    expect(area?.size).toEqual({ width: 177.8, height: 100, shape: 'wide' });
  }
  expect(unit(layout())).toBe('0.9vmin');
});

it('stacks the bands of an upright wall by share, inner edges with the inset of a band', () => {
  const placed = areas(layout(), [zone('a', 57), zone('b', 20), zone('c', 23)], {
    width: 1080,
    height: 1920,
  });
  expect(placed.map(({ top, height }) => [top, height])).toEqual([
    [0, 57],
    [57, 20],
    [77, 23],
  ]);
  expect(placed.map(({ size }) => [size.shape, size.width])).toEqual([
    ['band', 100],
    ['band', 100],
    ['band', 100],
  ]);
  expect(placed[1]?.insets.top).toBe('calc(var(--u) * 4.2)');
  expect(placed[0]?.insets.top).toBe('calc(5vh + 6px)');
  expect(placed[2]?.insets.bottom).toBe('calc(5vh + 6px)');
});

it('lets zones share the room of those that have nothing to show', () => {
  const placed = areas(layout(), [zone('a', 57), zone('c', 23)], { width: 1080, height: 1920 });
  expect(placed.map(({ height }) => height)).toEqual([71.25, 28.75]);
});

it('exchanges the sides of a picture that is turned on its side', () => {
  const turned = layout({ canvas: { width: 1920, height: 1080, rotation: 90 } });
  const [area] = areas(turned, [zone('main', 1)], { width: 1920, height: 1080 });
  expect(area?.size).toEqual({ width: 100, height: 177.8, shape: 'tall' });
  expect(area?.insets.left).toBe('calc(5vh + 6px)');
});
