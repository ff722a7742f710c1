import type { Page } from '@playwright/test';
import { expect, goLive, test } from './huddleboard';
import { isSound, joinLink, phone } from './public-pages';

test.use(phone);

/** Counts what a thumb does on a page from now on. */
const countTaps = (page: Page) =>
  page.evaluate(() => {
    document.addEventListener(
      'click',
      ({ isTrusted }) => {
        const { dataset } = document.documentElement;
        if (isTrusted) dataset.taps = String(Number(dataset.taps ?? 0) + 1);
      },
      true,
    );
  });

test('a phone that did not come by the wall is told to scan its code', async ({ page, seeded }) => {
  await page.goto(`${seeded.server.origin}/team/${seeded.team}`);
  await expect(page.getByRole('heading', { name: 'Scan the code on the wall.' })).toBeVisible();
  await isSound(page);
});

test('a code of another day is told so, and is not kept in the address', async ({ page, seeded }) => {
  await page.goto(`${seeded.server.origin}/team/${seeded.team}?join=stale`);
  await expect(page.getByText('That code was from another day.')).toBeVisible();
  expect(page.url()).not.toContain('join');
});

test('the code on the wall lets a phone in, and a shout-out of three taps breaks in on the wall', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, displays } = seeded;
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  await context.addCookies([
    { name: 'huddleboard_display', value: displays[0]?.token ?? '', url: server.origin },
  ]);
  const wall = await context.newPage();
  await wall.clock.install();
  await goLive(wall, `${server.origin}/display/${displays[0]?.id}`);
  await wall.evaluate(() => document.documentElement.setAttribute('data-hung', 'since the start'));

  await page.goto(await joinLink(seeded));
  expect(page.url()).not.toContain('join');
  await isSound(page);
  // The first time the phone also asks who its owner is.
  await page.getByLabel('your name').fill('Ottoline');
  await page.getByLabel('your area').fill('Bar');
  await page.getByLabel('name', { exact: true }).fill('Wilhelmina');
  await page.getByLabel('did what?').fill('caught the tray before it fell');
  await page.getByRole('button', { name: 'Put it on the wall' }).click();
  await expect(page.getByText('It is on the wall now.')).toBeVisible();
  await expect(wall.getByText('Wilhelmina').first()).toBeVisible();
  await expect(wall.getByText('You caught the tray before it fell.').first()).toBeVisible();
  await isSound(page);

  // From then on it is three taps and the words.
  await page.getByRole('link', { name: 'Thank somebody else' }).click();
  await expect(page.getByLabel('your name')).toHaveValue('Ottoline');
  await countTaps(page);
  await page.getByLabel('name', { exact: true }).click();
  await page.keyboard.type('Peregrine');
  await page.getByLabel('did what?').click();
  await page.keyboard.type('you stayed until the last chair stood');
  await page.getByRole('button', { name: 'Put it on the wall' }).click();
  await expect(page.getByRole('heading', { name: 'Thank you, Peregrine' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-taps', '3');
  // The first one has hung for its time.
  await wall.clock.fastForward('01:00');
  await expect(wall.getByText('Peregrine').first()).toBeVisible();
  await expect(wall.getByText('You stayed until the last chair stood.').first()).toBeVisible();
  await expect(wall.locator('html')).toHaveAttribute('data-hung', 'since the start');
  await context.close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a shout-out that lacks its words is answered beside the blank, and sent when they are there', async ({
    page,
    seeded,
  }) => {
    await page.goto(await joinLink(seeded));
    await page.getByLabel('name', { exact: true }).fill('Wilhelmina');
    await page.getByLabel('your name').fill('Ottoline');
    await page.getByRole('button', { name: 'Put it on the wall' }).click();
    await expect(page.getByLabel('did what?')).toHaveAccessibleDescription(/fill this in/);
    await expect(page.getByLabel('name', { exact: true })).toHaveValue('Wilhelmina');
    await page.getByLabel('did what?').fill('caught the tray');
    await page.getByRole('button', { name: 'Put it on the wall' }).click();
    await expect(page.getByRole('heading', { name: 'Thank you, Wilhelmina' })).toBeVisible();
  });
});
