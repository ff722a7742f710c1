import { another } from './another-team';
import { expect, hang, signIn, test } from './huddleboard';
import { Thumb } from './hand';
import { keepScene } from './playlist';
import { isSound, joinLink, phone } from './public-pages';

test.use(phone);

test('a challenge: a phone challenges another team, its leader takes it on, both count, and what is reached is celebrated on both walls @full', async ({
  page,
  browser,
  seeded,
}) => {
  const { server, team, owner, displays } = seeded;
  const { origin } = server;
  const leader = await (await browser.newContext(phone)).newPage();
  await signIn(leader, origin, owner);
  const floor = await another(browser, leader, origin, 'Dining room');
  const own = await hang(browser, displays[0]!.link, origin);

  const thumb = new Thumb();
  await page.goto(await joinLink(seeded));
  await thumb.tap(page.getByRole('link', { name: 'Challenge a team' }));
  await isSound(page, 'to challenge');
  await page.getByLabel('How often?').fill('0');
  await page.getByLabel('To do what?').fill('thanks to colleagues');
  await page
    .locator('form')
    .last()
    .evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await page.getByRole('button', { name: 'Challenge them' }).click();
  await expect(page.getByLabel('How often?')).toHaveAccessibleDescription(/1 or more/);
  await isSound(page, 'to challenge, wrong');
  await page.getByLabel('How often?').fill('3');
  await thumb.tap(page.getByRole('button', { name: 'Challenge them' }));
  await expect(page.getByText(/It is with their leader/)).toBeVisible();
  await expect(page.getByText('Waiting for an answer from Dining room')).toBeVisible();
  expect(thumb.taps).toBe(2);
  await isSound(page, 'challenged');

  // Nothing of it stands on the other team’s phones or walls before its leader has read it.
  const { staff } = floor;
  await staff.getByRole('link', { name: 'Challenge a team' }).click();
  await expect(staff.getByText('3 thanks to colleagues')).toHaveCount(0);
  await leader.goto(`${origin}/admin/${floor.team}`);
  await expect(leader.getByRole('link', { name: /Challenges\s+1 waiting/ })).toBeVisible();
  await leader.getByRole('link', { name: /^Challenges/ }).click();
  await expect(leader.getByText('Harbour Kitchen challenges us')).toBeVisible();
  await isSound(leader, 'a challenge waits');
  await leader.getByRole('button', { name: 'Not this time' }).click();
  await expect(leader.getByLabel('A sentence with your answer')).toHaveAccessibleDescription(/fill this in/);
  await leader.getByLabel('A sentence with your answer').fill('We are in.');
  await leader.getByRole('button', { name: 'We take it on' }).click();
  await expect(leader.getByText(/^It is on: phones count it/)).toBeVisible();
  await isSound(leader, 'a challenge is on');
  await page.reload();
  await expect(page.getByText('Dining room: “We are in.”')).toBeVisible();

  await keepScene(leader, origin, displays[0]!.id, 'Our week');
  await expect(own.getByText(/^0.of.3$/)).toBeVisible();
  await expect(own.getByText(/^Our.challenge:.7.days.to.go$/)).toBeVisible();
  await expect(own.getByText(/^Together.with.Dining.room$/)).toBeVisible();

  // One tap each, from the staff’s page; the last one is the other team’s, on a phone without JavaScript.
  const counting = new Thumb();
  await page.goto(`${origin}/team/${team}`);
  await isSound(page, 'the staff page with a challenge');
  await counting.tap(page.getByRole('button', { name: 'Did it: thanks to colleagues' }));
  await expect(page.getByText('Counted: 1 of 3.')).toBeVisible();
  expect(counting.taps).toBe(1);
  await expect(own.getByText(/^1.of.3$/)).toBeVisible();
  await leader.getByRole('button', { name: 'Let go' }).click();
  const did = staff.getByRole('button', { name: 'Did it: thanks to colleagues' });
  await staff.goto(`${origin}/team/${floor.team}`);
  await did.click();
  await expect(staff.getByText('Counted: 2 of 3.')).toBeVisible();
  await did.click();
  await expect(staff.getByText('Reached: 3 of 3. We did it.')).toBeVisible();
  await expect(did).toHaveCount(0);

  for (const [wall, other] of [
    [own, 'Dining room'],
    [floor.wall, 'Harbour Kitchen'],
  ] as const) {
    await expect(wall.getByText(/^Challenge.met$/)).toBeVisible();
    await expect(wall.getByText('thanks to colleagues').last()).toBeVisible();
    await expect(
      wall.getByText(new RegExp(`Say.thank.you.to.${other.replaceAll(' ', '.')}\\.$`)),
    ).toBeVisible();
  }

  // Either leader takes it off all of them.
  await leader.goto(`${origin}/admin/${floor.team}/challenges`);
  await leader.getByRole('button', { name: /^Take it off/ }).click();
  await expect(leader.getByText('It is off all these teams’ walls and phones.')).toBeVisible();
  for (const wall of [own, floor.wall]) await expect(wall.getByText(/^Challenge.met$/)).toHaveCount(0);
  await isSound(leader, 'a challenge, taken off');
  for (const one of [leader, own, floor.wall, staff]) await one.context().close();
});
