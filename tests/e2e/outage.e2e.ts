import { chromium, type Browser, type Page } from '@playwright/test';
import { layCable, type Cable } from '../../scripts/cable.js';
import { signIn } from '../../scripts/leader.js';
import { expect, goLive, Server, test as base } from './huddleboard';

const test = base.extend<{ tv: Browser; cable: Cable }>({
  /** A browser that knows its server as `wall.lan`: plain http gives a wall nothing to fall back on. */
  tv: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP wall.lan 127.0.0.1'];
    const tv = await chromium.launch({ ...launchOptions, args });
    await use(tv);
    await tv.close();
  },
  cable: async ({ seeded }, use) => {
    const cable = await layCable(seeded.server.port);
    await use(cable);
    cable.close();
  },
});

const scene = (page: Page) => page.locator('[data-slot]').first();
/** The mark that says since when nothing was heard. */
const mark = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /\d\d:\d\d/ })
    .first();
const portalPage = '<h1>Log in to the network</h1>';

/** A display's page whose clock the test may turn, live; how often it was loaded since. */
async function hang(tv: Browser, origin: string, { id, token }: { id: string; token: string }) {
  const address = origin.replace('127.0.0.1', 'wall.lan');
  const context = await tv.newContext({ viewport: { width: 1920, height: 1080 } });
  await context.addCookies([{ name: 'huddleboard_display', value: token, url: address }]);
  const page = await context.newPage();
  await page.clock.install();
  await goLive(page, `${address}/display/${id}`);
  await expect(page.locator('[data-parts]')).toHaveCount(0);
  let loads = 0;
  page.on('framenavigated', () => (loads += 1));
  return { page, loads: () => loads };
}

/** A leader takes the wall over: what a wall that is right shows at once. */
async function call(
  seeded: { server: Server; team: string; owner: { login: string; password: string } },
  title: string,
) {
  const leader = await signIn({ origin: seeded.server.origin, owner: seeded.owner });
  const { walls } = await leader.read(`/admin/${seeded.team}/takeover`);
  const chosen = Object.fromEntries(walls.map(({ id }: { id: string }) => [`wall-${id}`, 'on']));
  await leader.send(`/admin/${seeded.team}/takeover`, 'start', {
    tone: 'call',
    title,
    minutes: '5',
    ...chosen,
  });
}

/** How many of the scenes that the TV keeps have people on them. */
const people = (page: Page) =>
  page.evaluate(() => {
    const [key = ''] = Object.keys(localStorage).filter((name) => name.startsWith('huddleboard:board:'));
    const { snapshot } = JSON.parse(localStorage.getItem(key) ?? '');
    const slots: { personal?: true }[] = Object.values(snapshot.slots);
    return slots.filter(({ personal }) => personal).length;
  });

test('a wall whose cable is pulled says so in time, and is right again once it is plugged in', async ({
  tv,
  cable,
  seeded,
}) => {
  test.setTimeout(150_000);
  const { page, loads } = await hang(tv, cable.origin, seeded.displays[0] ?? { id: '', token: '' });
  // Without a heartbeat of our own nobody would notice: a bare connection stands.
  const bare = await page.evaluateHandle(
    () =>
      new Promise<WebSocket>((resolve) => {
        const socket = new WebSocket(`ws://${location.host}/live/?EIO=4&transport=websocket`);
        socket.onopen = () => resolve(socket);
      }),
  );
  cable.pull();
  await call(seeded, 'Come to the huddle');
  await page.clock.fastForward(15_000);
  await expect(mark(page)).toBeVisible();
  await expect(scene(page)).toBeVisible();
  await page.clock.fastForward(60_000);
  await expect(page.getByText('Come to the huddle')).toHaveCount(0);
  expect(await bare.evaluate(({ readyState }) => readyState)).toBe(1);

  cable.plugIn();
  await expect(page.getByText('Come to the huddle').first()).toBeVisible();
  await expect(mark(page)).toHaveCount(0);
  expect(loads()).toBe(0);
});

test('a wall behind a captive portal keeps its board, after a day without people, and takes nothing from it', async ({
  tv,
  cable,
  seeded,
}) => {
  test.setTimeout(180_000);
  const { page, loads } = await hang(tv, cable.origin, seeded.displays[0] ?? { id: '', token: '' });
  cable.hijack(portalPage);
  await page.clock.fastForward(15_000);
  await expect(mark(page)).toBeVisible();
  expect(await people(page)).toBeGreaterThan(0);
  await page.clock.fastForward('25:00:00');
  await expect.poll(() => people(page)).toBe(0);
  await expect(scene(page)).toBeVisible();
  await expect(mark(page)).toBeVisible();
  expect(loads()).toBe(0);

  await call(seeded, 'Come to the huddle');
  cable.plugIn();
  await expect(page.getByText('Come to the huddle').first()).toBeVisible();
  await expect(mark(page)).toHaveCount(0);
  await page.clock.fastForward(2_000);
  await expect.poll(() => people(page)).toBeGreaterThan(0);

  // What the wall was spared.
  cable.hijack(portalPage);
  await page.reload();
  await expect(page.getByText('Log in to the network')).toBeVisible();
});

test('a wall outlives its server’s death for a second, a minute and a week @full', async ({
  tv,
  cable,
  dataDir,
  seeded,
}) => {
  test.setTimeout(240_000);
  const { page, loads } = await hang(tv, cable.origin, seeded.displays[0] ?? { id: '', token: '' });
  const { port } = seeded.server;
  let { server } = seeded;
  for (const [away, milliseconds] of [
    ['a second', 1_000],
    ['a minute', 60_000],
    ['a week', 7 * 86_400_000],
  ] as const) {
    await server.stop('SIGKILL');
    await page.clock.fastForward(milliseconds);
    await expect(scene(page)).toBeVisible();
    await expect(mark(page)).toHaveCount(milliseconds > 15_000 ? 1 : 0);
    if (milliseconds > 86_400_000) {
      await expect.poll(() => people(page)).toBe(0);
      await expect(mark(page)).toContainText(/(day|\d{1,2} [A-Z]\p{L}+) \d\d:\d\d/u);
    }
    server = await new Server(dataDir, milliseconds > 60_000 ? later(milliseconds) : {}).start(port);
    await call({ ...seeded, server }, `Away for ${away}`);
    await expect(page.getByText(`Away for ${away}`).first()).toBeVisible();
    await expect(mark(page)).toHaveCount(0);
    await page.clock.fastForward(2_000);
    await expect.poll(() => people(page)).toBeGreaterThan(0);
  }
  expect(loads()).toBe(0);
  await server.stop();
});

/** Has a server’s clock run so far ahead. */
function later(milliseconds: number): Record<string, string> {
  const code = `const R = Date; const now = () => R.now() + ${milliseconds};
    globalThis.Date = new Proxy(R, {
      construct: (target, given, maker) => Reflect.construct(target, given.length ? given : [now()], maker),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });`;
  return { NODE_OPTIONS: `--import=data:text/javascript;base64,${Buffer.from(code).toString('base64')}` };
}
