import { expect, test } from './huddleboard';
import { isSound, phone } from './public-pages';

test.use(phone);

test('every hop is examined for real, and all are well', async ({ page, server }) => {
  await page.goto(`${server.origin}/doctor`);
  await expect(page.getByRole('heading', { name: 'All is well.' })).toBeVisible();
  await expect(page.getByText('News reaches this device at once.')).toBeVisible();
  await expect(page.getByText('It agrees with the server’s.')).toBeVisible();
  await expect(page.locator('.lucide-x')).toHaveCount(0);
  await isSound(page);
});

test('the hop that fails is named, the others are well', async ({ page, server }) => {
  await page.routeWebSocket(/\/live\//, (socket) => void socket.close());
  await page.route('**/live/**', (route) => route.abort());
  await page.goto(`${server.origin}/doctor`);
  await expect(page.getByText('News does not come through.')).toBeVisible();
  await expect(page.getByText('It agrees with the server’s.')).toBeVisible();
  await expect(page.locator('.lucide-x')).toHaveCount(1);
});
