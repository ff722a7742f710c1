import sharp from 'sharp';
import { holdScene } from './playlist';
import { expect, hang, signIn, test } from './huddleboard';
import { isSound, joinLink, phone } from './public-pages';

test.use(phone);
test.setTimeout(120_000);

const photo = async () => ({
  name: 'table.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1600, height: 1000, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer(),
});

test('a leader shows how it looks once the goal is there: on the wall, to those who are new, and nowhere once it is taken away @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, team, displays } = seeded;
  const { id, link } = displays[0]!;
  const wall = await hang(browser, link, server.origin);
  await signIn(page, server.origin, owner);

  const section = page.locator('details').filter({ hasText: 'How it looks once we are there' });
  const save = section.getByRole('button', { name: 'Save' });
  await page.goto(`${server.origin}/admin/${team}/goal`);
  await page.waitForLoadState('networkidle');
  await section.locator('summary').click();
  await section.locator('input[type=file]').setInputFiles(await photo());
  await section.getByText('Yes', { exact: true }).click();
  await section.getByLabel('What does it show?').fill('A laid table');
  await save.click();
  await expect(page.getByText('People can be recognised on this picture.', { exact: false })).toBeVisible();
  await isSound(page, 'a goal’s picture with people on it');
  await section.getByText('No', { exact: true }).click();
  await save.click();
  await expect(page.getByText('It hangs on every wall that shows pictures.')).toBeVisible();
  await expect(section.getByRole('img', { name: 'A laid table' })).toBeVisible();

  // A scene is kept on the wall once it has something to hang.
  await holdScene(page, server.origin, id, 'Picture');
  const shown = wall.getByRole('img', { name: 'A laid table' });
  await expect(shown).toBeVisible();
  await expect(wall.getByText('This is how it looks')).toBeVisible();
  await expect(wall.getByText(/What.we.aim.at/)).toBeVisible();
  const address = server.origin + (await shown.getAttribute('src'));

  const colleague = await browser.newPage({ ...phone, baseURL: server.origin });
  await colleague.goto(await joinLink(seeded));
  await colleague.goto(`/team/${team}/new`);
  await expect(colleague.getByRole('img', { name: 'A laid table' })).toBeVisible();
  await isSound(colleague, 'what a goal looks like, for somebody new');
  await colleague.close();

  await page.goto(`${server.origin}/admin/${team}/goal`);
  await page.waitForLoadState('networkidle');
  await section.locator('summary').click();
  await section.getByText('Take this picture away').click();
  await save.click();
  await expect(page.getByText('It is off every wall, for good.')).toBeVisible();
  await expect(shown).toHaveCount(0);
  expect((await fetch(address)).status).toBe(404);
  await wall.context().close();
});
