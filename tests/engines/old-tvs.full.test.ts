import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { requireBrowser } from '../../scripts/find-browser.js';
import { oldEngines, requireEngine } from '../../scripts/old-engines.js';
import { OldBrowser } from '../support/old-browser';
import { openWalls, sceneNow, scrolls, type Scene, type Walls } from './walls';

// The browsers that hang on walls, as they were sold. `ENGINE_PICTURES=<folder>` keeps a picture of each scene.
const pictures = process.env.ENGINE_PICTURES;
const patience = { timeout: 60_000, interval: 100 };

let walls: Walls;
beforeAll(async () => {
  walls = await openWalls();
  // The newest answer is of today, in the night, too: the engines answer while others look on.
  await walls.answer(9);
}, 300_000);
afterAll(() => walls.close());

/** The words of a scene, whatever its figures are: answers arrive and ages go up while the engines take turns. */
const wordsOf = ({ words }: Scene) => words.replace(/\d/g, '0');

/** Each scene as a browser of today sets it, by the words in it, and what that complained of. Looked at once. */
let looked: Promise<{ scenes: Map<string, Scene>; complaints: string[] }> | undefined;
const today = () =>
  (looked ??= (async () => {
    const browser = await OldBrowser.open({ program: requireBrowser() });
    try {
      const scenes = await walk(browser, 'today');
      return {
        scenes: new Map(scenes.map((scene) => [wordsOf(scene), scene])),
        complaints: browser.complaints,
      };
    } finally {
      await browser.close();
    }
  })());

/** Opens the wall as a paired TV does. */
async function hang(browser: OldBrowser, url = walls.url): Promise<void> {
  await browser.cookie('huddleboard_display', walls.token, walls.origin);
  await browser.goto(url);
}

const standing = (browser: OldBrowser) => browser.evaluate<Scene | null>(sceneNow);

/** Looks on until every scene of the playlist has hung, and tells each as it stood when nothing in it moved any more. */
async function walk(browser: OldBrowser, name: string): Promise<Scene[]> {
  await hang(browser);
  const slots = await browser.evaluate<string[]>(
    `fetch(location.href).then(function (page) { return page.text(); }).then(function (text) {
      var page = new DOMParser().parseFromString(text, 'text/html').querySelector('[data-parts]');
      return Object.keys(JSON.parse(page.getAttribute('data-parts')).first.slots);
    })`,
  );
  const settled = new Map<string, Scene>();
  let before = '';
  await expect
    .poll(
      async () => {
        const scene = await standing(browser);
        const stands = JSON.stringify(scene);
        if (scene && stands === before && !settled.has(scene.words)) {
          settled.set(scene.words, scene);
          if (pictures) {
            mkdirSync(pictures, { recursive: true });
            await browser.screenshot(join(pictures, `${settled.size}-${name}.png`));
          }
        }
        before = stands;
        const seen = new Set([...settled.values()].map(({ slot }) => slot));
        return slots.filter((slot) => !seen.has(slot));
      },
      { timeout: 300_000, interval: 300, message: `scenes that ${name} never showed` },
    )
    .toEqual([]);
  return [...settled.values()];
}

/**
 * Where two settings of a scene differ by more than a browser's rounding: 1 % of the wall's height, 3 % of a line's width. The
 * lines of a text may break elsewhere, as new browsers balance them: there only its first line's place and the height count.
 */
function differences(scene: Scene, other: Scene): string[] {
  return scene.texts.flatMap((text, index) => {
    const like = other.texts[index];
    if (!like) return [`${text.words}: not there`];
    const off = [text.top - like.top, text.height - like.height].some((pixels) => Math.abs(pixels) > 11);
    const line = text.lines === 1 && like.lines === 1;
    // Another time or figure has another width.
    const wider = text.words === like.words && Math.abs(text.width - like.width) > 11 + like.width * 0.03;
    const aside = Math.abs(text.left - like.left) > 11 || wider;
    return off || (line && aside) ? [JSON.stringify([text, like])] : [];
  });
}

/**
 * Words that reach out of the 5 % that a TV may cut off; less than a pixel is rounding. Large letters stand with their ink on
 * the edge, so that their box, which begins before it, may lie beyond by 2 % of its height; a figure or a time by 7.5 %, as a one stands in
 * the middle of its place.
 */
const outside = (scene: Scene) =>
  scene.texts.filter(
    ({ words, left, top, width, height }) =>
      left < 96 - 4 - height * (/^[+−]?[\d:]+$/.test(words) ? 0.075 : 0.02) ||
      top < 54 - 4 ||
      left + width > 1824 + 16 ||
      top + height > 1026 + 16,
  );

test('a browser of today walks through the playlist and has nothing to complain of', async () => {
  const { scenes, complaints } = await today();
  expect(complaints).toEqual([]);
  for (const scene of scenes.values()) expect(outside(scene), scene.words).toEqual([]);
});

for (const version of Object.keys(oldEngines)) {
  const missing = await requireEngine(version).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  // Where an engine cannot be had this is skipped by name; in CI it fails.
  const title = `a TV with Chromium ${version}${missing ? ` (${missing})` : ''}`;
  describe.skipIf(missing !== null && !process.env.CI)(title, () => {
    async function open(options = {}): Promise<OldBrowser> {
      const browser = await OldBrowser.open({ folder: await requireEngine(version) }, options);
      onTestFinished(() => browser.close());
      return browser;
    }

    test('walks through the playlist, set as in a browser of today, and nothing goes wrong in it', async () => {
      const browser = await open();
      const scenes = await walk(browser, version);
      const { scenes: like } = await today();
      const known = scenes.filter((scene) => like.has(wordsOf(scene)));
      // A figure that has one digit more, or new thanks: of nearly every slot there is a scene to compare with.
      const compared = new Set(known.map(({ slot }) => slot));
      const alone = scenes.filter(({ slot }) => !compared.has(slot));
      const slots = new Set(alone.map(({ slot }) => slot)).size;
      expect(slots, alone.map(wordsOf).join('\n')).toBeLessThanOrEqual(2);
      for (const scene of known) {
        expect(differences(scene, like.get(wordsOf(scene))!), scene.words).toEqual([]);
        expect(outside(scene), scene.words).toEqual([]);
      }
      expect(await browser.evaluate(scrolls)).toBe(false);
      expect(browser.complaints).toEqual([]);
    });

    test('is live: thanks break in, and an answer counts', async () => {
      const browser = await open();
      await hang(browser);
      await expect
        .poll(() => browser.evaluate(`!document.querySelector('[data-parts]')`), patience)
        .toBe(true);
      await walls.thank(`Ottilie ${version}`, 'Carried the piano up the stairs');
      await expect
        .poll(async () => (await standing(browser))?.words, patience)
        .toContain(`Ottilie ${version}`);

      const counted = async () =>
        Number(/(\d+) guests answered in the/.exec((await standing(browser))?.words ?? '')?.[1]);
      await expect.poll(counted, { ...patience, timeout: 240_000 }).toBeGreaterThan(0);
      const before = await counted();
      await walls.answer(9);
      await expect.poll(counted, { ...patience, timeout: 240_000 }).toBe(before + 1);
      expect(browser.complaints).toEqual([]);
    });

    test('without scripts it can be read, and the page itself leads on', async () => {
      const browser = await open({ scripts: false });
      await hang(browser);
      await expect.poll(async () => (await standing(browser))?.words, patience).toMatch(/\w+ \w+/);
      const first = await standing(browser);
      let next: Scene | null = null;
      await expect
        .poll(async () => {
          next = await standing(browser);
          return next !== null && next.slot !== first?.slot;
        }, patience)
        .toBe(true);
      expect(outside(next!)).toEqual([]);
    });

    test('looks at itself on the doctor’s page and shows a code where it is not paired', async () => {
      const browser = await open();
      const said = () => browser.evaluate<string>('document.body.innerText');
      await browser.goto(`${walls.origin}/doctor`);
      await expect.poll(said, patience).toContain('All is well.');
      expect(await browser.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      if (pictures) await browser.screenshot(join(pictures, `doctor-${version}.png`));
      await browser.goto(`${walls.origin}/display`);
      await expect.poll(said, patience).toMatch(/[A-Z0-9]{4}\W*[A-Z0-9]{4}/);
      expect(await browser.evaluate(scrolls)).toBe(false);
      if (pictures) await browser.screenshot(join(pictures, `pairing-${version}.png`));
      expect(browser.complaints).toEqual([]);
    });
  });
}
