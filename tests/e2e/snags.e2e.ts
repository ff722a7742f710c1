import type { Page } from '@playwright/test';
import { expect, hang, signIn, test } from './huddleboard';
import { isSound, joinLink, phone } from './public-pages';

test.use(phone);

/** Counts what a thumb does on each page from now on. */
const countTaps = (page: Page) =>
  page.addInitScript(() => {
    document.addEventListener(
      'click',
      ({ isTrusted }) => {
        if (isTrusted) sessionStorage.taps = Number(sessionStorage.taps ?? 0) + 1;
      },
      true,
    );
  });
const taps = (page: Page) => page.evaluate(() => Number(sessionStorage.taps ?? 0));

test('a phone says which rule got in the way, its leader answers, and the answer hangs on the wall @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, team, displays } = seeded;
  const [display] = displays;
  const wall = await hang(browser, display!.link, server.origin);

  // From the staff page: the row, the blank, the button.
  await countTaps(page);
  await page.goto(await joinLink(seeded));
  await page.getByRole('link', { name: /A rule got in the way/ }).click();
  await isSound(page, 'which rule');
  await page.getByLabel('The rule').click();
  await page.keyboard.type('No prams in the dining room.');
  await page.getByRole('button', { name: 'Say so' }).click();
  await expect(page.getByRole('heading', { name: 'Said. Thank you.' })).toBeVisible();
  expect(await taps(page)).toBe(3);
  await isSound(page, 'said');

  const leaderSide = await browser.newContext(phone);
  const leader = await leaderSide.newPage();
  await signIn(leader, server.origin, owner);
  await leader.goto(`${server.origin}/admin/${team}`);
  await expect(leader.getByRole('link', { name: /Rules in the way\s+2 waiting/ })).toBeVisible();
  await leader.getByRole('link', { name: /Rules in the way/ }).click();
  await expect(leader.getByRole('heading', { name: '2 rules wait for your answer' })).toBeVisible();
  await expect(leader.getByText('What we are here for: Everybody leaves warm').first()).toBeVisible();
  await isSound(leader, 'rules in the way');
  const answer = leader.locator('li', { has: leader.getByRole('radio') }).last();
  await answer.getByText('It was changed').click();
  await answer.getByLabel('In one sentence').fill('Prams come in by the terrace door.');
  await answer.getByRole('button', { name: 'Put the answer on the wall' }).click();
  await expect(leader.getByText('Changed: Prams come in by the terrace door.')).toBeVisible();
  await isSound(leader, 'an answer');

  // Its scene, kept on the wall so that the test need not wait for its turn.
  await leader.goto(`${server.origin}/admin/displays/${display!.id}`);
  await leader.waitForLoadState('networkidle');
  const scene = leader.locator('details').filter({ hasText: 'A rule got in the way' }).first();
  await scene.locator('summary').click();
  await scene.getByRole('button', { name: 'Until I let go' }).click();
  await expect(wall.getByRole('heading', { name: 'No prams in the dining room.' })).toBeVisible();
  await expect(wall.getByText('Prams come in by the terrace door.')).toBeVisible();
  await expect(wall.getByText('What we are here for: Everybody leaves warm')).toBeVisible();
  await leaderSide.close();
  await wall.context().close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a rule is named and answered by plain forms, and not before somebody said what the team is here for @full', async ({
    page,
    seeded,
  }) => {
    const { server, owner, team } = seeded;
    const { origin } = server;
    await page.goto(await joinLink(seeded));
    await page.getByRole('link', { name: /A rule got in the way/ }).click();
    await page.getByRole('button', { name: 'Say so' }).click();
    await expect(page.getByLabel('The rule')).toHaveAccessibleDescription(/fill this in/);
    await page.getByLabel('The rule').fill('No prams in the dining room.');
    await page.getByLabel('What it did').fill('She left. Ask her: 020 7946 0958');
    await page.getByRole('button', { name: 'Say so' }).click();
    await expect(page.getByRole('heading', { name: 'Said. Thank you.' })).toBeVisible();

    await signIn(page, origin, owner);
    await page.goto(`${origin}/admin/${team}/practice`);
    await page.getByLabel('In one line').fill('');
    await page.getByRole('button', { name: 'Save the line' }).click();
    await page.goto(`${origin}/admin/${team}/snags`);
    await expect(page.getByText('What it did: She left. Ask her: •••')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Put the answer on the wall' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Say it for everybody' }).click();
    await page.getByLabel('In one line').fill('Nobody stays outside');
    await page.getByRole('button', { name: 'Save the line' }).click();
    await expect(page.getByText('Saved. It stands there from now on.')).toBeVisible();

    await page.goto(`${origin}/admin/${team}/snags`);
    const answer = page.locator('li', { has: page.getByRole('radio') }).last();
    await answer.getByRole('button', { name: 'Put the answer on the wall' }).click();
    await expect(page.getByRole('radiogroup', { name: 'What becomes of it?' }).last()).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    const again = page.locator('li', { has: page.getByRole('radio') }).last();
    await again.getByText('It is kept, because').click();
    await again.getByLabel('In one sentence').fill('The way out has to stay free.');
    await again.getByRole('button', { name: 'Put the answer on the wall' }).click();
    const answered = page.getByRole('listitem').filter({ hasText: 'No prams' }).first();
    await expect(answered).toContainText('Kept, because: The way out has to stay free.');
    await expect(answered).toContainText('What we are here for: Nobody stays outside');
    await answered.getByRole('button', { name: /^Hide/ }).click();
    await expect(page.getByText('It is off every wall.')).toBeVisible();

    // It stands on the leader’s walk.
    await page.goto(`${origin}/admin/${team}/walk`);
    await expect(page.getByText('What we are here for: Nobody stays outside')).toBeVisible();
  });
});
