import '../../../app.css';
import type { Component } from 'svelte';
import { beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { accentOf, brandOf, palettes, type Field } from '$lib/domain/brand';
import type { PanelProps } from '$lib/panels/panel';
import { registry, type PanelKind } from '$lib/panels/registry';
import type { Layout } from '$lib/protocol/events';
import Hung from './Hung.svelte';
import { boundsOf, faultsIn } from './measure';
import { windowOf } from '$lib/screen/geometry';
import { logos, rings, walls } from './walls';

const examples = import.meta.glob<Record<string, unknown>>('../../../lib/panels/*/example.ts', {
  import: 'examples',
});

/** One panel's example on a wall that looks as said. */
async function hang(kind: PanelKind, example: string, look: Partial<Layout>, wall = 'break-room') {
  const layout = walls[wall];
  if (!layout) throw new Error(`no wall ${wall}`);
  const component = (await registry[kind].component()).default as Component<PanelProps<unknown>>;
  const data = (await examples[`../../../lib/panels/${kind}/example.ts`]?.())?.[example];
  const screen = await render(Hung, { component, data, layout: { ...layout, ...look }, dir: 'ltr', play: 0 });
  await document.fonts.ready;
  return screen;
}
const accent = (colour: string, replaces: Field, theme: Layout['theme'] = 'evening') =>
  accentOf(brandOf(colour, replaces), replaces, theme);
const ground = (container: Element) => {
  const frame = container.querySelector('.frame');
  return frame && getComputedStyle(frame).backgroundColor;
};
const rgb = (hex: string) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

/** The panels hung here, loaded before anything is looked at: a slow machine takes its time for that. */
const hung: PanelKind[] = ['how-are-we-doing', 'thank-and-ask', 'shout-outs', 'score-trend'];
beforeAll(async () => {
  await page.viewport(1920, 1080);
  await Promise.all(hung.map((kind) => registry[kind].component()));
}, 120_000);

describe('a team’s colour', () => {
  const violet = '#6f42c1';

  test('takes the place of the field it was chosen for, in each theme, and of no other', async () => {
    for (const theme of ['evening', 'dim', 'daylight'] as const) {
      const own = accent(violet, 'feedback', theme);
      const feedback = await hang('how-are-we-doing', 'ordinary', { theme, accent: own });
      expect(ground(feedback.container)).toBe(rgb(own?.colours.field ?? ''));
      await feedback.unmount();
    }
    const thanks = await hang('thank-and-ask', 'ordinary', { accent: accent(violet, 'feedback') });
    expect(ground(thanks.container)).toBe(rgb(palettes.thanks.field));
  });

  test('facts past their cadence stay on slate', async () => {
    const old = await hang('how-are-we-doing', 'stale', { accent: accent(violet, 'feedback') });
    expect(ground(old.container)).toBe('rgb(51, 61, 82)');
  });

  test('the ring’s arc follows it', async () => {
    const own = accent(violet, 'feedback');
    const { container } = await hang('how-are-we-doing', 'ordinary', {
      accent: own,
      ring: rings.fresh ?? null,
    });
    const arc = container.querySelector('.ring-corner .feedback .solid');
    expect(arc && getComputedStyle(arc).fill).toBe(rgb(own?.own.signal ?? ''));
  });
});

describe('a team’s logo', () => {
  test('stands for the team’s name in the head', async () => {
    const screen = await hang('how-are-we-doing', 'ordinary', { logo: logos.light ?? null });
    await expect.element(screen.getByRole('img', { name: 'Harbour Kitchen' })).toBeVisible();
    await expect.element(screen.getByText('Harbour Kitchen')).not.toBeInTheDocument();
  });

  test('stands on a plate only where its tone would not show', async () => {
    const under = async (tone: string, theme: Layout['theme']) => {
      const screen = await hang('how-are-we-doing', 'ordinary', { theme, logo: logos[tone] ?? null });
      const plate = screen.getByRole('img', { name: 'Harbour Kitchen' }).element().parentElement;
      const colour = plate && getComputedStyle(plate).backgroundColor;
      await screen.unmount();
      return colour;
    };
    const none = 'rgba(0, 0, 0, 0)';
    expect(await under('light', 'evening')).toBe(none);
    expect(await under('dark', 'evening')).toBe('rgb(255, 255, 255)');
    expect(await under('dark', 'daylight')).toBe(none);
    expect(await under('light', 'daylight')).toBe(rgb(palettes.feedback.deep));
    expect(await under('mixed', 'daylight')).toBe('rgb(255, 255, 255)');
  });

  test.each(['break-room', 'huddle-board', 'portrait', 'portrait-alone', 'small-screen', 'ultra-wide'])(
    'leaves room for all that stands beside it: %s',
    async (wall) => {
      const layout = walls[wall];
      if (!layout) throw new Error(`no wall ${wall}`);
      const window = windowOf(layout);
      await page.viewport(window.width, window.height);
      for (const kind of ['thank-and-ask', 'shout-outs', 'score-trend'] as const) {
        const look = { logo: logos.wide ?? null, ring: rings.turning ?? null };
        const screen = await hang(kind, 'ordinary', look, wall);
        const hung = screen.container.querySelector('.wall');
        expect(hung && faultsIn(hung, boundsOf(layout, window, [])), kind).toEqual([]);
        await screen.unmount();
      }
      await page.viewport(1920, 1080);
    },
  );
});

test('the ring hangs once, in the corner of the first band of an upright wall', async () => {
  await page.viewport(1080, 1920);
  const { container } = await hang('how-are-we-doing', 'ordinary', { ring: rings.due ?? null }, 'portrait');
  expect(container.querySelectorAll('.zone')).toHaveLength(3);
  expect(
    [...container.querySelectorAll('.zone')].map((zone) => zone.querySelectorAll('.ring-corner').length),
  ).toEqual([1, 0, 0]);
  await page.viewport(1920, 1080);
});
