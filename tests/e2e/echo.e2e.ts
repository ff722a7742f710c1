import { expect, signIn, test } from './huddleboard';
import { isSound, joinLink, phone } from './public-pages';

test.use(phone);

test('a phone says with one tap how its leaders are doing, and the leader is told nothing before the month is over @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, team } = seeded;
  await page.goto(await joinLink(seeded));
  await page.getByRole('link', { name: /How are we leaders doing/ }).click();
  await isSound(page, 'how leaders are doing');
  const coached = page.getByRole('group', { name: 'When you were coached: did it help you?' });
  await page
    .getByRole('group', { name: 'How are the leaders doing?' })
    .getByRole('button', { name: 'Well', exact: true })
    .click();
  await expect(page.getByRole('heading', { name: 'Counted. Thank you.' })).toBeVisible();
  await coached.getByRole('button', { name: 'So-so' }).click();
  await expect(coached).toBeHidden();
  await isSound(page, 'how leaders are doing, said');

  const leader = await (await browser.newContext(phone)).newPage();
  await signIn(leader, server.origin, owner);
  await leader.goto(`${server.origin}/admin/${team}`);
  await leader.getByRole('link', { name: /How are we leaders doing/ }).click();
  await expect(leader.getByText(/Nothing to see yet: .* at least 5 have answered/).first()).toBeVisible();
  await isSound(leader, 'how we lead');
});
