import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { otherBuild } from '../support/other-build';
import { tlsProxy } from '../support/tls-proxy';
import { expect, Server, signIn, test as base } from './huddleboard';

/** A TV: a browser that is switched off and on again with what it keeps, and knows the server as `wall.lan`. */
class Tv {
  #context: BrowserContext | undefined;
  constructor(
    readonly folder: string,
    readonly launch: { executablePath?: string; args?: string[] },
  ) {}

  async on(address: string): Promise<Page> {
    this.#context = await chromium.launchPersistentContext(this.folder, {
      executablePath: this.launch.executablePath,
      args: [...(this.launch.args ?? []), '--host-resolver-rules=MAP wall.lan 127.0.0.1'],
      viewport: { width: 1920, height: 1080 },
    });
    const page = this.#context.pages()[0] ?? (await this.#context.newPage());
    await page.goto(address);
    return page;
  }

  async pair(origin: string, token: string): Promise<void> {
    await this.on('about:blank');
    // As the server sets it; a session's cookie would be gone with the browser.
    const expires = Math.floor(Date.now() / 1000) + 86_400;
    await this.#context?.addCookies([
      { name: 'huddleboard_display', value: token, url: origin, httpOnly: true, sameSite: 'Lax', expires },
    ]);
    await this.off();
  }

  async off(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }
}

const test = base.extend<{ tv: Tv }>({
  tv: async ({ launchOptions }, use) => {
    const tv = new Tv(mkdtempSync(join(tmpdir(), 'huddleboard-tv-')), launchOptions);
    await use(tv);
    await tv.off();
    rmSync(tv.folder, { recursive: true, force: true });
  },
});

/** By which names TVs reach the server: plain http as on a LAN, and where browsers allow a service worker. */
const names = { 'plain http': 'wall.lan', localhost: 'localhost' };
const at = ({ port }: { port: number }, name: string, path = '') => `http://${name}:${port}${path}`;

const scene = (page: Page) => page.locator('[data-slot]').first();
const mark = (page: Page) => page.getByRole('status');
const screenAsks = { 'x-huddleboard-keep': '1' };

/** Waits until the TV has asked for the last part of what it keeps. */
const keeps = (page: Page) =>
  page.waitForResponse((answer) => new URL(answer.url()).pathname === '/display' && answer.status() === 307);

/** Waits until the TV's service worker has all to start a wall from. */
const workerKeeps = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const { active } = await navigator.serviceWorker.ready;
        return active?.state === 'activated' && Boolean(await caches.match('/display'));
      }),
    )
    .toBe(true);

/** Somebody else on the server's port: answers everything with 200 and a page of its own. */
async function captivePortal(port: number): Promise<() => Promise<void>> {
  const http = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in to the network</h1>'),
  );
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  return async () => {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  };
}

for (const [way, name] of Object.entries(names)) {
  const tag = way === 'localhost' ? '@full' : [];
  test(
    `over ${way} a TV that starts without its server hangs its last board and says as of when`,
    { tag },
    async ({ tv, seeded: { server, displays } }) => {
      test.setTimeout(150_000);
      await tv.pair(at(server, name), displays[0]?.token ?? '');
      // Switched on at the address that TVs are set to open.
      const first = await tv.on(at(server, name, '/display'));
      await expect(scene(first)).toBeVisible();
      await keeps(first);
      const { port } = server;
      await tv.off();
      await server.stop();

      const page = await tv.on(at({ port }, name, '/display'));
      await expect(scene(page)).toBeVisible({ timeout: 10_000 });
      await expect(mark(page)).toContainText(/\d\d:\d\d/, { timeout: 15_000 });

      await server.start(port);
      await expect(mark(page)).toHaveCount(0, { timeout: 5_000 });
      await expect(scene(page)).toBeVisible();
    },
  );

  test(
    `over ${way} a TV that was taken down keeps nothing of the board`,
    { tag: '@full' },
    async ({ tv, seeded: { server, displays, owner }, page: leader }) => {
      test.setTimeout(150_000);
      const [display] = displays;
      const address = at(server, name, `/display/${display?.id}`);
      await tv.pair(at(server, name), display?.token ?? '');
      const first = await tv.on(address);
      await keeps(first);
      await tv.off();

      await signIn(leader, server.origin, owner);
      await leader.goto(`${server.origin}/admin/displays/${display?.id}`);
      await leader.getByRole('button', { name: 'Take this display down' }).click();
      await leader.getByRole('button', { name: /take/i }).last().click();
      await leader.waitForURL('**/admin/displays');

      const gone = await tv.on(address);
      const dropped = gone.waitForResponse(
        (answer) => new URL(answer.url()).pathname === '/display' && answer.status() === 404,
      );
      await expect(gone.getByRole('heading', { name: 'This screen is not on the board yet' })).toBeVisible();
      await dropped;
      expect(
        await gone.evaluate(() =>
          Object.keys(localStorage).filter((key) => key.startsWith('huddleboard:board:')),
        ),
      ).toEqual([]);
      // What the browser was asked to forget it forgets in its own time.
      await expect
        .poll(() =>
          gone.evaluate(
            async (path) => 'caches' in window && (await caches.match(path)) !== undefined,
            `/display/${display?.id}`,
          ),
        )
        .toBe(false);
      await tv.off();
      await server.stop();
      await expect(tv.on(address)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
    },
  );
}

test(
  'over https a TV starts from its service worker while the proxy in front says 502',
  { tag: '@full' },
  async ({ tv, dataDir, buildDir, seeded: { server: plain, displays } }) => {
    test.setTimeout(150_000);
    await plain.stop();
    const server = await new Server(dataDir, { BUILD_DIR: buildDir, TRUST_PROXY: '1' }).start();
    const proxy = await tlsProxy('wall.lan', server);
    try {
      tv.launch.args = [...(tv.launch.args ?? []), '--ignore-certificate-errors'];
      const { port } = server;
      const origin = `https://wall.lan:${proxy.port}`;
      await tv.pair(origin, displays[0]?.token ?? '');
      const first = await tv.on(`${origin}/display`);
      await expect(scene(first)).toBeVisible();
      await workerKeeps(first);
      await tv.off();
      await server.stop();

      const page = await tv.on(`${origin}/display`);
      await expect(scene(page)).toBeVisible({ timeout: 10_000 });
      await expect(mark(page)).toContainText(/\d\d:\d\d/, { timeout: 15_000 });

      await server.start(port);
      await expect(mark(page)).toHaveCount(0);
      await expect(scene(page)).toBeVisible();
    } finally {
      proxy.close();
      await server.stop();
    }
  },
);

test('a page that is kept holds no board, and nobody but the display’s own screen is given one', async ({
  seeded: { server, displays },
  request,
}) => {
  const [display, other] = displays;
  const path = `${server.origin}/display/${display?.id}`;
  const get = async (headers: Record<string, string>, query = '') => {
    const answer = await request.get(path + query, { headers, maxRedirects: 0 });
    return { cached: answer.headers()['cache-control'], slots: /data-slot/.test(await answer.text()) };
  };
  const screen = { cookie: `huddleboard_display=${display?.token}` };
  const kept = 'private, max-age=7776000';
  expect(await get({ ...screen, ...screenAsks })).toEqual({ cached: kept, slots: false });
  expect(await get(screen)).toEqual({ cached: 'no-store', slots: true });
  expect(await get(screen, '?preview')).toEqual({ cached: 'no-store', slots: true });
  expect(await get(screenAsks)).toEqual({ cached: 'no-store', slots: false });
  const stranger = { cookie: `huddleboard_display=${other?.token}`, ...screenAsks };
  expect(await get(stranger)).toEqual({ cached: 'no-store', slots: false });
});

test('on localhost a wall stands through reloads while its server is away or a captive portal answers for it @full', async ({
  tv,
  seeded: { server, displays },
}) => {
  test.setTimeout(150_000);
  const { port } = server;
  await tv.pair(at(server, 'localhost'), displays[0]?.token ?? '');
  const page = await tv.on(at(server, 'localhost', `/display/${displays[0]?.id}`));
  await workerKeeps(page);
  await server.stop();

  await page.reload();
  await expect(scene(page)).toBeVisible();
  const leavePort = await captivePortal(port);
  for (let time = 0; time < 2; time += 1) {
    await page.reload();
    await expect(scene(page)).toBeVisible();
  }
  await expect(page.getByText('Log in to the network')).toHaveCount(0);
  await leavePort();

  await server.start(port);
  await expect(mark(page)).toHaveCount(0, { timeout: 10_000 });
  // Drawn by the server again: what the portal said was never kept.
  await page.reload();
  await expect(scene(page)).toBeVisible();
  const stored = await page.evaluate(async () => {
    const cache = await caches.open('huddleboard-kept');
    return Promise.all(
      (await cache.keys()).map(async (request) => {
        const answer = await cache.match(request);
        return { path: new URL(request.url).pathname, text: (await answer?.clone().text()) ?? '' };
      }),
    );
  });
  expect(stored.length).toBeGreaterThan(3);
  const pages = stored.filter(({ path }) => !path.startsWith('/_app/immutable/'));
  expect(pages.map(({ path }) => path).sort()).toEqual(['/display', `/display/${displays[0]?.id}`]);
  // Nor is a board in them, nor anybody's name.
  for (const { text } of pages) expect(text).not.toMatch(/Log in to the network|data-slot/);
});

test(
  'a new build’s service worker takes the place of the one before, and a broken one takes no place',
  { tag: '@full' },
  async ({ tv, dataDir, buildDir, seeded: { server, displays } }) => {
    test.setTimeout(240_000);
    const { port } = server;
    await tv.pair(at(server, 'localhost'), displays[0]?.token ?? '');
    const page = await tv.on(at(server, 'localhost', `/display/${displays[0]?.id}`));
    await workerKeeps(page);
    const workers = () =>
      Promise.all(
        page
          .context()
          .serviceWorkers()
          .map((worker) => worker.evaluate('build').catch(() => null)),
      );
    await server.stop();

    const next = otherBuild(buildDir, 'next');
    const broken = otherBuild(buildDir, 'broken', undefined, 'throw new Error("broken worker");');
    try {
      const second = await new Server(dataDir, { BUILD_DIR: next.dir }).start(port);
      await page.reload();
      await expect.poll(workers, { timeout: 60_000 }).toEqual(['next']);
      await second.stop();

      const third = await new Server(dataDir, { BUILD_DIR: broken.dir }).start(port);
      await page.reload();
      await expect(page.locator('[data-parts]')).toHaveCount(0);
      await expect(scene(page)).toBeVisible();
      const answer = await page.evaluate(async () =>
        (await navigator.serviceWorker.ready).update().then(
          () => 'taken',
          () => 'refused',
        ),
      );
      expect(answer).toBe('refused');
      await third.stop();
      await page.reload();
      await expect(scene(page)).toBeVisible();
      await expect.poll(async () => (await workers()).filter(Boolean)).toEqual(['next']);
    } finally {
      next.remove();
      broken.remove();
    }
  },
);

test(
  'OFFLINE_START=off removes for good what TVs keep, and their service worker',
  { tag: '@full' },
  async ({ tv, dataDir, seeded: { server, displays } }) => {
    test.setTimeout(150_000);
    const { port } = server;
    const address = at(server, 'localhost', `/display/${displays[0]?.id}`);
    await tv.pair(at(server, 'localhost'), displays[0]?.token ?? '');
    const page = await tv.on(address);
    await workerKeeps(page);
    await server.stop();

    const without = await new Server(dataDir, { OFFLINE_START: 'off' }).start(port);
    await expect(mark(page)).toHaveCount(0);
    // What the browser's own cache has goes once the screen has asked for it.
    const dropped = page.waitForResponse(
      (answer) => new URL(answer.url()).pathname === '/display' && answer.status() === 303,
    );
    await page.reload();
    await dropped;
    await expect(scene(page)).toBeVisible();
    await expect
      .poll(() =>
        page.evaluate(async () => [
          (await navigator.serviceWorker.getRegistrations()).length,
          (await caches.keys()).length,
        ]),
      )
      .toEqual([0, 0]);
    await tv.off();
    await without.stop();
    await expect(tv.on(address)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
  },
);
