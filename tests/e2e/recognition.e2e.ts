import { expect, hang, signIn, test } from './huddleboard';
import { Thumb } from './hand';
import { keepScene } from './playlist';
import { isSound, joinLink, phone } from './public-pages';

test.use(phone);

test('an award goes with one thing that is expected; a phone says that somebody served the goal; the wall shows both @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, team, displays } = seeded;
  const [display] = displays;
  const wall = await hang(browser, display!.link, server.origin);

  const leaderSide = await browser.newContext(phone);
  const leader = await leaderSide.newPage();
  await signIn(leader, server.origin, owner);
  await leader.goto(`${server.origin}/admin/${team}/recognition`);
  await isSound(leader, 'what is expected');
  await leader.getByLabel('One more award').fill('The silver ladle');
  await leader.getByRole('button', { name: 'Save' }).click();
  const purpose = leader.getByLabel('For').last();
  await expect(purpose).toHaveAccessibleDescription(/Please choose what this award is for/);
  await isSound(leader, 'an award for nothing');

  await purpose.selectOption({ label: 'Right first time' });
  await leader.getByRole('button', { name: 'Save' }).click();
  await expect(leader.getByText('Saved. Walls and phones have it now.')).toBeVisible();

  // What an award is for does not go before it.
  await leader.getByRole('textbox', { name: 'Expectation 3' }).fill('');
  await leader.getByRole('button', { name: 'Save' }).click();
  await expect(leader.getByText(/“The silver ladle” is for “Right first time”/)).toBeVisible();

  await leader.goto(`${server.origin}/admin/${team}/shout-outs`);
  await leader.getByLabel('Whom do you thank?').fill('Noor');
  await leader.getByLabel('What did they do?').fill('You made it new before the guest had to ask.');
  await leader
    .getByLabel('With an award')
    .selectOption({ label: 'The silver ladle, for “Right first time”' });
  await leader.getByRole('button', { name: 'Put it on the wall' }).click();
  await expect(leader.getByText('Award: The silver ladle.').first()).toBeVisible();
  await expect(wall.getByText('The silver ladle goes to')).toBeVisible();
  await expect(wall.getByText('Right first time', { exact: true })).toBeVisible();

  // Ten seconds: two blanks, what it showed, the goal, and said.
  const thumb = new Thumb();
  await page.goto(await joinLink(seeded));
  await page.getByRole('combobox', { name: 'name', exact: true }).fill('Ravi');
  await page.getByLabel('did what?').fill('told every table how long it takes');
  await page.getByLabel('your name').fill('Eve');
  await thumb.tap(page.getByText('We say the wait'));
  await thumb.tap(page.getByText('It served our goal'));
  await thumb.tap(page.getByRole('button', { name: 'Put it on the wall' }));
  await expect(page.getByText('It is on the wall', { exact: false })).toBeVisible();
  expect(thumb.taps).toBe(3);
  // It comes next, once the one before was read.
  await expect(wall.getByRole('heading', { name: 'Ravi' })).toBeVisible({ timeout: 60_000 });
  await expect(wall.getByText('for our goal')).toBeVisible();

  await keepScene(leader, server.origin, display!.id, 'What we expect');
  await expect(wall.getByRole('heading', { name: 'What we expect of each other' })).toBeVisible();
  await expect(wall.getByText(/^The.silver.ladle.to.Noor:/)).toBeVisible();
  await leaderSide.close();
  await wall.context().close();
});
