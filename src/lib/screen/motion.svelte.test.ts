import '../../app.css';
import { mount, unmount } from 'svelte';
import { describe, expect, test } from 'vitest';
import { isPanelKind, registry } from '$lib/panels/registry';
import { begin } from '$lib/panels/motion';
import type { Layout, Slot } from '$lib/protocol/events';
import { loadComponents } from './panel-components';
import { Player } from './player.svelte';
import Stage from './Stage.svelte';

// What moves while one scene gives way to the next, for each motion level of a profile.

const examples = import.meta.glob<Record<string, unknown>>('../panels/*/example.ts', {
  import: 'examples',
});
const kinds = Object.keys(registry).filter(isPanelKind);

async function slotOf(panel: (typeof kinds)[number]): Promise<Slot> {
  const data = (await examples[`../panels/${panel}/example.ts`]?.())?.ordinary;
  const point = (await registry[panel].panel()).panel.point;
  return { panel, point, data, dwell: 60, plays: 1, news: null };
}

/** A scene's way in has a name for each side. */
const side = /^from-(above|right|below|left)$/;

/** What moves now; `within` counts only what stands in such an element. */
const moving = (within = '.scene') =>
  document.getAnimations().flatMap((animation) => {
    const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
    if (!target?.closest(within)) return [];
    const name = 'animationName' in animation ? String(animation.animationName) : 'transition';
    return [{ target, name: name.replace(/^svelte-[a-z0-9]+-/, '') }];
  });
/** How many things move on their own inside a scene that fades or slides in. */
const inside = () =>
  moving('.coming').filter(
    ({ target }) => target.closest('.frame') && !target.matches('.content, .ring-corner'),
  ).length;

/** Lets every panel follow the one before it and names what moved, on the way in and once it was there. */
async function moved(motion: Layout['motion']): Promise<{ coming: string[]; all: string[]; early: number }> {
  const slots = Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, await slotOf(kind)])));
  const zone = { id: 'main', share: 1, slots: kinds };
  const player = new Player(zone, slots);
  const layout: Layout = {
    profile: 'break-room',
    canvas: { width: 1920, height: 1080, rotation: 0 },
    safeArea: 5,
    scale: 1,
    theme: 'evening',
    motion,
    quietHours: null,
    language: 'en',
    timeZone: 'Europe/London',
    audience: 'staff',
    team: { id: 'harbour-kitchen', name: 'Harbour Kitchen' },
    ring: null,
    accent: null,
    logo: null,
    zones: [zone],
  };
  const now = { second: new Date('2026-11-22T14:12:00Z'), minute: new Date('2026-11-22T14:12:00Z') };
  begin();
  const stage = mount(Stage, {
    target: document.body,
    props: {
      layout,
      slots,
      players: { main: player },
      components: await loadComponents(slots),
      window: { width: innerWidth, height: innerHeight },
      now,
    },
  });
  player.start();
  const coming = new Set<string>();
  const all = new Set<string>();
  let early = 0;
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (const _ of kinds) {
    player.next();
    await frames();
    early += inside();
    for (const { name } of moving('.coming')) coming.add(name.replace(side, 'slide'));
    player.arrive();
    await frames();
    for (const { name } of moving()) all.add(name.replace(side, 'slide'));
  }
  player.stop();
  await unmount(stage);
  return { coming: [...coming].sort(), all: [...new Set([...coming, ...all])].sort(), early };
}

describe('motion', () => {
  test('full: scenes slide in from their side, and what is in them moves', async () => {
    const { coming, all, early } = await moved('full');
    expect(all).toEqual(expect.arrayContaining(['slide', 'rise', 'fade', 'spread', 'grow', 'uncover']));
    // Charts and waves wait until their scene is there: a layer in a moving layer is drawn by itself, in each frame.
    expect([coming, early]).toEqual([['fade', 'rise', 'slide'], 0]);
  });

  test('calm: one scene fades into the next, and nothing in them moves', async () => {
    expect((await moved('calm')).all).toEqual(['fade']);
  });

  test('none: nothing is animated at all', async () => {
    expect((await moved('none')).all).toEqual([]);
  });
});
