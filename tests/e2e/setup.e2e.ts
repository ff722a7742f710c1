import { expect, test } from './huddleboard';
import { isSound, phone, setUp, setupLink } from './public-pages';

test.use(phone);

test('setup says what is wrong beside the field and loses nothing that was typed', async ({
  page,
  server,
}) => {
  await page.goto(await setupLink(server));
  await page.getByLabel('Your name').fill('Dana');
  await page.getByLabel('Login').fill('dana holm');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Open the board' }).click();
  await expect(page.getByLabel('Login')).toHaveAccessibleDescription(/no spaces/);
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/at least 10/);
  await expect(page.getByLabel('Your name')).toHaveValue('Dana');
  await expect(page.getByLabel('Login')).toHaveValue('dana holm');
  await isSound(page);
});

test('the owner is in after setup, and the link is good for nobody else', async ({
  page,
  server,
  browser,
}) => {
  await setUp(page, await setupLink(server));
  const stranger = await browser.newPage();
  await stranger.goto(await setupLink(server));
  await expect(stranger.getByRole('heading', { name: 'This board has an owner.' })).toBeVisible();
  await stranger.close();
});

test('without the code nobody gets in', async ({ page, server }) => {
  await page.goto(`${server.origin}/setup?code=guess`);
  await expect(page.getByRole('heading', { name: 'This board waits for its owner.' })).toBeVisible();
  await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/not the code/);
  await isSound(page);
});

test('whoever wants to look around first gets the sample team, on the phone and on a wall', async ({
  page,
  server,
  browser,
}) => {
  await page.goto(await setupLink(server));
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Your name').fill('Dana');
  await page.getByLabel('Login').fill('dana');
  await page.getByLabel('Password').fill('a warm bowl of soup');
  await page.getByLabel('Organisation').fill('The Harbour');
  await page.locator('[name=start][value=sample]').check({ force: true });
  await expect(page.getByRole('textbox', { name: 'Team' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Open the board' }).click();
  await page.waitForURL(/\/admin\/harbour-kitchen$/);
  await page.goto(`${server.origin}/admin/displays`);
  await page.getByRole('link', { name: /Break room/ }).click();
  await expect(page.getByRole('heading', { name: 'Break room' })).toBeVisible();

  const guest = await browser.newPage();
  await guest.goto(`${server.origin}/ask/harbour-kitchen`);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Would you send us a friend?');
  await guest.close();
});
