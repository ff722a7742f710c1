import '../../../app.css';
import { beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { readingFaults, themes } from './hang';
import { axes, pairwise, type Case } from './matrix';
import { naughtyStrings } from './own-words';
import { hangingOf, kinds, mayHang, scenesOf, type Scene } from './scenes';
import { screens, walls, type ScreenName } from './walls';

// Every showing of every example on every wall, and any two of wall, screen, words, direction and content together: what is
// found here is what a person could not read. In two files, so that two browsers share the work. The whole matrix:
// whole.ts.

type One = Case<typeof axes> & { scene: Scene; wall: string; screen: ScreenName };

const sayPseudo = (on: boolean) => Object.assign(globalThis, { pseudoWords: on });
const named = ({ scene, wall, words, dir, content }: One) =>
  `${scene.example} ${scene.play} on ${wall}, ${words}, ${dir}, ${content}`;

const screenNames = Object.keys(screens) as ScreenName[];

/**
 * Tests that every kind of scene can be read on the screens from one place of the list to another, without it; `naughty`
 * are strings that broke other programs.
 */
export function readPairs(naughty: readonly string[], from: number, to?: number): void {
  /** Each at most as long as the door lets a text be. */
  const naughtyWords = naughtyStrings(naughty);
  const scenes: Scene[] = [];
  let cases: One[] = [];

  beforeAll(async () => {
    for (const kind of kinds) scenes.push(...(await scenesOf(kind)));
    cases = pairwise(
      {
        scene: scenes,
        wall: Object.keys(walls),
        screen: screenNames,
        ...axes,
      },
      ({ scene, wall }) => !scene || !wall || mayHang(scene, wall),
    );
  }, 120_000);

  describe.each(screenNames.slice(from, to))('on a screen of %s', (screen) => {
    beforeAll(() => page.viewport(screens[screen].width, screens[screen].height));

    test.each(kinds)(
      '%s can be read on every wall, whatever it shows',
      async (kind) => {
        const faults: string[] = [];
        for (const [turn, one] of cases.entries()) {
          if (one.screen !== screen || one.scene.kind !== kind) continue;
          sayPseudo(one.words === 'pseudo');
          const hanging = hangingOf(one.scene, one.wall, screen, one, naughtyWords, turn);
          // A showing hangs some ten times, in each theme in turn.
          const theme = themes[turn % themes.length] ?? 'evening';
          for (const fault of await readingFaults(hanging, undefined, [theme]))
            faults.push(`${named(one)}: ${fault}`);
        }
        sayPseudo(false);
        expect(faults).toEqual([]);
      },
      120_000,
    );
  });
}
