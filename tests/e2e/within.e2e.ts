import { another } from './another-team';
import { expect, signIn, test } from './huddleboard';
import { isSound, phone } from './public-pages';

test.use(phone);

test('a hand-off: a team asks whom it serves, a phone there answers, its leader reads it and thanks on both walls @full', async ({
  page,
  browser,
  seeded,
}) => {
  const { server, team, owner } = seeded;
  const { origin } = server;
  await signIn(page, origin, owner);
  const floor = await another(browser, page, origin, 'Dining room');
  await expect(floor.staff.getByRole('link', { name: 'Colleagues who serve us' })).toHaveCount(0);

  await page.goto(`${origin}/admin/${team}/within`);
  await page.getByText('Dining room').click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Their phones are asked from now on.')).toBeVisible();
  await isSound(page, 'whom we serve');

  // The other way round would be a loop.
  await page.goto(`${origin}/admin/${floor.team}/within`);
  await page.getByText('Harbour Kitchen').last().click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/Dining room → Harbour Kitchen → Dining room/)).toBeVisible();

  const { staff } = floor;
  await staff.reload();
  await staff.getByRole('link', { name: 'Colleagues who serve us' }).click();
  const { pathname } = new URL(staff.url());
  await staff.getByRole('button', { name: '9', exact: true }).click();
  await staff.getByLabel('In your own words').fill('Every plate came hot this week.');
  await staff.getByRole('button', { name: 'Done' }).click();
  await expect(staff.getByText(/Harbour Kitchen hears it as from a colleague in Dining room/)).toBeVisible();

  await page.goto(`${origin}/admin/${team}/within`);
  await expect(page.getByText('1 of 5 answers so far')).toBeVisible();
  await page.goto(`${origin}/admin/${team}/feedback`);
  await expect(page.getByText('Every plate came hot this week.')).toBeVisible();
  await expect(page.getByText(/A colleague in Dining room/)).toBeVisible();

  // The leader thanks them: it hangs on both walls, as it is hidden on both.
  const own = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
  await own
    .context()
    .addCookies([{ name: 'huddleboard_display', value: seeded.displays[0]?.token ?? '', url: origin }]);
  await own.goto(`${origin}/display/${seeded.displays[0]?.id}`);
  await page.goto(`${origin}/admin/${team}/shout-outs`);
  await page.getByLabel('Whom do you thank?').fill('Ann');
  await page.getByLabel('What did they do?').fill('You called every order early.');
  await page.getByLabel('Whose colleague?').selectOption({ label: 'Dining room' });
  await isSound(page, 'thanks to another team');
  await page.getByRole('button', { name: 'Put it on the wall' }).click();
  await expect(page.getByText('It hangs at Dining room, too.')).toBeVisible();
  for (const wall of [own, floor.wall])
    await expect(wall.getByText('You called every order early.').first()).toBeVisible();
  await page.goto(`${origin}/admin/${floor.team}/shout-outs`);
  await page.getByRole('button', { name: /Hide.*Ann/ }).click();
  for (const wall of [own, floor.wall])
    await expect(wall.getByText('You called every order early.')).toHaveCount(0);

  // With JavaScript, too, every step reads well.
  const storageState = await staff.context().storageState();
  const again = await (await browser.newContext({ ...phone, storageState })).newPage();
  await again.goto(origin + pathname);
  await isSound(again, 'a colleague is asked');
  await again.getByRole('button', { name: '8', exact: true }).click();
  await again.getByLabel('In your own words').waitFor();
  await isSound(again, 'a colleague may say more');
  await again.getByRole('button', { name: 'Done' }).click();
  await again.getByText('counts once today').waitFor();
  await isSound(again, 'a colleague is thanked');
  await again.goto(`${origin}${pathname}?of=removed`);
  await expect(again.getByText(/no longer asks yours, or is not there any more/)).toBeVisible();
  await isSound(again, 'nobody asks');
  await page.goto(`${origin}/admin/${team}/within`);
  await expect(page.getByText('1 of 5 answers so far')).toBeVisible();
});
