import '../../../app.css';
import naughty from '../../../../tests/samples/nasty/blns.json';
import { beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { axeFaults, readingFaults, themes } from './hang';
import { manners } from './matrix';
import { fieldOf, naughtyStrings } from './own-words';
import { hangingOf, kinds, mayHang, scenesOf, type Scene } from './scenes';
import { screens, walls, type ScreenName } from './walls';

// The whole matrix: every showing of every example on every wall and every screen in every manner, and in every theme on some screen.

/** Each at most as long as the door lets a text be. */
const naughtyWords = naughtyStrings(naughty);

const sayPseudo = (on: boolean) => Object.assign(globalThis, { pseudoWords: on });
const screenNames = Object.keys(screens) as ScreenName[];

const scenes = new Map<string, Scene[]>();
beforeAll(async () => {
  for (const kind of kinds) scenes.set(kind, await scenesOf(kind));
}, 120_000);

const wallsOf = (scene: Scene) => Object.keys(walls).filter((wall) => mayHang(scene, wall));

describe.each(screenNames)('on a screen of %s', (screen) => {
  beforeAll(() => page.viewport(screens[screen].width, screens[screen].height));

  test.each(kinds)('%s can be read on every wall, in every manner', async (kind) => {
    const faults: string[] = [];
    let turn = screenNames.indexOf(screen);
    for (const scene of scenes.get(kind) ?? [])
      for (const wall of wallsOf(scene))
        for (const [nth, manner] of manners.entries()) {
          turn += 1;
          sayPseudo(manner.words === 'pseudo');
          const hanging = hangingOf(scene, wall, screen, manner, naughtyWords, turn);
          // Each manner meets every theme on one screen or another.
          const theme = themes[(nth + screenNames.indexOf(screen)) % themes.length] ?? 'evening';
          for (const fault of await readingFaults(hanging, undefined, [theme]))
            faults.push(
              `${scene.example} ${scene.play} on ${wall}, ${Object.values(manner).join(', ')}: ${fault}`,
            );
        }
    sayPseudo(false);
    expect(faults).toEqual([]);
  });
});

describe('every naughty string', () => {
  test.each(kinds)('%s can be read with it in each of its fields', async (kind) => {
    const faults: string[] = [];
    const met = new Set<string>();
    let hung: ScreenName | undefined;
    for (const scene of scenes.get(kind) ?? []) {
      // A showing that has a field which no showing before had.
      const fields = scene.own.map(fieldOf).filter((field) => !met.has(field));
      if (fields.length === 0 || scene.play > 0) continue;
      for (const field of fields) met.add(field);
      for (const [index, string] of naughtyWords.entries()) {
        const screen = screenNames[Math.floor((index * screenNames.length) / naughtyWords.length)] ?? '1080p';
        if (screen !== hung) await page.viewport(screens[screen].width, screens[screen].height);
        hung = screen;
        const all = wallsOf(scene);
        const wall = all[index % all.length] ?? '';
        const dir = index % 2 ? 'rtl' : 'ltr';
        const manner = { words: 'english', dir, content: 'naughty' } as const;
        const hanging = hangingOf(scene, wall, screen, manner, naughtyWords, index);
        const theme = themes[index % themes.length] ?? 'evening';
        for (const fault of await readingFaults(hanging, undefined, [theme]))
          faults.push(`${scene.example} on ${wall}, ${dir}, ${screen}, “${string}”: ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  });
});

describe('axe', () => {
  beforeAll(() => page.viewport(1920, 1080));

  test.each(kinds)('finds nothing on %s on any wall', async (kind) => {
    const faults: string[] = [];
    for (const scene of scenes.get(kind) ?? [])
      for (const wall of wallsOf(scene))
        for (const manner of manners.filter(({ content }) => content !== 'naughty')) {
          sayPseudo(manner.words === 'pseudo');
          for (const fault of await axeFaults(hangingOf(scene, wall, '1080p', manner)))
            faults.push(`${scene.example} ${scene.play} on ${wall}, ${manner.dir}: ${fault}`);
        }
    sayPseudo(false);
    expect(faults).toEqual([]);
  });
});
