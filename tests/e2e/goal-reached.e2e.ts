import { expect, hang, signIn, test } from './huddleboard';
import { isSound, phone } from './public-pages';

test.use(phone);

test('a goal comes to its target, its leader notices, and the wall celebrates in their words @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, team, displays } = seeded;
  const { origin } = server;
  const wall = await hang(browser, displays[0]!.link, origin);
  await signIn(page, origin, owner);
  const admin = `${origin}/admin/${team}`;

  await page.goto(`${admin}/goal`);
  await page.getByLabel('Where are we now?').fill('99');
  await page.getByLabel('From how many').fill('60');
  await page.getByRole('button', { name: 'Put it on the wall' }).first().click();
  await expect(page.getByText('The reading is on the wall.')).toBeVisible();

  // It waits for the leader, on top of what there is to do; the wall does not celebrate yet.
  await page.goto(admin);
  await expect(page.getByText('You reached your goal. Say two sentences.')).toBeVisible();
  await expect(wall.getByText(/We did it/)).toHaveCount(0);
  await isSound(page, 'a goal that was reached');
  await page.getByRole('link', { name: 'Say them' }).click();
  await expect(page.getByRole('heading', { name: 'You did it. Say two sentences.' })).toBeVisible();
  await page.getByRole('button', { name: 'Celebrate on the walls' }).first().click();
  await expect(page.getByLabel('Your two sentences').first()).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Your two sentences').first().fill('You told every table the wait. I heard it.');
  await page.getByLabel('And the next step').first().fill('Thank them, then ask about the bill.');
  await page.getByRole('button', { name: 'Celebrate on the walls' }).first().click();
  await expect(page.getByText('The walls celebrate, in your words.', { exact: false })).toBeVisible();

  // It breaks in at once, with their words, their name and the step after it.
  await expect(wall.getByText(/You.told.every.table.the.wait\..I.heard.it\./)).toBeVisible({
    timeout: 60_000,
  });
  await expect(wall.getByText(/Dana/).first()).toBeVisible();
  await expect(wall.getByText(/Thank.them,.then.ask.about.the.bill\./)).toBeVisible();

  // How long it took to notice is told to the leader alone.
  await page.goto(`${admin}/goal`);
  await expect(page.getByText(/^Reached, and noticed after/)).toBeVisible();
  await expect(wall.getByText(/noticed/)).toHaveCount(0);
  await wall.context().close();
});
