import { expect, signIn, test } from './huddleboard';
import { bringManager, isSound, phone } from './public-pages';

test.use(phone);

test('a leader sees what a manager would read of their “Why?”, shares it, and takes it back @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner } = seeded;
  const { origin } = server;
  await signIn(page, origin, owner);
  const manager = await bringManager(page, browser, origin);

  const why = 'The rota comes on Sunday night.';
  await page.request.post(`${origin}/admin/journal?/write`, {
    form: { kind: 'coaching', id: 'week', 'slots.0.when': 'Monday after handover', 'whys.0': why },
    headers: { origin, 'x-sveltekit-action': 'true', accept: 'application/json' },
  });
  await page.goto(`${origin}/admin/journal`);
  await page.getByText('Share with my manager').click();
  await expect(page.locator('blockquote')).toHaveText(why);
  await expect(page.getByText('Marta · Harbour Kitchen')).toBeVisible();
  await isSound(page, 'answers that may be shared');
  await manager.goto(`${origin}/admin/grid`);
  await expect(manager.getByText(why)).toHaveCount(0);

  await page.getByRole('button', { name: 'Share it' }).click();
  await expect(page.getByText('Marta can read these answers.')).toBeVisible();
  await isSound(page, 'answers that are shared');
  await manager.reload();
  await expect(manager.getByText(why)).toBeVisible();
  await isSound(manager, 'answers that a leader shares');

  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('Taken back. Nobody but you can read it.')).toBeVisible();
  await manager.reload();
  await expect(manager.getByText(why)).toHaveCount(0);
  await manager.context().close();
});
