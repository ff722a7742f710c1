import '../../../app.css';
import { beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { watched } from '$lib/panels/customers-voices/example';
import { followed } from '$lib/panels/focus-goal/example';
import { readingFaults } from './hang';
import { hangingOf, mayHang, scenesOf, type Scene } from './scenes';
import { screens, walls, type ScreenName } from './walls';

// What only comes once a team is in its turn: what it watches, what was promised, what came of what was decided. On every wall, in the
// words as they are and in longer ones from right to left.

const of = { 'customers-voices': watched, 'focus-goal': followed };
const kinds = Object.keys(of) as (keyof typeof of)[];
const plays = { 'customers-voices': [1], 'focus-goal': [1, 2] };

const scenes: Scene[] = [];
beforeAll(async () => {
  for (const kind of kinds) {
    const [like] = await scenesOf(kind);
    for (const [example, data] of Object.entries(of[kind]))
      for (const play of plays[kind]) scenes.push({ ...like!, example, data, play, own: [] });
  }
});

describe.each(['1080p', 'portrait'] as ScreenName[])('on a screen of %s', (screen) => {
  beforeAll(() => page.viewport(screens[screen].width, screens[screen].height));

  test.each(kinds)(
    '%s can be read on every wall',
    async (kind) => {
      const faults: string[] = [];
      for (const scene of scenes)
        for (const wall of Object.keys(walls))
          for (const dir of ['ltr', 'rtl'] as const) {
            if (scene.kind !== kind || !mayHang(scene, wall)) continue;
            Object.assign(globalThis, { pseudoWords: dir === 'rtl' });
            const manner = { content: 'own', dir, words: dir === 'rtl' ? 'pseudo' : 'english' } as const;
            const hanging = hangingOf(scene, wall, screen, manner);
            for (const fault of await readingFaults(hanging, undefined, ['evening']))
              faults.push(`${scene.example} ${scene.play} on ${wall}, ${dir}: ${fault}`);
          }
      Object.assign(globalThis, { pseudoWords: false });
      expect(faults).toEqual([]);
    },
    120_000,
  );
});
