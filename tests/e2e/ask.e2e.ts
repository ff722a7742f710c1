import { expect, test } from './huddleboard';
import { isSound, phone } from './public-pages';

test.use(phone);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a customer answers in one tap, adds a word and is thanked', async ({ page, seeded }) => {
      await page.goto(`${seeded.server.origin}/ask/${seeded.team}`);
      await page.getByRole('button', { name: '9', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('your 9');
      await page.getByLabel('In your own words').fill('The soup was hot.');
      await page.getByRole('button', { name: 'Send it' }).click();
      await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    });
  });
}

test('a comment that is too long is answered with a sentence and kept', async ({ page, seeded }) => {
  await page.goto(`${seeded.server.origin}/ask/${seeded.team}`);
  await isSound(page);
  await page.getByRole('button', { name: '3', exact: true }).click();
  const words = 'waiting '.repeat(130);
  await page.getByLabel('In your own words').fill(words);
  await page.getByRole('button', { name: 'Send it' }).click();
  await expect(page.getByLabel('In your own words')).toHaveAccessibleDescription(/too many/);
  await expect(page.getByLabel('In your own words')).toHaveValue(words);
  await isSound(page);
});

test('a kiosk is ready for the next guest', async ({ page, seeded }) => {
  await page.goto(`${seeded.server.origin}/ask/${seeded.team}?kiosk&thanks`);
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page.getByRole('button', { name: '10', exact: false }).last()).toBeVisible();
});

test('an unknown team gets a sentence', async ({ page, seeded }) => {
  const answer = await page.goto(`${seeded.server.origin}/ask/nobody`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByText('There is no team at this address.')).toBeVisible();
  await isSound(page);
});
