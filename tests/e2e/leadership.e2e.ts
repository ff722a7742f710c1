import { expect, signIn, test } from './huddleboard';
import { Thumb } from './hand';
import { isSound, phone } from './public-pages';

test.use(phone);

test('the leadership team is team number one: first in lists, and it asks leaders what makes it tough @full', async ({
  page,
  seeded,
}) => {
  const { server, owner } = seeded;
  const { origin } = server;
  await signIn(page, origin, owner);
  await page.goto(`${origin}/admin?all`);
  await expect(page.getByText('What makes it tough?')).toHaveCount(0);
  await page.getByText('Add a team').click();
  await page.getByLabel('Team name').fill('The leaders');
  await page.getByRole('button', { name: 'Add this team' }).click();
  await expect(page).toHaveURL(/admin\/(?!.*all)/);
  const home = page.url();
  await page.goto(`${home.split('?')[0]}/settings`);
  await page.getByRole('button', { name: 'Make this the leadership team' }).click();
  await expect(page.getByText('This is the leadership team now.')).toBeVisible();
  await isSound(page, 'the settings of the leadership team');

  await page.goto(`${origin}/admin?all`);
  const teams = page.getByRole('list', { name: 'Your teams' }).getByRole('link');
  await expect(teams.first()).toContainText('The leaders');
  await page.goto(`${origin}/admin/grid`);
  const first = page.getByRole('region').first();
  await expect(first).toHaveAccessibleName('The leaders');
  await expect(first).toContainText('team number one');

  // Ten seconds: the words, and said.
  await page.goto(`${origin}/admin?all`);
  const thumb = new Thumb();
  await thumb.tap(page.getByRole('link', { name: /What makes it tough\?/ }));
  await expect(page.getByRole('heading', { name: /^What makes it tough for you/ })).toBeVisible();
  await isSound(page, 'what makes it tough');
  await page.getByLabel('In one line').fill('Nobody covers my shift while I coach');
  await thumb.tap(page.getByRole('button', { name: 'Say it' }));
  await expect(page.getByText(/^Said\. The leadership team reads it/)).toBeVisible();
  expect(thumb.taps).toBe(2);
  await page.goto(`${origin}/admin?all`);
  await expect(page.getByText('What makes it tough?')).toHaveCount(0);

  // One alone is told to nobody.
  await page.goto(`${home.split('?')[0]}/leading`);
  await expect(page.getByRole('heading', { name: /^What makes it tough for you/ })).toBeVisible();
  await expect(page.getByText(/Nobody covers my shift/)).toHaveCount(0);
  await isSound(page, 'what leaders are told');
});
