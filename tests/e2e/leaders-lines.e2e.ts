import { expect, hang, signIn, test } from './huddleboard';
import { keepScene } from './playlist';
import { isSound, phone } from './public-pages';

test.use(phone);

test('a leader closes a turn with what they saw done well and why the next matters; the wall hangs both and lights the lamp @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, team, displays } = seeded;
  const { origin } = server;
  const wall = await hang(browser, displays[0]!.link, origin);
  await signIn(page, origin, owner);
  await page.goto(`${origin}/admin/sponsor/${team}`);
  const accounts = page.getByLabel('Who stands behind the team');
  const own = await accounts.locator('option').nth(1).innerText();
  await accounts.selectOption({ label: own });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('img', { name: 'Said: still open this week' })).toBeVisible();

  await page.goto(`${origin}/admin/${team}/thanks`);
  await page.getByLabel('What I saw you do well').fill('You told every table the wait.');
  await page.getByLabel('Why this matters to me').fill('I waited there myself.');
  await isSound(page, 'the form that closes a turn');
  await page.getByRole('button', { name: /^Thank, ask/ }).click();
  // The turn begins with it.
  await expect(wall.getByRole('heading', { name: /^We thanked/ })).toBeVisible();
  await expect(wall.getByText(`Why this turn matters to ${own}`)).toBeVisible();
  await expect(wall.getByText('“I waited there myself.”')).toBeVisible();
  await expect(page.getByText(`What ${own} saw us do well`)).toBeVisible();

  await page.goto(`${origin}/admin/sponsor/${team}`);
  await expect(page.getByRole('img', { name: 'Said: done this week' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Thanked: done this week' })).toBeVisible();

  await keepScene(page, origin, displays[0]!.id, 'Thank and ask');
  await expect(wall.getByText('“You told every table the wait.”')).toBeVisible({ timeout: 60_000 });
  await expect(wall.getByText(`from ${own}, to all of us.`)).toBeVisible();
  await wall.context().close();
});
