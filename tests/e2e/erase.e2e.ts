import type { Page } from '@playwright/test';
import { expect, signIn, test } from './huddleboard';
import { isSound, phone } from './public-pages';

test.use(phone);

const lookFor = async (page: Page, words: string) => {
  await page.getByLabel('A name, other words').fill(words);
  await page.getByRole('button', { name: 'Look for it' }).click();
};

test('an owner looks for somebody and erases them, and the name stands in no address @full', async ({
  page,
  seeded,
}) => {
  const { server, owner } = seeded;
  await signIn(page, server.origin, owner);
  await page.goto(`${server.origin}/admin/erase`);
  await page.waitForLoadState('networkidle');
  await lookFor(page, 'soup');
  const found = page.getByRole('checkbox');
  await expect(found.first()).toBeVisible();
  await expect(page.getByLabel('A name, other words')).toHaveValue('soup');
  expect(page.url()).not.toContain('soup');
  await isSound(page, 'somebody found');
  const before = await found.count();
  await found.first().check();
  await page.getByRole('button', { name: 'Erase what is ticked' }).click();
  await page.getByRole('button', { name: 'Erase it for good' }).click();
  await expect(page.getByText('erased', { exact: false }).first()).toBeVisible();
  await lookFor(page, 'soup');
  await expect(found).toHaveCount(before - 1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('somebody is found by a plain form, and the name stands in no address @full', async ({
    page,
    seeded,
  }) => {
    await signIn(page, seeded.server.origin, seeded.owner);
    await page.goto(`${seeded.server.origin}/admin/erase`);
    await lookFor(page, 'soup');
    await expect(page.getByRole('checkbox').first()).toBeVisible();
    expect(page.url()).not.toContain('soup');
  });
});
