import type { Browser, Page } from '@playwright/test';
import { Keyboard, Thumb, type Hand } from './hand';
import { expect, hang, signIn, test, type Server } from './huddleboard';
import { isSound, phone } from './public-pages';
import type { Seeded } from '../support/server';

// What a leader does from a phone, day by day, once signed in: by thumb, counted; by keyboard alone; without JavaScript.

/** How soon a wall shows what a leader did, in milliseconds; a busy machine is given more. */
const soon = 10_000;

interface Desk extends Seeded {
  page: Page;
  hand: Hand;
  browser: Browser;
  server: Server;
}
interface Task {
  task: string;
  /** At most so many taps, fields included. */
  taps: number;
  /** Where it begins, under /admin. */
  from: (desk: Desk) => string;
  run: (desk: Desk) => Promise<void>;
}

const tasks: Task[] = [
  {
    task: 'a TV is paired and shows its board',
    taps: 6,
    from: () => '',
    run: async ({ page, hand, browser, server }) => {
      const tv = await (await browser.newContext()).newPage();
      await tv.goto(`${server.origin}/display`);
      const code = (await tv.locator('.code').innerText()).replace(/[^A-Z]/g, '');
      await hand.tap(page.getByRole('link', { name: /^Displays\./ }));
      await hand.tap(page.getByRole('link', { name: 'Pair a TV' }));
      await hand.type(page.getByLabel('Code'), code);
      await hand.tap(page.getByRole('button', { name: 'Find the screen' }));
      await hand.type(page.getByLabel('Name of the place'), 'Kitchen door');
      await hand.tap(page.getByRole('button', { name: 'Hang it up' }));
      await tv.waitForURL(/\/display\/[^/]+$/);
      await expect(tv.locator('[data-slot]').first()).toBeVisible({ timeout: soon });
      await tv.context().close();
    },
  },
  {
    task: 'a comment is approved',
    taps: 1,
    from: ({ team }) => `/${team}/feedback`,
    run: async ({ page, hand }) => {
      const approve = page.getByRole('button', { name: 'Put it on the wall' });
      const waiting = await approve.count();
      await hand.tap(approve.first());
      await expect(approve).toHaveCount(waiting - 1);
    },
  },
  {
    task: 'somebody is thanked on the wall',
    taps: 3,
    from: ({ team }) => `/${team}/shout-outs`,
    run: async ({ page, hand, browser, server, displays }) => {
      const wall = await hang(browser, displays[0]!.link, server.origin);
      await hand.type(page.getByLabel('Whom do you thank?'), 'Wilhelmina');
      await hand.type(page.getByLabel('What did they do?'), 'caught the tray before it fell');
      await hand.tap(page.getByRole('button', { name: 'Put it on the wall' }));
      await expect(wall.getByText('Wilhelmina').first()).toBeVisible({ timeout: soon });
      await wall.context().close();
    },
  },
  {
    task: 'the walls are taken over',
    taps: 3,
    from: ({ team }) => `/${team}`,
    run: async ({ page, hand, browser, server, displays }) => {
      const wall = await hang(browser, displays[0]!.link, server.origin);
      await hand.tap(page.getByRole('link', { name: 'Take over the walls' }));
      await hand.tap(page.getByRole('radio', { name: 'Fire drill now' }));
      await hand.tap(page.getByRole('button', { name: 'Put it on the walls now' }));
      await expect(wall.getByRole('heading', { name: 'Fire drill now' })).toBeVisible({ timeout: soon });
      await wall.context().close();
    },
  },
  {
    task: 'a playlist is changed',
    taps: 4,
    from: ({ team }) => `/${team}`,
    run: async ({ page, hand }) => {
      const order = () =>
        page.locator('[data-item]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.item));
      await hand.tap(page.getByRole('link', { name: /^Displays\./ }));
      await hand.tap(page.getByRole('link', { name: /^Break room/ }));
      await expect(page.locator('[data-item]').first()).toBeVisible();
      const before = await order();
      await hand.tap(page.locator('[data-item] summary').first());
      await hand.tap(page.getByRole('button', { name: 'Down' }).first());
      await expect.poll(order).toEqual([before[1], before[0], ...before.slice(2)]);
    },
  },
];

const ways = [
  { way: 'by thumb, in as many taps as may be', hand: () => new Thumb(), javaScriptEnabled: true },
  { way: 'by keyboard alone', hand: () => new Keyboard(), javaScriptEnabled: true },
  { way: 'without JavaScript', hand: () => new Thumb(), javaScriptEnabled: false },
];

for (const { way, hand: begin, javaScriptEnabled } of ways)
  test(`a leader's daily work is done ${way} @full`, async ({ browser, seeded }) => {
    const { server, owner } = seeded;
    const page = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage();
    await signIn(page, server.origin, owner);
    for (const { task, taps, from, run } of tasks)
      await test.step(task, async () => {
        const hand = begin();
        const desk = { ...seeded, page, hand, browser };
        await page.goto(`${server.origin}/admin${from(desk)}`);
        await run(desk);
        if (hand instanceof Thumb) expect(hand.taps).toBeLessThanOrEqual(taps);
      });
  });

test('an action is seen to be on its way before it is answered @full', async ({ browser, seeded }) => {
  const { server, owner, team, displays } = seeded;
  const page = await (await browser.newContext(phone)).newPage();
  await signIn(page, server.origin, owner);
  const sent: { path: string; act: (page: Page) => Promise<void> }[] = [
    {
      path: `/${team}/feedback`,
      act: (page) => page.getByRole('button', { name: 'Put it on the wall' }).first().click(),
    },
    {
      path: `/displays/${displays[0]!.id}`,
      act: (page) => page.getByRole('button', { name: 'Next scene' }).click(),
    },
    { path: `/${team}`, act: (page) => page.getByRole('link', { name: 'Decisions' }).click() },
  ];
  for (const { path, act } of sent) {
    await page.goto(`${server.origin}/admin${path}`);
    await page.waitForLoadState('networkidle');
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/*', async (route) => {
      await held;
      await route.continue();
    });
    await act(page);
    const underway = page.getByRole('status').filter({ hasText: 'One moment' });
    await expect(underway).toBeVisible();
    answer();
    await expect(underway).toHaveCount(0);
    await page.unroute('**/*');
  }
});

test('waiting comments are decided by keys and by a finger that pushes them aside @full', async ({
  browser,
  seeded,
}) => {
  const { server, owner, team } = seeded;
  const page = await (await browser.newContext({ ...phone, hasTouch: true, isMobile: true })).newPage();
  await signIn(page, server.origin, owner);
  await page.goto(`${server.origin}/admin/${team}/feedback`);
  const comments = page.locator('article');
  const texts = () => page.locator('article blockquote').allInnerTexts();
  const [first, second, third, fourth, ...rest] = await texts();

  await comments.first().getByRole('button', { name: 'Put it on the wall' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('a');
  await expect.poll(texts).toEqual([first, third, fourth, ...rest]);
  // The keyboard is at the comment that came in its place.
  await page.keyboard.press('h');
  await expect.poll(texts).toEqual([first, fourth, ...rest]);

  const finger = await page.context().newCDPSession(page);
  const push = async (text: string | undefined, aside: number, along = 0) => {
    const words = page.locator('blockquote', { hasText: text ?? '' });
    await words.scrollIntoViewIfNeeded();
    const box = (await words.boundingBox())!;
    const at = (part: number) => ({ x: box.x + box.width / 2 + aside * part, y: box.y + 20 + along * part });
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(0)] });
    for (const part of [0.2, 0.4, 0.6, 0.8, 1])
      await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at(part)] });
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  // A little, or down the page, decides nothing.
  await push(first, 60);
  await push(first, 0, -200);
  await push(first, 180);
  await expect.poll(texts).toEqual([fourth, ...rest]);
  await push(fourth, -180);
  await expect.poll(texts).toEqual(rest);
  const [onWall, hidden] = [`/admin/${team}/feedback?show=approved`, `/admin/${team}/feedback?show=hidden`];
  await page.goto(server.origin + onWall);
  expect(await texts()).toEqual(expect.arrayContaining([first, second]));
  await page.goto(server.origin + hidden);
  expect(await texts()).toEqual(expect.arrayContaining([third, fourth]));
});

test('a playlist is prepared while the wall stays as it is, and hangs once it is published @full', async ({
  browser,
  seeded,
}) => {
  const { server, owner, displays } = seeded;
  const page = await (await browser.newContext(phone)).newPage();
  await signIn(page, server.origin, owner);
  const wall = await hang(browser, displays[0]!.link, server.origin);
  // It stays in the loop and on the wall for as long as it hangs at all.
  const scene = wall.locator('[data-slot]').first();
  const shown = await scene.getAttribute('data-slot');
  await page.goto(`${server.origin}/admin/displays/${displays[0]!.id}`);
  const item = page.locator(`li[data-item="${shown}"]`);
  const keepIt = item.getByRole('button', { name: '1 hour' });
  const remove = async () => {
    await item.locator('summary').click();
    await item.getByRole('button', { name: 'Remove' }).click();
    await expect(item).toHaveCount(0);
  };
  await item.locator('summary').click();
  await keepIt.click();
  await expect(page.getByText(/stays on the wall until/)).toBeVisible();
  await page.getByRole('button', { name: 'Prepare changes' }).click();
  await expect(page.getByText('This is a draft.')).toBeVisible();
  await isSound(page);
  await remove();
  await page.getByRole('button', { name: 'Throw the draft away' }).click();
  await expect(item).toHaveCount(1);
  await page.getByRole('button', { name: 'Prepare changes' }).click();
  await remove();
  await expect(wall.locator(`[data-slot="${shown}"]`)).toHaveCount(1);
  await page.getByRole('button', { name: 'Publish the draft' }).click();
  await expect(page.getByText('Published. The wall follows.')).toBeVisible();
  await expect(wall.locator(`[data-slot="${shown}"]`)).toHaveCount(0, { timeout: soon });
});
