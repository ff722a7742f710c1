import { test as base, expect, type Browser, type Page } from '@playwright/test';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seed, Server, type Seeded } from '../support/server';

/** Signs a leader in through the page, as a person does. */
export async function signIn(
  page: Page,
  origin: string,
  owner: { login: string; password: string },
): Promise<void> {
  await page.goto(`${origin}/admin/sign-in`);
  // By name: the pages are read in pseudo-English too.
  await page.locator('[name=login]').fill(owner.login);
  await page.locator('[name=password]').fill(owner.password);
  await page.locator('form button').last().click();
  await page.waitForURL((url) => url.pathname.startsWith('/admin') && !url.pathname.includes('sign-in'));
}

/** Opens a wall and waits until it has heard its server, over whichever connection and however early. */
export async function goLive(wall: Page, address: string): Promise<void> {
  const heard = new Promise<void>((resolve) => {
    wall.on('websocket', (socket) => socket.on('framereceived', () => resolve()));
  });
  await wall.goto(address);
  await heard;
}

/** A TV by its link, once it is connected and shows something. */
export async function hang(browser: Browser, link: string, origin: string): Promise<Page> {
  const wall = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
  await goLive(wall, link.replace(/^https?:\/\/[^/]+/, origin));
  await expect(wall.locator('[data-slot]').first()).toBeVisible();
  return wall;
}

interface Fixtures {
  /** The build that is served; another one is set with `test.use`. */
  buildDir: string;
  dataDir: string;
  server: Server;
  seeded: { server: Server } & Seeded;
}
interface WorkerFixtures {
  /** A data directory with the sample team that nobody opens: tests work on copies of it. */
  sample: Seeded & { dir: string };
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  buildDir: ['build', { option: true }],
  sample: [
    // eslint-disable-next-line no-empty-pattern -- playwright asks for the pattern
    async ({}, use) => {
      const dir = mkdtempSync(join(tmpdir(), 'huddleboard-sample-'));
      await use({ dir, ...(await seed(dir)) });
      rmSync(dir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  // eslint-disable-next-line no-empty-pattern -- playwright asks for the pattern
  dataDir: async ({}, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'huddleboard-e2e-'));
    await use(dir);
    rmSync(dir, { recursive: true, force: true });
  },
  /** A server on an empty store. */
  server: async ({ dataDir, buildDir }, use) => {
    const server = await new Server(dataDir, { BUILD_DIR: buildDir }).start();
    await use(server);
    await server.stop();
  },
  /** A server with the sample team. */
  seeded: async ({ dataDir, buildDir, sample: { dir, ...sample } }, use) => {
    cpSync(dir, dataDir, { recursive: true });
    const server = await new Server(dataDir, { BUILD_DIR: buildDir }).start();
    await use({ server, ...sample });
    await server.stop();
  },
});

export { expect } from '@playwright/test';
export { Server };
