import '../../../app.css';
import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { axeFaults } from './hang';
import { hangingOf, kinds, mayHang, scenesOf } from './scenes';
import { walls } from './walls';

// What a screen reader meets in each example of a panel, as it first hangs.

beforeAll(() => page.viewport(1920, 1080));

test.each(kinds)(
  'axe finds nothing on %s',
  async (kind) => {
    const faults: string[] = [];
    for (const scene of await scenesOf(kind)) {
      if (scene.play > 0) continue;
      const wall = Object.keys(walls).find((wall) => mayHang(scene, wall)) ?? '';
      const own = { words: 'english', dir: 'ltr', content: 'own' } as const;
      for (const fault of await axeFaults(hangingOf(scene, wall, '1080p', own)))
        faults.push(`${scene.example}: ${fault}`);
    }
    expect(faults).toEqual([]);
  },
  120_000,
);
