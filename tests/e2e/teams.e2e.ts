import { expect, signIn, test } from './huddleboard';
import { isSound, phone } from './public-pages';

// More teams than one: whose a scene is, and which teams came into a group, is said by name wherever it is listed.

test.use(phone);

test('lists of scenes say whose one is, and the trail which teams came into a group and went out @full', async ({
  page,
  seeded,
}) => {
  const { server, owner, team, displays } = seeded;
  const { origin } = server;
  const display = `${origin}/admin/displays/${displays[0]?.id}`;
  await signIn(page, origin, owner);
  await page.goto(`${origin}/admin?all`);
  await page.getByText('Add a team').click();
  await page.getByLabel('Team name').fill('Quay Bar');
  await page.getByRole('button', { name: 'Add this team' }).click();
  await expect(page).toHaveURL(/\/admin\/\w+$/);

  await page.goto(display);
  await page.getByText('Add a scene').click();
  await page.getByLabel('Whose scene?').selectOption({ label: 'Quay Bar' });
  await page.getByRole('button', { name: 'Shout-outs' }).last().click();
  await expect(page.getByRole('list', { name: 'Playlist' })).toContainText('Quay Bar');
  await page.goto(`${display}/week`);
  await expect(page.getByRole('listitem').filter({ hasText: 'Shout-outs' }).last()).toContainText('Quay Bar');
  await isSound(page, 'week');
  await page.goto(`${origin}/admin/${team}/plan`);
  await expect(page.getByRole('listitem').filter({ hasText: 'Quay Bar' })).toContainText('Shout-outs');

  await page.goto(`${origin}/admin/groups`);
  await page.getByLabel('A new group').fill('Coast');
  await page.getByRole('button', { name: 'Add the group' }).click();
  await page.getByText('Quay Bar').click();
  await page.getByText('Harbour Kitchen').click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: false })).toBeVisible();
  await page.getByText('Quay Bar').click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('1 team', { exact: true })).toBeVisible();
  await page.goto(`${origin}/admin/audit`);
  const lines = page.getByRole('listitem').filter({ hasText: 'changed a group' });
  await expect(lines.nth(0)).toContainText('Out: Quay Bar');
  await expect(lines.nth(1)).toContainText('In: Harbour Kitchen and Quay Bar');
  await expect(lines.nth(1)).toContainText('Coast');
  await isSound(page, 'audit');
});
