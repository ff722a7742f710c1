import type { BrowserContext, Page } from '@playwright/test';
import { expect, signIn, test } from './huddleboard';
import { isSound } from './public-pages';

const phone = { width: 390, height: 844 };

/** A wall that says whether it was ever reloaded. */
async function hang(context: BrowserContext, link: string): Promise<Page> {
  const wall = await context.newPage();
  await wall.goto(link);
  await expect(wall.locator('h1, h2').first()).toBeVisible();
  await wall.evaluate(() => document.documentElement.setAttribute('data-hung', 'since the start'));
  return wall;
}

/** The wall's page is still the one that was opened. */
const isTheSame = (wall: Page) =>
  expect(wall.locator('html')).toHaveAttribute('data-hung', 'since the start');

test('a shout-out that a leader writes breaks in on the wall, without a reload', async ({
  browser,
  seeded,
}) => {
  const { server, owner, displays } = seeded;
  const link = displays[0]!.link.replace(/^https?:\/\/[^/]+/, server.origin);
  const wall = await hang(await browser.newContext(), link);

  const leader = await (await browser.newContext({ viewport: phone })).newPage();
  await signIn(leader, server.origin, owner);
  await leader.getByRole('link', { name: /shout-outs/i }).click();
  await leader.getByLabel('Whom do you thank?').fill('Wilhelmina');
  await leader.getByLabel('What did they do?').fill('You found a left glove and ran after the tram.');
  await leader.getByRole('button', { name: 'Put it on the wall' }).click();
  await expect(leader.getByText('It is on its way to the wall.')).toBeVisible();

  await expect(wall.getByText('Wilhelmina', { exact: false }).first()).toBeVisible();
  await isTheSame(wall);
  await expect(leader.getByLabel('What did they do?')).toHaveValue('');
});

test('a form says what is wrong beside the field and keeps all that was typed', async ({
  browser,
  seeded,
}) => {
  const { server, owner, team } = seeded;
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ viewport: phone, javaScriptEnabled });
    const leader = await context.newPage();
    await signIn(leader, server.origin, owner);
    await leader.goto(`${server.origin}/admin/${team}/shout-outs`);
    await leader.getByLabel('What did they do?').fill('You carried six plates at once.');
    await leader.getByRole('button', { name: 'Put it on the wall' }).click();
    await expect(leader.getByLabel('Whom do you thank?')).toHaveAttribute('aria-invalid', 'true');
    await expect(leader.getByLabel('Whom do you thank?')).toHaveAccessibleDescription(/\w+/);
    await expect(leader.getByLabel('What did they do?')).toHaveValue('You carried six plates at once.');
    await context.close();
  }
});

test('what is done on a page before its program has come stays done', async ({ browser, seeded }) => {
  const { server, owner } = seeded;
  const page = await (await browser.newContext({ viewport: phone })).newPage();
  await signIn(page, server.origin, owner);
  let come = () => {};
  const early = async (path: string, act: () => Promise<unknown>) => {
    const held = new Promise<void>((resolve) => (come = resolve));
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.route('**/_app/**/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(server.origin + path, { waitUntil: 'commit' });
    await act();
    come();
    await page.waitForLoadState('networkidle');
  };
  const language = page.getByLabel('Language of these pages');
  await early('/admin/account', () => language.selectOption('es'));
  await expect(language).toHaveValue('es');

  const fold = page.locator('details').filter({ has: page.locator('[name=tried]') });
  const words = fold.getByLabel('What I tried');
  const asked = page.locator('details').filter({ has: page.locator('[name=coached]') });
  const none = asked.getByRole('radio', { name: 'No', exact: true }).first();
  await early('/admin/journal', async () => {
    await asked.locator('summary').click();
    await none.locator('xpath=..').click();
    await fold.locator('summary').click();
    await words.fill('Asked first');
  });
  await expect(none).toBeChecked();
  await expect(words).toBeVisible();
  await expect(words).toHaveValue('Asked first');

  const picture = page.locator('input[type=file]');
  await early(`/admin/${seeded.team}/pictures`, () =>
    picture.setInputFiles({ name: 'table.png', mimeType: 'image/png', buffer: Buffer.from('none') }),
  );
  await expect(page.getByRole('img', { name: 'The picture you chose' })).toBeVisible();
});

test('a comment is approved with the words that the wall sets in colour', async ({ browser, seeded }) => {
  const { server, owner, team } = seeded;
  const leader = await (await browser.newContext({ viewport: phone })).newPage();
  await signIn(leader, server.origin, owner);
  await leader.goto(`${server.origin}/admin/${team}/feedback`);
  const first = leader.getByRole('article').first();
  const text = (await first.getByRole('blockquote').innerText()).trim();
  const words = text.split(/\s+/);
  await first.getByRole('button', { name: 'Set words in colour' }).click();
  await first.getByRole('button', { name: words[0], exact: true }).first().click();
  if (words[1]) await first.getByRole('button', { name: words[1], exact: true }).first().click();
  await first.getByRole('button', { name: 'Put it on the wall' }).click();
  await expect(leader.getByText(text)).toBeHidden();

  await leader.getByRole('link', { name: 'On the wall' }).click();
  const approved = leader.getByRole('article').filter({ hasText: text });
  await expect(approved.locator('mark')).toHaveText(
    words
      .slice(0, 2)
      .join(' ')
      .replace(/[.,;:!?]+$/, ''),
  );
  await approved.getByRole('button', { name: 'Hide' }).click();
  await expect(leader.getByText(text)).toBeHidden();
});

test('a leader changes the goal and takes a reading; home and wall know it', async ({ browser, seeded }) => {
  const { server, owner, team } = seeded;
  const leader = await (await browser.newContext({ viewport: phone })).newPage();
  await signIn(leader, server.origin, owner);
  await leader.goto(`${server.origin}/admin/${team}/goal`);
  await leader.getByText('Change the goal').click();
  await leader.getByLabel('To', { exact: true }).fill('77');
  await leader.getByRole('button', { name: 'Save the goal' }).click();
  await expect(leader.getByText('The goal is on the wall.')).toBeVisible();
  await leader.getByLabel('Where are we now?').fill('61');
  await leader.getByRole('button', { name: 'Put it on the wall' }).click();
  await expect(leader.getByText('The reading is on the wall.')).toBeVisible();
  await leader.goto(`${server.origin}/admin/${team}`);
  await expect(leader.getByRole('link', { name: /focus goal/i })).toContainText('61 of 77');
});

test('of two who change the same team the second sees both @full', async ({ browser, seeded }) => {
  const { server, owner, team } = seeded;
  const one = await (await browser.newContext({ viewport: phone })).newPage();
  const two = await (await browser.newContext({ viewport: phone })).newPage();
  for (const page of [one, two]) {
    await signIn(page, server.origin, owner);
    await page.goto(`${server.origin}/admin/${team}/settings`);
  }
  await one.getByLabel('Team name').fill('Harbour Galley');
  await one.getByRole('button', { name: 'Save' }).click();
  await expect(one.getByText('Saved.')).toBeVisible();

  await two.getByLabel('Team name').fill('Quay Kitchen');
  await two.getByRole('button', { name: 'Save' }).click();
  await expect(two.getByText('Now there: Harbour Galley')).toBeVisible();
  await expect(two.getByLabel('Team name')).toHaveValue('Quay Kitchen');
  await two.getByRole('button', { name: 'Save' }).click();
  await expect(two.getByText('Saved.')).toBeVisible();
  await one.reload();
  await expect(one.getByLabel('Team name')).toHaveValue('Quay Kitchen');
});

test('a TV is paired by its code and its playlist put in order by keyboard and by hand @full', async ({
  browser,
  seeded,
}) => {
  const { server, owner } = seeded;
  const tv = await (await browser.newContext()).newPage();
  await tv.goto(`${server.origin}/display`);
  const label = await tv.getByLabel(/the code is/i).getAttribute('aria-label');
  const code = label!.replace(/[^A-Z]/g, '').slice(-8);

  const leader = await (await browser.newContext({ viewport: phone })).newPage();
  await signIn(leader, server.origin, owner);
  await leader.goto(`${server.origin}/pair?code=${code}`);
  await leader.getByLabel('Name of the place').fill('Kitchen door');
  await leader.getByRole('button', { name: 'Hang it up' }).click();
  await expect(leader.getByText('Kitchen door is on the wall.')).toBeVisible();
  await expect(tv).toHaveURL(/\/display\/\w+/);

  await leader.goto(`${server.origin}/admin/displays`);
  const row = leader.getByRole('link', { name: /kitchen door/i });
  await expect(row).toContainText(/showing since|connected/i);
  await row.click();
  const scenes = () =>
    leader.locator('ol li summary .title').evaluateAll((titles) => titles.map((title) => title.textContent));
  await expect(leader.locator('ol li summary .title').first()).toBeVisible();
  const before = await scenes();
  const grips = leader.getByRole('button', { name: /^Move / });
  await grips.first().focus();
  await leader.keyboard.press('ArrowDown');
  const byKey = [before[1], before[0], ...before.slice(2)];
  await expect.poll(scenes).toEqual(byKey);
  await expect(leader.getByText('The wall follows.')).toBeVisible();
  await leader.reload();
  await expect.poll(scenes).toEqual(byKey);

  await grips.nth(2).scrollIntoViewIfNeeded();
  const from = (await grips.nth(2).boundingBox())!;
  const to = (await grips.nth(0).boundingBox())!;
  await leader.mouse.move(from.x + 20, from.y + from.height / 2);
  await leader.mouse.down();
  await leader.mouse.move(to.x + 20, to.y + to.height + 20, { steps: 12 });
  await leader.mouse.move(to.x + 20, to.y + 12, { steps: 12 });
  await leader.mouse.up();
  const byHand = [byKey[2], byKey[0], byKey[1], ...byKey.slice(3)];
  await expect.poll(scenes).toEqual(byHand);
  await expect(leader.getByText('The wall follows.')).toBeVisible();
  await leader.reload();
  expect(await scenes()).toEqual(byHand);
});

test('whoever is not signed in signs in first and then comes to the page that was meant', async ({
  page,
  seeded,
}) => {
  const { server, team, owner } = seeded;
  await page.goto(`${server.origin}/admin/${team}/settings`);
  await expect(page).toHaveURL(/\/admin\/sign-in\?/);
  await page.getByLabel(/login/i).fill(owner.login);
  await page.getByLabel(/password/i).fill(owner.password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await expect(page).toHaveURL(`${server.origin}/admin/${team}/settings`);
});

test('an unknown team or display gets a sentence', async ({ page, seeded }) => {
  const { server, owner } = seeded;
  await signIn(page, server.origin, owner);
  await page.goto(`${server.origin}/admin/no-such-team`);
  await expect(page.getByText('There is no such team.', { exact: false })).toBeVisible();
  await page.goto(`${server.origin}/admin/displays/no-such-display`);
  await expect(page.getByText('There is no such display', { exact: false })).toBeVisible();
});

test('an owner closes a team once its walls are down; everybody is told, and it is opened again @full', async ({
  browser,
  seeded,
}) => {
  const { server, owner, team, displays } = seeded;
  const { origin } = server;
  const [leader, guest] = await Promise.all([
    browser.newPage({ viewport: phone }),
    browser.newPage({ viewport: phone }),
  ]);
  await signIn(leader, origin, owner);
  const close = leader.getByRole('button', { name: 'Close this team' });
  await leader.goto(`${origin}/admin/${team}/settings`);
  await expect(leader.getByText('Please take its walls down first:')).toBeVisible();
  await expect(close).toHaveCount(0);
  for (const { id } of displays) {
    await leader.goto(`${origin}/admin/displays/${id}`);
    await leader.getByRole('button', { name: 'Take this display down' }).click();
    await leader.getByRole('button', { name: 'Take it down' }).click();
    await leader.waitForURL(/displays(\?|$)/);
  }
  await leader.goto(`${origin}/admin/${team}/settings`);
  await close.click();
  await leader.getByRole('button', { name: 'Close it' }).click();
  await expect(leader.getByRole('heading', { name: 'Closed teams' })).toBeVisible();
  await isSound(leader, 'closed teams');
  const home = await leader.goto(`${origin}/admin/${team}`);
  expect(home?.status()).toBe(404);
  await guest.goto(`${origin}/ask/${team}`);
  await expect(guest.getByRole('heading', { name: 'This team is closed.' })).toBeVisible();
  await guest.goto(`${origin}/team/${team}`);
  await expect(guest.getByRole('heading', { name: 'This team is closed.' })).toBeVisible();
  await guest.goto(origin);
  await expect(guest.getByRole('main')).not.toContainText('Harbour Kitchen');

  await leader.goto(`${origin}/admin?all`);
  await leader.getByRole('button', { name: 'Open it again: Harbour Kitchen' }).click();
  await expect(leader.getByText('The team is open again.')).toBeVisible();
  await guest.goto(`${origin}/ask/${team}`);
  await expect(guest.getByRole('button', { name: '9', exact: true })).toBeVisible();
});
