import { expect, goLive, test } from './huddleboard';

test('a wall is complete before any script runs', async ({ browser, seeded }) => {
  const [display] = seeded.displays;
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1920, height: 1080 },
  });
  await context.addCookies([
    { name: 'huddleboard_display', value: display?.token ?? '', url: seeded.server.origin },
  ]);
  const page = await context.newPage();
  await page.goto(`${seeded.server.origin}/display/${display?.id}`);
  const scene = page.locator('[data-slot]').first();
  await expect(scene.locator('h2, p').first()).toBeVisible();
  await expect(scene).toContainText(/\d/);
  await context.close();
});

test('a wall’s page comes compressed where the browser takes that; a page with a form never does', async ({
  seeded,
}) => {
  const [display] = seeded.displays;
  const encodingOf = async (path: string, taken: string) => {
    const { headers } = await fetch(`${seeded.server.origin}${path}`, {
      headers: { cookie: `huddleboard_display=${display?.token}`, 'accept-encoding': taken },
    });
    return headers.get('content-encoding');
  };
  expect(await encodingOf(`/display/${display?.id}`, 'gzip, deflate')).toBe('gzip');
  expect(await encodingOf(`/display/${display?.id}`, 'gzip;q=0')).toBeNull();
  expect(await encodingOf('/admin/sign-in', 'gzip, deflate')).toBeNull();
});

test('a wall loads one program, which takes over what the server drew', async ({ page, seeded }) => {
  const [display] = seeded.displays;
  await page
    .context()
    .addCookies([{ name: 'huddleboard_display', value: display?.token ?? '', url: seeded.server.origin }]);
  const programs: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') programs.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() !== 'log') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.querySelector('[data-slot]')?.setAttribute('data-from-server', '');
    });
  });
  await goLive(page, `${seeded.server.origin}/display/${display?.id}`);
  await expect(page.locator('[data-parts]')).toHaveCount(0);
  await expect(page.locator('[data-from-server]')).toBeVisible();
  expect(programs).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test('a wall hangs by its link, without pairing, and knows its server', async ({ page, seeded }) => {
  const link = new URL(seeded.displays[0]?.link ?? '', seeded.server.origin);
  await page.goto(`${seeded.server.origin}${link.pathname}${link.hash}`);
  await expect(page.locator('[data-slot]').first()).toBeVisible();
  await expect(page.getByRole('status')).toHaveCount(0);
});

test('a screen that was never paired is told what to do', async ({ page, seeded }) => {
  await page.goto(`${seeded.server.origin}/display/${seeded.displays[0]?.id}`);
  await expect(page.getByRole('heading')).toBeVisible();
  await expect(page.getByRole('link')).toHaveAttribute('href', '/display');
  await expect(page.locator('[data-slot]')).toHaveCount(0);
});
