import { expect, it } from 'vitest';
import type { Layout } from '$lib/protocol/events';
import { areas, edgeInsets, seams, stageLengths, unit, windowOf } from './geometry';

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
  ring: null,
  accent: null,
  logo: null,
  zones: [],
  ...more,
});
const upright = layout({ canvas: { width: 1080, height: 1920, rotation: 0 } });
const zone = (id: string, share: number) => ({ id, share, slots: ['x'] });

it('gives a 16:9 scene 177.8 by 100 units, whatever the pixels', () => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
    [3840, 2160],
  ] as const) {
    const [area] = areas(layout(), [zone('main', 1)], { width, height });
    expect(area?.size).toEqual({ width: 177.8, height: 100, shape: 'wide', ring: true });
  }
  expect(unit(layout())).toBe('0.9vmin');
});

it('stacks the bands of an upright wall by share, inner edges with the inset of a band', () => {
  const placed = areas(upright, [zone('a', 57), zone('b', 20), zone('c', 23)], {
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

it('keeps an upright picture upright on a lying window, as large as it goes', () => {
  const lying = { width: 1920, height: 1080 };
  expect(stageLengths(upright, lying)).toEqual({ width: '607.5px', height: '1080px' });
  expect(unit(upright, lying)).toBe('5.4675px');
  expect(edgeInsets(upright, lying)).toEqual({ x: 'calc(30.375px + 6px)', y: 'calc(54px + 6px)' });
  const zones = [zone('a', 57), zone('b', 20), zone('c', 23)];
  const sizes = (window: { width: number; height: number }) =>
    areas(upright, zones, window).map(({ size }) => size);
  expect(sizes(lying)).toEqual(sizes({ width: 1080, height: 1920 }));
});

it('lets zones share the room of those that have nothing to show', () => {
  const placed = areas(upright, [zone('a', 57), zone('c', 23)], { width: 1080, height: 1920 });
  expect(placed.map(({ height }) => height)).toEqual([71.25, 28.75]);
});

it('turns a picture for a TV that cannot: an upright canvas on a lying window', () => {
  const turned = layout({ canvas: { width: 1080, height: 1920, rotation: 90 } });
  expect(windowOf(turned)).toEqual({ width: 1920, height: 1080 });
  const [area] = areas(turned, [zone('main', 1)], windowOf(turned));
  expect(area?.size).toEqual({ width: 100, height: 177.8, shape: 'tall', ring: true });
  expect(area?.insets.left).toBe('calc(5vh + 6px)');
});

it('turns a picture upside down and keeps its sides', () => {
  const turned = layout({ canvas: { width: 1920, height: 1080, rotation: 180 } });
  expect(windowOf(turned)).toEqual({ width: 1920, height: 1080 });
  expect(areas(turned, [zone('main', 1)], windowOf(turned))[0]?.insets.left).toBe('calc(5vw + 6px)');
});

const side = { id: 'side', share: 38 };
const huddle = [
  zone('score', 62),
  { ...zone('people', 50), split: side },
  { ...zone('goal', 50), split: side },
];
const lying = { width: 1920, height: 1080 };
const rects = (placed: ReturnType<typeof areas>) =>
  placed.map(({ zone, left, top, width, height }) => [zone.id, left, top, width, height]);

it('cuts a zone across where it is split: one edge down the wall, one across its part', () => {
  const placed = areas(layout(), huddle, lying);
  expect(rects(placed)).toEqual([
    ['score', 0, 0, 62, 100],
    ['people', 62, 0, 38, 50],
    ['goal', 62, 50, 38, 50],
  ]);
  // Towards the screen's edge the safe area, towards a neighbour the inset of a zone.
  expect(placed.map(({ insets: { top, right, bottom, left } }) => [top, right, bottom, left])).toEqual([
    ['calc(5vh + 6px)', 'calc(var(--u) * 5.6)', 'calc(5vh + 6px)', 'calc(5vw + 6px)'],
    ['calc(5vh + 6px)', 'calc(5vw + 6px)', 'calc(var(--u) * 2.8)', 'calc(var(--u) * 5.6)'],
    ['calc(var(--u) * 4.2)', 'calc(5vw + 6px)', 'calc(5vh + 6px)', 'calc(var(--u) * 5.6)'],
  ]);
  expect(placed.map(({ size }) => size)).toEqual([
    // The corner's own zone is too low for the ring.
    { width: 107, height: 100, shape: 'band', ring: true },
    { width: 59.6, height: 47.2, shape: 'band', ring: false },
    { width: 59.6, height: 45.8, shape: 'band', ring: false },
  ]);
});

it('keeps what a low zone shows beside the ring that hangs in it', () => {
  const [people, goal] = areas(layout(), huddle.slice(1), lying);
  expect(people?.size).toMatchObject({ width: 153.8, ring: true });
  expect(people?.insets.right).toBe('calc(calc(5vw + 6px) + var(--u) * 24)');
  expect(people?.ringInset).toBe('calc(5vw + 6px)');
  expect(goal?.size).toMatchObject({ width: 177.8, ring: false });
  expect(goal?.ringInset).toBeUndefined();
  const [mirrored] = areas(layout(), huddle.slice(1), lying, 'rtl');
  expect(mirrored?.insets.left).toContain('24');
  expect(mirrored?.insets.right).toBe('calc(5vw + 6px)');
});

it('has inner edges where the safe area puts them, however far the stage reaches beyond the screen', () => {
  const placed = areas(upright, [zone('a', 80), zone('b', 20)], { width: 1080, height: 1920 });
  expect(placed.map(({ css }) => css)).toEqual([
    'left: 0%; top: 0%; width: 100%; height: calc(80% + -3.6px)',
    'left: 0%; top: calc(80% + -3.6px); width: 100%; height: calc(20% + 3.6px)',
  ]);
});

it('splits a part of an upright wall side by side', () => {
  const placed = areas(upright, huddle, { width: 1080, height: 1920 });
  expect(rects(placed)).toEqual([
    ['score', 0, 0, 100, 62],
    ['people', 0, 62, 50, 38],
    ['goal', 50, 62, 50, 38],
  ]);
});

it('gives the room of an empty part to the others of its split, and of a whole empty split to the rest', () => {
  expect(
    rects(
      areas(
        layout(),
        huddle.filter(({ id }) => id !== 'people'),
        lying,
      ),
    ),
  ).toEqual([
    ['score', 0, 0, 62, 100],
    ['goal', 62, 0, 38, 100],
  ]);
  const [alone, ...none] = areas(layout(), huddle.slice(0, 1), lying);
  expect(none).toEqual([]);
  expect(alone).toMatchObject({ width: 100, height: 100, size: { shape: 'wide', ring: true } });
});

it('mirrors the whole wall from right to left', () => {
  const placed = areas(layout(), huddle, lying, 'rtl');
  expect(rects(placed)).toEqual([
    ['score', 38, 0, 62, 100],
    ['people', 0, 0, 38, 50],
    ['goal', 0, 50, 38, 50],
  ]);
  expect(placed[1]?.insets.left).toBe('calc(5vw + 6px)');
  expect(placed.map(({ size }) => size.ring)).toEqual([true, false, false]);
  const two = [zone('score', 62), zone('beside', 38)];
  expect(areas(layout(), two, lying).map(({ size }) => size.ring)).toEqual([false, true]);
  expect(areas(layout(), two, lying, 'rtl').map(({ size, left }) => [size.ring, left])).toEqual([
    [false, 38],
    [true, 0],
  ]);
});

it('is small only by the canvas, whatever the window', () => {
  const near = layout({ canvas: { width: 1280, height: 720, rotation: 0 } });
  expect(areas(near, [zone('main', 1)], lying)[0]?.size.small).toBe(true);
  expect(areas(layout(), [zone('main', 1)], { width: 1280, height: 720 })[0]?.size.small).toBeUndefined();
});

it('parts zones of one colour by an edge, and only those', () => {
  const split = { id: 'side', share: 38 };
  const zones = [zone('score', 62), { ...zone('people', 50), split }, { ...zone('goal', 50), split }];
  const placed = areas(layout(), zones, { width: 1920, height: 1080 });
  const colours: Record<string, string | null> = { score: 'feedback', people: 'feedback', goal: 'focus' };
  expect(seams(placed, ({ id }) => colours[id] ?? null)).toEqual({
    score: { top: false, left: false },
    people: { top: false, left: true },
    goal: { top: false, left: false },
  });
  colours.goal = 'feedback';
  expect(seams(placed, ({ id }) => colours[id] ?? null).goal).toEqual({ top: true, left: true });
  expect(seams(placed, () => null).people).toEqual({ top: false, left: false });
});
