import { expect, hang, signIn, test } from './huddleboard';
import { Thumb } from './hand';
import { keepScene } from './playlist';
import { isSound, joinLink, phone } from './public-pages';

test.use(phone);

test('a team puts in what to look for after a training, another takes it over by one tap, a phone counts it and the wall says whose it is @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, team, displays } = seeded;
  const [display] = displays;
  const { origin } = server;
  const wall = await hang(browser, display!.link, origin);

  // The Stores put it in.
  const leader = await (await browser.newContext(phone)).newPage();
  await signIn(leader, origin, owner);
  await leader.goto(`${origin}/admin?all`);
  await leader.getByText('Add a team').click();
  await leader.getByLabel('Team name').fill('Stores');
  await leader.getByRole('button', { name: 'Add this team' }).click();
  await leader.waitForURL(/\/admin\/[^/?]+$/);
  await leader.getByRole('link', { name: /^Library/ }).click();
  await leader
    .getByRole('link', { name: /^After a training/ })
    .last()
    .click();
  await leader.getByRole('button', { name: 'Put it in' }).click();
  await expect(leader.getByLabel('Which training it was')).toHaveAccessibleDescription(/Please fill this in/);
  await isSound(leader, 'a card without words');
  await leader.getByLabel('Which training it was').fill('Names first');
  await leader.getByLabel('Look for 1').fill('Says the name before the table number');
  await leader.getByRole('button', { name: 'Put it in' }).click();
  await expect(leader.getByText('It is in the library, and with us from today.')).toBeVisible();

  // Harbour Kitchen takes it over.
  const thumb = new Thumb();
  await leader.goto(`${origin}/admin/${team}/library`);
  await expect(leader.getByText('From Stores')).toBeVisible();
  await isSound(leader, 'the library');
  await thumb.tap(leader.getByRole('button', { name: 'Use it with us: Names first' }));
  await expect(leader.getByText('It is with us from today.')).toBeVisible();
  expect(thumb.taps).toBe(1);
  await expect(leader.getByText('taken over by 1 team')).toBeVisible();

  await keepScene(leader, origin, display!.id, 'Our week');
  await expect(wall.getByRole('heading', { name: /^Says.the.name.before/ })).toBeVisible();
  await expect(wall.getByText(/^With.credit.to.Stores/)).toBeVisible();
  await expect(wall.getByText(/Seen.it\?.One.tap/)).toBeVisible();

  const finger = new Thumb();
  await page.goto(await joinLink(seeded));
  await isSound(page, 'the staff page after a training');
  await finger.tap(page.getByRole('button', { name: 'Says the name before the table number' }));
  await expect(page.getByText('All of us together saw it 1 time this week.')).toBeVisible();
  expect(finger.taps).toBe(1);
  await expect(wall.getByText(/Seen.1.time.this.week/)).toBeVisible();

  // Whose it is takes it out: it leaves both.
  await leader.goto(`${origin}/admin/${team}/library?sort=training`);
  await expect(leader.getByText('By week: 1', { exact: true })).toBeVisible();
  await leader.getByRole('button', { name: 'Take it out: Names first' }).click();
  await expect(leader.getByText('Nothing is in here yet.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Names first')).toHaveCount(0);
  await expect(wall.getByText(/^With.credit.to.Stores/)).toHaveCount(0);
  await leader.context().close();
  await wall.context().close();
});
