import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quickProfiles } from '../support/quick-profiles';
import { seed, type Seeded } from '../support/server';
import { expect, Server, test } from './huddleboard';

/** The sample team on walls whose scenes change as soon as they may. */
const quick = test.extend<
  { wall: { server: Server; url: string; token: string; pairing: string } },
  { quickSample: Seeded & { folder: string } }
>({
  quickSample: [
    // eslint-disable-next-line no-empty-pattern -- playwright asks for the pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'huddleboard-quick-'));
      const env = { PROFILES_DIR: quickProfiles(join(folder, 'profiles')) };
      await use({ folder, ...(await seed(join(folder, 'data'), env)) });
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  wall: async ({ dataDir, buildDir, quickSample: { folder, displays } }, use) => {
    cpSync(folder, dataDir, { recursive: true });
    const env = { PROFILES_DIR: join(dataDir, 'profiles'), BUILD_DIR: buildDir };
    const server = await new Server(join(dataDir, 'data'), env).start();
    const [display] = displays;
    await use({
      server,
      url: `${server.origin}/display/${display?.id}`,
      token: display?.token ?? '',
      pairing: `${server.origin}/display`,
    });
    await server.stop();
  },
});

quick.describe('a TV that runs no scripts', () => {
  quick.use({ javaScriptEnabled: false });

  quick('is led from scene to scene by the page itself', async ({ page, wall }) => {
    await page.context().addCookies([{ name: 'huddleboard_display', value: wall.token, url: wall.url }]);
    await page.goto(wall.url);
    const seen: string[] = [];
    for (const scene of [0, 1, 2]) {
      if (scene > 0) await page.waitForURL(`${wall.url}?scene=${scene}`, { timeout: 60_000 });
      const stands = page.locator('[data-slot]').first();
      await expect(stands.locator('h2, p').first()).toBeVisible();
      seen.push((await stands.getAttribute('data-slot')) ?? '');
    }
    expect(new Set(seen).size).toBe(3);
  });
});

quick.describe('a TV whose program cannot start', () => {
  quick.beforeEach(async ({ page, wall }) => {
    await page.context().addCookies([{ name: 'huddleboard_display', value: wall.token, url: wall.url }]);
  });

  quick('goes on to the next scene, as long as its server is there @full', async ({ page, wall }) => {
    await page.route('**/screen.*.js', (route) => route.abort());
    await page.goto(wall.url);
    await page.waitForURL(`${wall.url}?scene=2`, { timeout: 60_000 });

    // A portal that answers for the server is not it.
    let asked = 0;
    await page.route('**/healthz', (route) => {
      asked += 1;
      return route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Please sign in</h1>' });
    });
    const stands = page.url();
    await expect.poll(() => asked, { timeout: 60_000 }).toBeGreaterThan(1);
    expect(page.url()).toBe(stands);

    await page.unroute('**/healthz');
    await page.waitForURL((url) => url.href !== stands, { timeout: 60_000 });
  });

  quick('asks for its code anew until it is paired', async ({ page, wall }) => {
    await page.route('**/_app/**/*.js', (route) => route.abort());
    await page.goto(wall.pairing);
    await page.waitForEvent('load', { timeout: 60_000 });
    await expect(page.getByRole('heading')).toBeVisible();
  });
});

quick('a wall whose program runs stays on its page @full', async ({ page, wall }) => {
  await page.context().addCookies([{ name: 'huddleboard_display', value: wall.token, url: wall.url }]);
  let left = 0;
  await page.goto(`${wall.url}?scene=1`);
  page.on('request', (request) => (left += Number(request.isNavigationRequest())));
  const first = await page.locator('[data-slot]').last().getAttribute('data-slot');
  // Two scenes on: longer than a page without a program would have stayed.
  for (let turn = 0, before = first; turn < 2; turn += 1) {
    await expect(page.locator('[data-slot]').last()).not.toHaveAttribute('data-slot', before ?? '');
    before = await page.locator('[data-slot]').last().getAttribute('data-slot');
  }
  expect(page.url()).toBe(`${wall.url}?scene=1`);
  expect(left).toBe(0);
});
