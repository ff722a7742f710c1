import { expect, hang, signIn, test } from './huddleboard';
import { keepScene } from './playlist';
import { bringManager, isSound, phone } from './public-pages';

test.use(phone);

test('a manager who stands behind the team says, shows and thanks; the wall shows each and lights the lamp @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, team, displays } = seeded;
  const [display] = displays;
  const { origin } = server;
  const wall = await hang(browser, display!.link, origin);

  await signIn(page, origin, owner);
  const sponsor = await bringManager(page, browser, origin);
  await expect(sponsor.getByText(/You stand behind/)).toHaveCount(0);

  await page.goto(`${origin}/admin/sponsor/${team}`);
  await expect(page.getByRole('heading', { name: 'Who stands behind this team?' })).toBeVisible();
  await page.getByLabel('Who stands behind the team').selectOption({ label: 'Marta' });
  await page.getByLabel('What they are here').fill('Head of the house');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Marta stands behind Harbour Kitchen' })).toBeVisible();
  await isSound(page, 'a sponsor who has done nothing yet');

  await sponsor.reload();
  await sponsor.getByRole('link', { name: 'You stand behind Harbour Kitchen' }).click();
  await expect(sponsor.getByRole('img', { name: 'Said: still open this week' })).toBeVisible();
  await sponsor.getByLabel('In one line').fill('Nobody waits untold');
  await sponsor.getByLabel('More (if you like)').fill('At every table, at once.');
  await sponsor.getByRole('button', { name: 'Put it on the wall' }).nth(0).click();
  await expect(sponsor.getByRole('img', { name: 'Said: done this week' })).toBeVisible();
  await expect(sponsor.getByLabel('Text to copy')).toHaveValue(/^Nobody waits untold\n\nAt every table/);
  await expect(sponsor.getByRole('link', { name: 'Open it in your mail program' })).toHaveAttribute(
    'href',
    /^mailto:\?subject=Nobody%20waits%20untold&body=At%20every/,
  );
  await sponsor.getByLabel('What did you do yourself').fill('I told each table the wait on Saturday');
  await sponsor.getByRole('button', { name: 'Put it on the wall' }).nth(1).click();
  await expect(sponsor.getByRole('img', { name: 'Showed: done this week' })).toBeVisible();
  await sponsor.getByLabel('Whom do you thank?').fill('Noor');
  await sponsor.getByLabel('What did they do?').fill('You made it new before the guest had to ask.');
  await sponsor.getByRole('button', { name: 'Put it on the wall' }).nth(2).click();
  await expect(sponsor.getByRole('img', { name: 'Thanked: done this week' })).toBeVisible();
  await expect(sponsor.getByText('The lamp is lit')).toBeVisible();
  await isSound(sponsor, 'a sponsor whose lamp is lit');

  // It comes by what the walls have already, at once.
  await expect(wall.getByRole('heading', { name: 'Noor' })).toBeVisible({ timeout: 60_000 });

  await keepScene(page, origin, display!.id, 'Our sponsor');
  await expect(wall.getByRole('heading', { name: 'Marta' })).toBeVisible();
  await expect(wall.getByText('Nobody waits untold', { exact: true })).toBeVisible();
  await expect(wall.getByText(/^Noor:.You.made.it.new/)).toBeVisible();
  await expect(wall.getByText('The lamp is lit')).toBeVisible();

  await sponsor.getByRole('button', { name: 'Take it back: Say what matters' }).click();
  await expect(sponsor.getByText('It is off the walls.')).toBeVisible();
  await expect(wall.getByText('The lamp is partly lit')).toBeVisible();
  await sponsor.getByRole('button', { name: 'Step down as sponsor' }).click();
  await expect(sponsor.getByText('You no longer stand behind this team.')).toBeVisible();
  await expect(wall.getByRole('heading', { name: 'Marta' })).toHaveCount(0);
  await sponsor.context().close();
  await wall.context().close();
});
