import '../../../app.css';
import type { Component } from 'svelte';
import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { PanelProps } from '$lib/panels/panel';
import Broken from './Broken.svelte';
import { axeFaults, readingFaults, type Hanging } from './hang';
import { rings, screens, walls } from './walls';

// The control: a panel that breaks each rule, and each is found by its name.

const broken = (fault: string, dir: 'ltr' | 'rtl' = 'ltr'): Hanging => {
  const layout = walls['break-room'];
  if (!layout) throw new Error('no wall break-room');
  return {
    component: Broken as unknown as Component<PanelProps<unknown>>,
    data: { fault },
    layout: { ...layout, ring: rings.turning ?? null },
    screen: screens['1080p'],
    dir,
    play: 0,
    own: [layout.team.name],
  };
};

beforeAll(() => page.viewport(1920, 1080));

test('finds nothing where nothing is wrong', async () => {
  expect(await readingFaults(broken(''))).toEqual([]);
  expect(await axeFaults(broken(''))).toEqual([]);
});

test.each([
  ['small', /^too small, 2\.2u: Small print/],
  ['small in a drawing', /^too small, 1\.6u: Drawn/],
  ['beyond the edge', /^leaves the safe area by 6\.0u: Out of/],
  ['below the zone', /^leaves its zone: Under the/],
  ['overflow', /^overflows its box by .*u: Much too wide/],
  ['clipped', /^is clipped: Cut off/],
  ['overlap', /^overlap by .*u: .*Text over text/],
  ['under the ring', /^stands where the ring hangs: Where the/],
  ['a fact cut', /^a fact is cut: 118 guests …/],
  ['scrolls', /^could scroll/],
  ['low contrast', /^evening: contrast \d\.\d:1 on #0a43c4: Grey on blue/],
  ['low contrast of a figure', /^daylight: contrast \d\.\d:1 on #8fcbff: 41/],
  ['faded', /^dim: contrast \d\.\d:1 on #051c57: Faded text/],
  ['on a picture', /^evening: stands on a picture: On a picture/],
  ['covered', /^evening: covered: Behind a field/],
])('finds what is wrong with a text: %s', async (fault, sentence) => {
  expect(await readingFaults(broken(fault))).toContainEqual(expect.stringMatching(sentence));
});

test('finds what a person who does not see could not know', async () => {
  expect(await axeFaults(broken('a picture without words'))).toContainEqual(
    expect.stringMatching(/^axe, image-alt: /),
  );
});

test('finds a wall that scrolls as a whole', async () => {
  const faults = await readingFaults(broken(''), (wall) => {
    wall.style.position = 'absolute';
    wall.style.width = '120vw';
  });
  expect(faults).toContain('the page scrolls');
});
