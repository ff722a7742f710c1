import '../../../app.css';
import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { PanelProps } from '$lib/panels/panel';
import { registry, type PanelKind } from '$lib/panels/registry';
import Hung from './Hung.svelte';
import { boundsOf, faultsIn } from './measure';
import { windowOf } from '$lib/screen/geometry';
import { rings, walls } from './walls';

// Every panel with every example on every wall: what is measured here is what a person could not read.

const examples = import.meta.glob<Record<string, unknown>>('../../../lib/panels/*/example.ts', {
  import: 'examples',
});

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(stringsIn)
      : [];

const measuredWalls = ['break-room', 'portrait', 'portrait-alone', 'small-screen'];

/** Draws one example on one wall, waits until its texts are fitted, and measures. */
async function measured(
  component: Component<PanelProps<unknown>>,
  data: unknown,
  wall: string,
  {
    dir = 'ltr',
    play = 0,
    spoil,
  }: { dir?: 'ltr' | 'rtl'; play?: number; spoil?: (safe: Element) => void } = {},
): Promise<string[]> {
  const named = walls[wall];
  if (!named) throw new Error(`no wall ${wall}`);
  const layout = { ...named, ring: rings.turning ?? null };
  const drawn = mount(Hung, {
    target: document.body,
    props: { component, data, layout, dir, play, hydrated: true },
  });
  await document.fonts.ready;
  const root = document.querySelector('.wall');
  if (!root) throw new Error('nothing hangs');
  // Fitting takes a step a round; it is done when two frames change nothing.
  flushSync();
  const safe = root.querySelector('.safe');
  if (spoil && safe) spoil(safe);
  const faults = faultsIn(root, boundsOf(layout, windowOf(layout), [...stringsIn(data), layout.team.name]));
  await unmount(drawn);
  return faults;
}

const componentOf = async (kind: PanelKind) =>
  (await registry[kind].component()).default as Component<PanelProps<unknown>>;
const examplesOf = async (kind: string) =>
  (await examples[`../../../lib/panels/${kind}/example.ts`]?.()) ?? {};

describe.each(measuredWalls)('on %s', (wall) => {
  beforeAll(async () => {
    const canvas = walls[wall]?.canvas;
    await page.viewport(canvas?.width ?? 0, canvas?.height ?? 0);
  });

  test.each(Object.keys(registry) as PanelKind[])('%s can be read whatever it shows', async (kind) => {
    const component = await componentOf(kind);
    const faults: string[] = [];
    for (const [name, data] of Object.entries(await examplesOf(kind)))
      for (const fault of await measured(component, data, wall)) faults.push(`${name}: ${fault}`);
    expect(faults).toEqual([]);
  });
});

describe('from right to left', () => {
  beforeAll(() => page.viewport(1920, 1080));

  test.each(Object.keys(registry) as PanelKind[])('%s can be read', async (kind) => {
    const component = await componentOf(kind);
    const faults: string[] = [];
    for (const [name, data] of Object.entries(await examplesOf(kind)))
      if (/right|ordinary/i.test(name))
        for (const fault of await measured(component, data, 'break-room', { dir: 'rtl' }))
          faults.push(`${name}: ${fault}`);
    expect(faults).toEqual([]);
  });
});

describe('the measuring itself', () => {
  beforeAll(() => page.viewport(1920, 1080));
  afterAll(() => page.viewport(1280, 720));

  const put = (style: string, text: string) => (safe: Element) => {
    const element = document.createElement('p');
    element.setAttribute('style', `position: absolute; margin: 0; font-size: 40px; ${style}`);
    element.textContent = text;
    safe.append(element);
  };
  const spoiled: [string, (safe: Element) => void, RegExp][] = [
    ['small print', put('top: 772px; left: 900px; font-size: 20px', 'small'), /^too small/],
    ['text beyond the safe area', put('top: 772px; left: -80px', 'out'), /^leaves the safe area/],
    ['text under the lower edge', put('top: 1010px; left: 0', 'below'), /^leaves its zone/],
    ['text over text', put('top: 200px; left: 0; font-size: 90px', 'overlap'), /^overlap/],
    ['text in the ring’s corner', put('top: 20px; right: 20px', 'ring'), /^stands where the ring/],
    ['a fact cut short', put('top: 772px; left: 900px', '118 guests …'), /^a fact is cut/],
    [
      'a box that scrolls',
      put('top: 772px; left: 900px; width: 9em; overflow: auto', 'scrolling'),
      /^could scroll/,
    ],
    [
      'a line wider than its box',
      (safe) => {
        put('top: 772px; left: 500px; width: 100px; white-space: nowrap', 'much too wide')(safe);
        safe.lastElementChild?.classList.add('fit');
      },
      /^overflows its box/,
    ],
  ];

  test.each(spoiled)('finds %s', async (_, spoil, fault) => {
    const faults = await measured(
      await componentOf('announcement'),
      (await examplesOf('announcement')).ordinary,
      'break-room',
      { spoil },
    );
    expect(faults).toContainEqual(expect.stringMatching(fault));
  });
});
