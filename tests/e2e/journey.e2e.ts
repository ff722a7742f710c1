import type { Page } from '@playwright/test';
import { joined, nextStep } from './hand';
import { expect, hang, signIn, test } from './huddleboard';
import { keepScene } from './playlist';
import { isSound, joinLink, phone } from './public-pages';

test.use(phone);

/** Counts what a thumb does on each page from now on. */
const countTaps = (page: Page) =>
  page.addInitScript(() => {
    document.addEventListener(
      'click',
      ({ isTrusted, target }) => {
        // A label taps its own field once more.
        if (isTrusted && !(target instanceof HTMLInputElement && target.type === 'radio'))
          sessionStorage.taps = Number(sessionStorage.taps ?? 0) + 1;
      },
      true,
    );
  });
const taps = (page: Page) => page.evaluate(() => Number(sessionStorage.taps ?? 0));

test('a champion walks in the customer’s shoes, and the wall counts it at its step @full', async ({
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
  await keepScene(leader, server.origin, display!.id, 'The customer’s journey');
  await expect(wall.getByRole('heading', { name: 'Nobody spoke of “Paying”.' })).toBeVisible();

  // Step, face, words, button.
  await page.goto(await joinLink(seeded));
  await page.getByRole('link', { name: /In the customer’s shoes/ }).click();
  await isSound(page, 'where are you');
  await countTaps(page);
  await page.reload();
  await page.getByText('Paying', { exact: true }).click();
  await page.getByText('Not well', { exact: true }).click();
  await page.getByLabel('What did you see?').fill('The card reader stands behind the plants.');
  await page.getByRole('button', { name: 'Say so' }).click();
  await expect(page.getByText('Counted on the wall at “Paying”.')).toBeVisible();
  expect(await taps(page)).toBe(3);
  // The walk goes on at the next step: one tap less.
  await expect(page.getByRole('radio', { name: 'Back home' })).toBeChecked();
  await isSound(page, 'on to the next step');

  await expect(wall.getByRole('heading', { name: 'Nobody spoke of “Paying”.' })).toBeHidden();
  await expect(wall.getByText('nobody yet')).toHaveCount(0);
  await expect(wall.getByText('card reader')).toHaveCount(0);

  await leader.goto(`${server.origin}/admin/${team}/journey`);
  const found = leader.getByRole('listitem').filter({ hasText: 'behind the plants' });
  await expect(found).toContainText('It did not go well.');
  await isSound(leader, 'the journey');
  await found.getByRole('button', { name: /^Hide/ }).click();
  await expect(wall.getByRole('heading', { name: 'Nobody spoke of “Paying”.' })).toBeVisible();
  await leaderSide.close();
  await wall.context().close();
});

test('a champion’s walk comes before the huddle, until it is decided; what is tried out, until somebody says what was seen @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, team, displays } = seeded;
  const link = await joinLink(seeded);
  const wall = await hang(browser, displays[0]!.link, server.origin);
  const heading = (name: string) => wall.getByRole('heading', { name, exact: true });
  const admin = `${server.origin}/admin/${team}`;
  const words = 'The card reader stands behind the plants.';

  const champion = await joined(browser, link);
  await champion.goto(`${server.origin}/team/${team}/journey`);
  await champion.getByText('Paying', { exact: true }).click();
  await champion.getByText('Not well', { exact: true }).click();
  await champion.getByLabel('What did you see?').fill(words);
  await champion.getByRole('button', { name: 'Say so' }).click();
  await expect(champion.getByText('Counted on the wall at “Paying”.')).toBeVisible();

  // One tap of the leader, and it stands in the next huddle.
  await signIn(page, server.origin, owner);
  await page.goto(`${admin}/journey`);
  const found = page.getByRole('listitem').filter({ hasText: words });
  await countTaps(page);
  await page.reload();
  await found.getByRole('button', { name: /^To the huddle/ }).click();
  await expect(found).toContainText('It waits for the huddle.');
  expect(await taps(page)).toBe(1);

  // Something is tried out besides.
  await page.goto(`${admin}/experiments`);
  await page.getByLabel('We think').fill('Nobody sees the sign after five.');
  await page.getByLabel('We try').fill('A lamp over the door');
  await page.getByLabel('We will see').fill('nobody walks past');
  await page.getByRole('button', { name: 'Try it out' }).click();
  await expect(page.getByText('It is on.')).toBeVisible();
  await isSound(page, 'what is tried out');

  const start = async (host: Page) => {
    await host.goto(link);
    await host.getByRole('button', { name: /Start the huddle/ }).click();
    await nextStep(host);
    await expect(host.getByRole('heading', { name: 'One comment' })).toBeVisible();
    await nextStep(host);
  };
  await start(champion);
  await expect(champion.getByRole('heading', { name: 'What we found' })).toBeVisible();
  await expect(heading('What we found')).toBeVisible();
  await expect(wall.getByText('Found at “Paying”')).toBeVisible();
  await expect(wall.getByText(words)).toBeVisible();
  await expect(wall.getByText('Did we see: nobody walks past?')).toBeVisible();
  await isSound(champion, 'what champions bring');
  await champion.getByLabel('We saw').fill('Nobody walked past since.');
  await champion.getByRole('button', { name: 'Write down what we saw' }).click();
  await expect(wall.getByText('Did we see: nobody walks past?')).toBeHidden();

  // The leader, with their own phone in the same huddle, decides: the decision cites it.
  await page.goto(`${server.origin}/team/${team}/huddle`);
  await page.getByRole('link', { name: 'Decide about it' }).click();
  await expect(page.getByLabel('What did it come from?')).toHaveValue(/./);
  await page.getByLabel('What we do').fill('The reader stands on the counter.');
  await page.getByLabel('What customers have of it').fill('They see at once where to pay.');
  await page.getByRole('button', { name: 'Decide' }).last().click();
  const decision = page.getByRole('listitem').filter({ hasText: 'The reader stands on the counter.' });
  await expect(decision).toContainText(`It came from: ${words}`);
  await expect(wall.getByText(words)).toBeHidden();

  // Both are answered: the next huddle goes on to its decision.
  await champion.getByRole('button', { name: 'End it' }).click();
  await expect(wall.getByRole('timer')).toHaveCount(0);
  await start(champion);
  await expect(champion.getByRole('heading', { name: 'Decide one thing' })).toBeVisible();
  await wall.context().close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('steps are settled and walked by plain forms @full', async ({ page, seeded }) => {
    const { server, owner, team } = seeded;
    await signIn(page, server.origin, owner);
    await page.goto(`${server.origin}/admin/${team}/journey`);
    await page.getByLabel('Another step').fill('Leaving');
    await page.getByRole('button', { name: 'Add a step' }).click();
    await expect(page.getByText('6 Leaving')).toBeVisible();
    await page.getByRole('button', { name: 'Earlier: Leaving' }).click();
    await expect(page.getByText('5 Leaving')).toBeVisible();
    await page.getByLabel('Another step').fill('leaving');
    await page.getByRole('button', { name: 'Add a step' }).click();
    await expect(page.getByLabel('Another step')).toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('button', { name: 'Remove: Back home' }).click();
    await expect(page.getByText('6 Back home')).toHaveCount(0);

    await page.goto(await joinLink(seeded));
    await page.getByRole('link', { name: /In the customer’s shoes/ }).click();
    await page.getByRole('button', { name: 'Say so' }).click();
    await expect(page.getByRole('radiogroup', { name: 'Which step?' })).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await page.getByText('Leaving', { exact: true }).click();
    await page.getByText('Well', { exact: true }).click();
    await page.getByLabel('What did you see?').fill('Somebody held the door.');
    await page.getByRole('button', { name: 'Say so' }).click();
    await expect(page.getByText('Counted on the wall at “Leaving”.')).toBeVisible();
  });
});
