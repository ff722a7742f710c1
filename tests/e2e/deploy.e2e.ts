import type { Browser, Page } from '@playwright/test';
import { otherBuild } from '../support/other-build';
import { expect, goLive, Server, test as base } from './huddleboard';

const test = base.extend<{ build: (id: string, program?: string) => string }>({
  /** Makes a build with another id, and with another program for walls; all are removed in the end. */
  build: async ({ buildDir }, use) => {
    const made: (() => void)[] = [];
    await use((id, program) => {
      const { dir, remove } = otherBuild(buildDir, id, program);
      made.push(remove);
      return dir;
    });
    made.forEach((remove) => remove());
  },
});

/**
 * A display's page on a TV of its own, whose clock the test may turn; how often it was loaded since it first hung, and how
 * often a server told it which build runs.
 */
async function hang(
  browser: Browser,
  origin: string,
  { id, token }: { id: string; token: string },
): Promise<{ page: Page; loads: () => number; told: () => number }> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  await context.addCookies([{ name: 'huddleboard_display', value: token, url: origin }]);
  const page = await context.newPage();
  await page.clock.install();
  let told = 0;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => (told += Number(/"build":/.test(String(payload))))),
  );
  await goLive(page, `${origin}/display/${id}`);
  let loads = 0;
  page.on('framenavigated', (frame) => (loads += Number(frame === page.mainFrame())));
  return { page, loads: () => loads, told: () => told };
}

const scene = (page: Page) => page.locator('[data-slot]').first();
const safe = (page: Page) => page.getByText('comes back by itself');
const isTakenOver = (page: Page) => expect(page.locator('[data-parts]')).toHaveCount(0, { timeout: 60_000 });

test('a deploy reloads each display once', async ({ browser, dataDir, seeded, build }) => {
  test.setTimeout(240_000);
  const { server, displays } = seeded;
  const { port, origin } = server;
  const walls = await Promise.all(displays.map((display) => hang(browser, origin, display)));
  expect(walls).toHaveLength(2);

  await server.stop();
  const env = { BUILD_DIR: build('next') };
  const next = await new Server(dataDir, env).start(port);
  for (const { loads } of walls) await expect.poll(loads, { timeout: 90_000 }).toBe(1);
  for (const { page } of walls) {
    await isTakenOver(page);
    await expect(scene(page)).toBeVisible();
  }

  // The same build again is no news: a wall that had put off a reload would make it within the time that is skipped.
  await next.stop();
  const before = walls.map(({ told }) => told());
  const again = await new Server(dataDir, env).start(port);
  for (const [at, { page, loads, told }] of walls.entries()) {
    await expect.poll(told, { timeout: 30_000 }).toBeGreaterThan(before[at] ?? 0);
    await page.clock.fastForward(45_000);
    await isTakenOver(page);
    await expect(scene(page)).toBeVisible();
    expect(loads()).toBe(1);
    await page.context().close();
  }
  await again.stop();
});

for (const { how, program } of [
  { how: 'throws', program: 'throw new Error("broken build");' },
  { how: 'never begins', program: 'void 0;' },
]) {
  test(
    `a wall whose new program ${how} stops at a plain page and comes back with the next build`,
    { tag: '@full' },
    async ({ browser, dataDir, seeded, build }) => {
      test.setTimeout(300_000);
      const { server, displays } = seeded;
      const { port, origin } = server;
      const [display] = displays;
      const { page, loads } = await hang(browser, origin, display ?? { id: '', token: '' });
      await server.stop();

      const broken = await new Server(dataDir, { BUILD_DIR: build('broken', program) }).start(port);
      await expect
        .poll(
          async () => {
            await page.clock.fastForward(4_000).catch(() => undefined);
            return safe(page).isVisible();
          },
          { timeout: 180_000, intervals: [500] },
        )
        .toBe(true);
      // One for the deploy, three that tried again.
      expect(loads()).toBe(4);

      // It stays there while nothing is better, and asks once in ten minutes.
      await page.clock.fastForward('09:00');
      await expect(safe(page)).toBeVisible();
      expect(loads()).toBe(4);
      await broken.stop();
      const good = await new Server(dataDir, { BUILD_DIR: build('good') }).start(port);
      await page.clock.fastForward('02:00');
      await isTakenOver(page);
      await expect(scene(page)).toBeVisible();
      await expect(safe(page)).toHaveCount(0);
      await page.context().close();
      await good.stop();
    },
  );
}
