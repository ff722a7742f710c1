import { expect, hang, signIn, test } from './huddleboard';
import { keepScene } from './playlist';
import { isSound, phone } from './public-pages';

test.use(phone);

test('an owner declares, a leader signs with one tap, and the wall shows the words, the name and the date @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, displays } = seeded;
  const [display] = displays;
  const { origin } = server;
  const wall = await hang(browser, display!.link, origin);

  await signIn(page, origin, owner);
  await page.goto(`${origin}/admin/aims`);
  await page.getByLabel('What we hold imperative').fill('Whoever comes to us is helped at once.');
  await page.getByLabel('Where we want to be').fill('The house that people recommend first');
  await page.getByLabel('How we would know').fill('Four of five guests say a friend sent them');
  await page.getByLabel('Why: one fact from outside').fill('60 percent call service their first aim.');
  await page.getByRole('button', { name: 'Save the declaration' }).click();
  await expect(page.getByLabel('Who published it')).toHaveAccessibleDescription(/only with its source/);
  await isSound(page, 'a fact without its source');
  await page.getByLabel('Who published it').fill('Barometer of service');
  await page.getByLabel('Of which year').fill('2011');
  await page.getByRole('button', { name: 'Save the declaration' }).click();
  await expect(page.getByText('Saved. Leaders sign it here.')).toBeVisible();
  await expect(page.getByText('Nobody has signed it yet.', { exact: false })).toBeVisible();

  await page.goto(`${origin}/admin/people`);
  await page.getByLabel('Who is it for?').fill('Ravi');
  await page.getByText('Leader', { exact: true }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = (await page.locator('output').innerText()).trim();
  const leader = await (await browser.newContext(phone)).newPage();
  await leader.goto(link);
  await leader.getByLabel('Login').fill('ravi');
  await leader.getByLabel('Password').fill('soup of the day');
  await leader.getByRole('button', { name: 'Come in' }).click();

  // It waits first on the leader’s own page; one tap there, one to sign.
  await leader.getByRole('link', { name: /Our declaration\s+It waits for your name/ }).click();
  await expect(leader.getByText('Whoever comes to us is helped at once.')).toBeVisible();
  await expect(leader.getByText('Barometer of service, 2011. Not our own figure.')).toBeVisible();
  await isSound(leader, 'a declaration to sign');
  await leader.getByRole('button', { name: 'Sign it as Ravi' }).click();
  await expect(leader.getByText('Signed. Your name stands under it.')).toBeVisible();
  await expect(leader.getByRole('button', { name: /^Sign it/ })).toHaveCount(0);
  await isSound(leader, 'a signed declaration');

  await keepScene(page, origin, display!.id, 'Our declaration');
  await expect(wall.getByRole('heading', { name: 'Whoever comes to us is helped at once.' })).toBeVisible();
  await expect(wall.getByText('Ravi', { exact: true })).toBeVisible();
  await expect(wall.getByText(/^Last.signed.\d/)).toBeVisible();

  // Other words have no name yet, and hang nowhere until somebody signs them.
  await page.goto(`${origin}/admin/aims`);
  await expect(page.getByLabel('What we hold imperative')).toHaveAccessibleDescription(
    /One name stands under it/,
  );
  await page.getByLabel('What we hold imperative').fill('Nobody is sent on.');
  await page.getByRole('button', { name: 'Save the declaration' }).click();
  await expect(page.getByText('Saved. Leaders sign it here.')).toBeVisible();
  await expect(wall.getByText('Ravi', { exact: true })).toHaveCount(0);
  await leader.context().close();
  await wall.context().close();
});
