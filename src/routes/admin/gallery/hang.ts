import axe from 'axe-core';
import { flushSync, mount, unmount, type Component } from 'svelte';
import type { PanelProps } from '$lib/panels/panel';
import type { Layout } from '$lib/protocol/events';
import type { Window } from '$lib/screen/geometry';
import { behindLines, contrastFaults } from './contrast';
import Hung from './Hung.svelte';
import { linesIn } from './lines';
import { boundsOf, faultsIn } from './measure';

/** One panel on one wall, for measuring: nothing moves on it. */
export interface Hanging {
  component: Component<PanelProps<unknown>>;
  data: unknown;
  layout: Layout;
  /** The screen, whose size the browser's window has. */
  screen: Window;
  dir: 'ltr' | 'rtl';
  play: number;
  /** People's own words on it: only they may be cut. */
  own: readonly string[];
}

/** A theme changes colours only. */
export const themes = ['evening', 'dim', 'daylight'] as const;

/** Hangs a panel, waits until its texts are fitted, and looks at the wall. */
export async function hang<T>(
  { component, data, layout, screen, dir, play }: Hanging,
  look: (wall: HTMLElement) => T | Promise<T>,
): Promise<T> {
  const drawn = mount(Hung, {
    target: document.body,
    props: {
      component,
      data,
      layout: { ...layout, motion: 'none' },
      dir,
      play,
      window: screen,
      hydrated: true,
    },
  });
  try {
    flushSync();
    // A script's first letters load its part of the typeface; texts are fitted anew with it.
    if (document.fonts.status === 'loading') {
      await document.fonts.ready;
      await Promise.resolve();
      flushSync();
    }
    const wall = document.querySelector<HTMLElement>('.wall');
    if (!wall) throw new Error('nothing hangs');
    return await look(wall);
  } finally {
    await unmount(drawn);
  }
}

/** Everything that a person could not read on it, in any of the themes. */
export const readingFaults = (
  hanging: Hanging,
  spoil?: (wall: HTMLElement) => void,
  lights: readonly (typeof themes)[number][] = themes,
): Promise<string[]> =>
  hang(hanging, (wall) => {
    spoil?.(wall);
    const bounds = boundsOf(hanging.layout, hanging.screen, hanging.own);
    const lines = linesIn(wall);
    const faults = faultsIn(wall, bounds, lines);
    const behind = behindLines(wall, lines, bounds.unit);
    for (const theme of lights) {
      wall.dataset.theme = theme;
      faults.push(...contrastFaults(wall, behind).map((fault) => `${theme}: ${fault}`));
    }
    return faults;
  });

/** What axe finds on it. */
export const axeFaults = (hanging: Hanging): Promise<string[]> =>
  hang(hanging, async (wall) => {
    const { violations } = await axe.run(wall, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => `axe, ${id}: ${help}: ${html.slice(0, 160)}`),
    );
  });
