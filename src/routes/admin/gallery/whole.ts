import '../../../app.css';
import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { axeFaults, readingFaults, themes } from './hang';
import { manners } from './matrix';
import { fieldOf, naughtyStrings } from './own-words';
import { hangingOf, kinds, mayHang, scenesOf, type Scene } from './scenes';
import { screens, walls, type ScreenName } from './walls';

// The whole matrix: every showing of every example on every wall and every screen in every manner, and in every theme on some
// screen. One file a part, matrix-*.svelte.full.ts, so that the browsers share the work.

const sayPseudo = (on: boolean) => Object.assign(globalThis, { pseudoWords: on });
const screenNames = Object.keys(screens) as ScreenName[];
const wallsOf = (scene: Scene) => Object.keys(walls).filter((wall) => mayHang(scene, wall));

/** Tests that every kind of scene can be read on a screen; `naughty` are strings that broke other programs. */
export function readWhole(screen: ScreenName, naughty: readonly string[]): void {
  const naughtyWords = naughtyStrings(naughty);
  beforeAll(() => page.viewport(screens[screen].width, screens[screen].height));

  test.each(kinds)(`%s can be read on every wall on a screen of ${screen}, in every manner`, async (kind) => {
    const faults: string[] = [];
    let turn = screenNames.indexOf(screen);
    for (const scene of await scenesOf(kind))
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
}

/** Tests that every kind of scene can be read with each naughty string in each of its fields, on some screen. */
export function readNaughty(naughty: readonly string[]): void {
  const naughtyWords = naughtyStrings(naughty);

  test.each(kinds)('%s can be read with every naughty string in each of its fields', async (kind) => {
    const faults: string[] = [];
    const met = new Set<string>();
    let hung: ScreenName | undefined;
    for (const scene of await scenesOf(kind)) {
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
}

/** Tests that axe finds nothing on any wall, in any manner. */
export function readByAxe(): void {
  beforeAll(() => page.viewport(1920, 1080));

  test.each(kinds)('axe finds nothing on %s on any wall', async (kind) => {
    const faults: string[] = [];
    for (const scene of await scenesOf(kind))
      for (const wall of wallsOf(scene))
        for (const manner of manners.filter(({ content }) => content !== 'naughty')) {
          sayPseudo(manner.words === 'pseudo');
          for (const fault of await axeFaults(hangingOf(scene, wall, '1080p', manner)))
            faults.push(`${scene.example} ${scene.play} on ${wall}, ${manner.dir}: ${fault}`);
        }
    sayPseudo(false);
    expect(faults).toEqual([]);
  });
}
