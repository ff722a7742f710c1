import { expect, test } from './huddleboard';
import { isSound, phone } from './public-pages';

test.use(phone);

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
