import { expect, hang, signIn, test } from './huddleboard';
import { Thumb } from './hand';
import { keepScene } from './playlist';
import { isSound, joinLink, phone } from './public-pages';

test.use(phone);

test('a leader says how the team greets and what it keeps to; one tap on a phone counts it, and the wall says how often @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, team, displays } = seeded;
  const [display] = displays;
  const { origin } = server;
  const wall = await hang(browser, display!.link, origin);

  const leader = await (await browser.newContext(phone)).newPage();
  await signIn(leader, origin, owner);
  await leader.goto(`${origin}/admin/${team}/practice`);
  await leader.getByLabel('The one standard').fill('Everybody is greeted at once');
  await leader.getByRole('button', { name: 'Save the week' }).click();
  await expect(leader.getByLabel('The one standard')).toHaveAccessibleDescription(/name a time in figures/);
  await isSound(leader, 'a standard without a time');
  await leader.getByLabel('The one standard').fill('Everybody who comes in is greeted within 5 seconds.');
  await leader.getByRole('button', { name: 'Save the week' }).click();
  await expect(leader.getByText('Saved. Walls and phones show it.')).toBeVisible();

  await keepScene(leader, origin, display!.id, 'Our week');
  await expect(wall.getByText(/^5.seconds$/)).toBeVisible();
  await expect(wall.getByText(/One.tap.on.the.phone/)).toBeVisible();

  const thumb = new Thumb();
  await page.goto(await joinLink(seeded));
  await isSound(page, 'the staff page with a standard');
  await thumb.tap(page.getByRole('button', { name: /We kept our standard/ }));
  await expect(page.getByText('All of us together kept it 1 time this week.')).toBeVisible();
  expect(thumb.taps).toBe(1);
  await expect(wall.getByText(/^Kept.1.time.this.week/)).toBeVisible();
  await leader.context().close();
  await wall.context().close();
});
