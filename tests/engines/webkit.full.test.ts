import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { requireProgram } from '../../scripts/require-program.js';
import { WebKit, type WebKitPrograms } from '../support/webkit';
import { openWalls, sceneNow, scrolls, type Scene } from './walls';

const pictures = process.env.ENGINE_PICTURES;
const patience = { timeout: 90_000, interval: 200 };

// Where WebKit cannot be had this is skipped by name; in CI it fails.
const found = ((): WebKitPrograms | string => {
  try {
    const why = 'It shows whether the wall runs in WebKit.';
    return {
      xvfb: requireProgram('Xvfb', 'xvfb', why),
      driver: requireProgram('WebKitWebDriver', 'webkit2gtk-driver', why),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
})();
const missing = typeof found === 'string' ? found : null;

describe.skipIf(missing !== null && !process.env.CI)(`WebKit${missing ? ` (${missing})` : ''}`, () => {
  test('loads the wall and is live: thanks break in, scenes follow, and nothing goes wrong in it', async () => {
    if (typeof found === 'string') throw new Error(found);
    const walls = await openWalls();
    onTestFinished(walls.close);
    const browser = await WebKit.open(found);
    onTestFinished(() => browser.close());
    const standing = () => browser.evaluate<Scene | null>(sceneNow);

    await browser.goto(`${walls.origin}/healthz`);
    await browser.cookie('huddleboard_display', walls.token);
    await browser.goto(walls.url);
    expect((await standing())?.words).toMatch(/\w+ \w+/);
    await expect.poll(() => browser.evaluate(`!document.querySelector('[data-parts]')`), patience).toBe(true);
    await walls.thank('Ottilie', 'Carried the piano up the stairs');
    await expect.poll(async () => (await standing())?.words, patience).toContain('Ottilie');
    if (pictures) await browser.screenshot(join(pictures, 'webkit.png'));
    const { slot } = (await standing())!;
    await expect.poll(async () => (await standing())?.slot, patience).not.toBe(slot);
    expect(await browser.evaluate(scrolls)).toBe(false);
    expect(browser.complaints).toEqual([]);
  });
});
