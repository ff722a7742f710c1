import type { Page } from '@playwright/test';
import { expect, hang, signIn, test } from './huddleboard';
import { phone } from './public-pages';

/** How soon a wall shows what a leader has put on it, in milliseconds; a busy machine is given more. */
const soon = 5_000;

const scenes = (wall: Page) => wall.locator('[data-slot]:visible');
const alone = (wall: Page) => expect(wall.locator('[data-slot]')).toHaveCount(1);

test('three taps on a phone take every wall over; it ends by another, and the loops go on', async ({
  browser,
  seeded,
}) => {
  const { server, owner, displays } = seeded;
  const [first, second] = [
    await hang(browser, displays[0]!.link, server.origin),
    await hang(browser, displays[1]!.link, server.origin),
  ];
  const leader = await (await browser.newContext(phone)).newPage();
  await signIn(leader, server.origin, owner);
  await leader.getByRole('link', { name: 'Take over the walls' }).click();
  await leader.getByText('Fire drill now').click();
  await leader.getByRole('button', { name: 'Put it on the walls now' }).click();

  for (const wall of [first, second]) {
    await expect(wall.getByRole('heading', { name: 'Fire drill now' })).toBeVisible({ timeout: soon });
    await alone(wall);
  }
  await expect(leader.getByRole('heading', { level: 1 })).toContainText('Fire drill now');
  await leader.getByRole('button', { name: 'End it now' }).click();
  for (const wall of [first, second]) {
    await expect(wall.getByRole('heading', { name: 'Fire drill now' })).toHaveCount(0, { timeout: soon });
    await expect(scenes(wall).first()).toBeVisible();
  }
  await expect(leader.getByRole('button', { name: 'End it now' })).toHaveCount(0);
});

test('without JavaScript a leader calls people together before one wall, in own words @full', async ({
  browser,
  seeded,
}) => {
  const { server, owner, team, displays } = seeded;
  const [chosen, other] = [
    await hang(browser, displays[0]!.link, server.origin),
    await hang(browser, displays[1]!.link, server.origin),
  ];
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
  const leader = await context.newPage();
  await signIn(leader, server.origin, owner);
  await leader.goto(`${server.origin}/admin/${team}/takeover`);
  await leader.getByText('Everyone to the huddle').click();
  await leader.getByLabel('In your own words').fill('Cake in the back room');
  await leader.getByText('Which walls, and why').click();
  for (const { id } of displays.slice(1)) await leader.locator(`label:has([name="wall-${id}"])`).click();
  await leader.getByRole('button', { name: 'Put it on the walls now' }).click();
  await expect(leader.getByRole('heading', { level: 1 })).toContainText('Cake in the back room');
  await expect(chosen.getByRole('heading', { name: 'Cake in the back room' })).toBeVisible({ timeout: soon });
  await expect(other.getByRole('heading', { name: 'Cake in the back room' })).toHaveCount(0);
  await leader.goto(`${server.origin}/admin/displays`);
  await expect(leader.getByText(/Cake in the back room.*until/)).toBeVisible();
  await leader.getByRole('link', { name: 'See or end it' }).click();
  await leader.getByRole('button', { name: 'End it now' }).click();
  await expect(chosen.getByRole('heading', { name: 'Cake in the back room' })).toHaveCount(0, {
    timeout: soon,
  });
});

test('a leader keeps a scene on the wall, lets it go, and sends the wall on @full', async ({
  browser,
  seeded,
}) => {
  const { server, owner, displays } = seeded;
  const wall = await hang(browser, displays[0]!.link, server.origin);
  const leader = await (await browser.newContext(phone)).newPage();
  await signIn(leader, server.origin, owner);
  await leader.goto(`${server.origin}/admin/displays/${displays[0]!.id}`);
  const shown = () => wall.locator('[data-slot]').last().getAttribute('data-slot');
  const before = await shown();

  const item = leader.locator('li[data-item]').nth(2);
  const kept = await item.getAttribute('data-item');
  expect(kept).not.toBe(before);
  await item.locator('summary').click();
  await item.getByRole('button', { name: '1 hour' }).click();
  await expect(leader.getByText(/stays on the wall until \d/)).toBeVisible();
  await expect.poll(shown, { timeout: soon }).toBe(kept);
  await expect(leader.getByRole('button', { name: 'Next scene' })).toBeDisabled();

  await leader.getByRole('button', { name: 'Let go' }).click();
  await expect(leader.getByText('The scenes take turns again.')).toBeVisible();
  await leader.getByRole('button', { name: 'Next scene' }).click();
  await expect.poll(shown, { timeout: soon }).not.toBe(kept);
});
