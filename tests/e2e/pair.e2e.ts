import { expect, signIn, test } from './huddleboard';
import { isSound, phone } from './public-pages';

test('a TV shows a code, a leader hangs it up, and the TV becomes that display', async ({
  page,
  seeded,
  browser,
}) => {
  const { origin } = seeded.server;
  await page.goto(`${origin}/display`);
  const code = (await page.locator('.code').innerText()).replace(/[^A-Z]/g, '');
  expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/);
  await isSound(page);

  const context = await browser.newContext(phone);
  const leader = await context.newPage();
  await signIn(leader, origin, seeded.owner);
  await leader.goto(`${origin}/pair`);
  await leader.getByLabel('Code').fill(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`);
  await leader.getByRole('button', { name: 'Find the screen' }).click();
  await expect(leader.getByText('127.0.0.1')).toBeVisible();
  await isSound(leader);
  await leader.getByRole('button', { name: 'Hang it up' }).click();
  await expect(leader.getByLabel('Name of the place')).toHaveAccessibleDescription(/give the place a name/);
  await leader.getByLabel('Name of the place').fill('Kitchen door');
  await leader.getByRole('button', { name: 'Hang it up' }).click();
  await expect(leader.getByRole('heading', { name: 'Kitchen door is on the wall.' })).toBeVisible();
  await context.close();

  await page.waitForURL(/\/display\/[^/]+$/);
});

test('a wrong code is answered beside the field', async ({ page, seeded }) => {
  await signIn(page, seeded.server.origin, seeded.owner);
  await page.goto(`${seeded.server.origin}/pair?code=BBBBCCCC`);
  await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/No TV is waiting/);
});
