import type { Page } from '@playwright/test';
import { expect, signIn, test } from './huddleboard';
import { isSound, joinLink, phone } from './public-pages';

test.use(phone);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('who is new reads in a minute what matters and takes part; a leader has the code to hand on @full', async ({
    page,
    browser,
    seeded,
  }) => {
    const { server, team, owner } = seeded;
    const { origin } = server;
    await page.goto(await joinLink(seeded));
    await page.getByRole('link', { name: /New here/ }).click();
    await expect(page.getByRole('heading', { name: 'Good to have you here.' })).toBeVisible();
    await expect(page.getByRole('heading', { name: /^Our score is \+?\d+, from \d+ answers/ })).toBeVisible();
    const lately = page.getByRole('figure');
    await expect(lately.filter({ hasText: 'What went well lately' })).toContainText('“');
    await expect(lately.filter({ hasText: 'What did not' })).toContainText('“');
    await expect(page.getByRole('heading', { name: 'What we expect of each other' })).toBeVisible();
    await page.getByRole('link', { name: /Thank a colleague/ }).click();
    await expect(page.getByLabel('did what?')).toBeVisible();

    // Nobody else reads it: a phone that holds no ticket is told to scan a code.
    const leader = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage();
    await leader.goto(`${origin}/team/${team}/new?join=stale`);
    await expect(leader.getByRole('heading', { name: 'Scan the code on the wall.' })).toBeVisible();
    await expect(leader.getByText('That code was from another day.')).toBeVisible();
    expect(leader.url()).not.toContain('join');
    await signIn(leader, origin, owner);
    await leader.goto(`${origin}/admin/${team}`);
    await leader.getByRole('link', { name: 'For somebody new' }).click();
    await expect(leader.getByRole('img', { name: /Code that lets the phone/ })).toBeVisible();
    // Where a phone takes part this one has no ticket to go.
    await expect(leader.getByText('Thank a colleague')).toBeVisible();
    await expect(leader.getByRole('link', { name: /Thank a colleague/ })).toHaveCount(0);
    await leader.context().close();
  });

  test('a phone taps that it asked, and that’s us; it sees again what it missed; a leader settles the small things @full', async ({
    page,
    browser,
    seeded,
  }) => {
    const { server, team, owner } = seeded;
    const { origin } = server;
    const leader = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage();
    await signIn(leader, origin, owner);
    await leader.goto(`${origin}/admin/${team}/practice`);
    await leader.getByLabel('How we ask this week').fill('What could we do better for you?');
    await leader.getByRole('button', { name: 'Save the week' }).click();
    await expect(leader.getByText('Saved. Walls and phones show it.')).toBeVisible();

    await page.goto(await joinLink(seeded));
    await page.getByRole('button', { name: /I asked a customer.*What could we do better/s }).click();
    await expect(page.getByText('All of us together asked 1 time this week.')).toBeVisible();

    await page.getByRole('link', { name: /I missed it/ }).click();
    await expect(page.getByRole('heading', { name: 'What they said' })).toBeVisible();
    await page.getByRole('button', { name: /We have met the report/ }).click();
    await expect(page.getByRole('link', { name: /I missed it/ })).toHaveCount(0);

    await page.getByRole('link', { name: /What they say about us/ }).click();
    await page.getByRole('button', { name: 'That’s us' }).first().click();
    await expect(page.getByText('1 said so, you too')).toBeVisible();

    await leader.goto(`${origin}/admin/${team}/voices`);
    await expect(leader.getByText('1 of us said so')).toBeVisible();
    await leader.locator('summary').first().click();
    await leader.getByLabel('Our part in this comment').first().fill('we set the tables at five');
    await leader.getByRole('button', { name: 'Say so on the wall' }).first().click();
    await expect(leader.getByText('It stands with the comment now.')).toBeVisible();
    await page.reload();
    await expect(page.getByText('Our part: we set the tables at five')).toBeVisible();

    // The list by which a team begins is gone once it is done.
    await leader.goto(`${origin}/admin/${team}/practice`);
    for (const slot of ['Slot 2 is done', 'Slot 5 is done']) await leader.getByText(slot).click();
    await leader.getByRole('button', { name: 'Save the list' }).click();
    await expect(leader.getByRole('status').first()).toBeVisible();
    await leader.goto(`${origin}/admin/${team}`);
    await expect(leader.getByRole('heading', { name: 'Before we begin' })).toBeVisible();
    for (const left of [1, 0]) {
      await leader.locator('[name=slot][aria-pressed=false]').first().click();
      await expect(leader.locator('[name=slot][aria-pressed=false]')).toHaveCount(left);
    }
    await expect(leader.getByRole('heading', { name: 'Before we begin' })).toHaveCount(0);

    // The walk: on, back, and again where it was.
    await leader.getByRole('link', { name: 'Start the walk' }).click();
    await leader.getByRole('button', { name: 'Start the walk' }).click();
    await expect(leader.getByRole('heading', { name: 'What do they tell us?' })).toBeVisible();
    await leader.getByRole('button', { name: 'Next' }).click();
    await expect(leader.getByRole('heading', { name: 'Who of us has not heard it yet?' })).toBeVisible();
    await leader.goto(`${origin}/admin/${team}`);
    await leader.getByRole('link', { name: 'Go on with the walk' }).click();
    await expect(leader.getByRole('heading', { name: 'Who of us has not heard it yet?' })).toBeVisible();
    await leader.getByRole('button', { name: 'Back' }).click();
    await expect(leader.getByRole('heading', { name: 'What do they tell us?' })).toBeVisible();
    await leader.getByRole('button', { name: 'End the walk' }).click();
    await expect(leader.getByRole('link', { name: 'Start the walk' })).toBeVisible();
  });
});

test('an owner aims, tries the practice out and keeps a notebook that no export holds @full', async ({
  page,
  seeded,
}) => {
  const { server, team, owner, apiKey } = seeded;
  const { origin } = server;
  await signIn(page, origin, owner);
  await page.goto(`${origin}/admin/aims`);
  await page.getByLabel('A new aim').fill('Nobody waits in the dark');
  await page.getByRole('button', { name: 'Aim at it' }).click();
  await expect(page.getByText('Nobody’s focus serves this yet.')).toBeVisible();
  await isSound(page, 'aims');
  await page.goto(`${origin}/admin/${team}/decisions`);
  await page.locator('[name=text]').fill('Say the wait');
  await page.locator('[name=meaning]').fill('You know how long');
  await page.locator('[name=routine]').fill('Pre-shift talk');
  await page.getByLabel('Which aim does it serve?').selectOption({ label: 'Nobody waits in the dark' });
  await page.getByLabel('The skill we practise').selectOption({ label: 'coaching' });
  await page.getByRole('button', { name: 'Decide' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Say the wait' })).toBeVisible();
  await page.goto(`${origin}/admin/aims`);
  await expect(page.getByText(/decided: Say the wait/)).toBeVisible();
  await page.goto(`${origin}/admin/${team}/turns`);
  await expect(page.getByRole('list', { name: 'Skills practised' }).first()).toContainText('coaching');
  await isSound(page, 'turns');

  await page.goto(`${origin}/admin/trials`);
  await page.getByLabel('What the first turn is for').fill('Nobody waits without knowing');
  await page.getByRole('button', { name: 'Begin the trial' }).click();
  await expect(page.getByRole('heading', { name: 'Nobody waits without knowing' })).toBeVisible();
  await expect(page.getByText(/Before: /)).toBeVisible();
  await isSound(page, 'a trial');
  await page.getByRole('button', { name: 'End the trial' }).click();
  await expect(page.getByText('The trial is over. This page stays.')).toBeVisible();

  await page.goto(`${origin}/admin/journal`);
  const tried = page.locator('details').filter({ has: page.locator('[name=tried]') });
  await tried.locator('summary').click();
  await tried.getByLabel('What I tried').fill('Asked before telling');
  await tried.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText('Kept, for you alone.')).toBeVisible();
  await isSound(page, 'a notebook');
  const own = await page.request.get(`${origin}/admin/journal/download`);
  expect(await own.text()).toContain('Asked before telling');
  const everything = await fetch(`${origin}/api/v1/teams/${team}/export.ndjson`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  expect(await everything.text()).not.toContain('Asked before telling');
});

/** Goes on by the Tab key until a field or button has the focus; fails when it never comes. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const wanted = page.locator(selector).first();
  await expect(wanted).toBeVisible();
  for (let step = 0; step < 120; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} is not reached by the keyboard`);
}

for (const javaScriptEnabled of [true, false])
  test.describe(`by the keyboard alone, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('criticals are chosen, a decision is taken, help is offered and taken back @full', async ({
      page,
      seeded,
    }) => {
      const { server, team, owner } = seeded;
      const { origin } = server;
      const type = async (selector: string, text: string) => {
        await tabTo(page, selector);
        await page.keyboard.type(text);
      };
      await signIn(page, origin, owner);
      await page.goto(`${origin}/admin/${team}/decisions`);
      await type('[name=text]', 'Say the wait');
      await type('[name=meaning]', 'You know how long');
      await tabTo(page, '[name=routine]');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('Pre-shift talk');
      await tabTo(page, 'form[action="?/take"] button');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('listitem').filter({ hasText: 'Say the wait' })).toBeVisible();

      await page.goto(`${origin}/admin/${team}/criticals`);
      const last = (await page.locator('[name^=name-]').count()) - 1;
      if (!(await page.locator(`[name=name-${last}]`).isVisible())) {
        await tabTo(page, `details:has([name=name-${last}]) summary`);
        await page.keyboard.press('Enter');
      }
      await type(`[name=name-${last}]`, 'The view');
      await type(`[name=words-${last}]`, 'window, harbour');
      await tabTo(page, 'button[form=save]');
      await page.keyboard.press('Enter');
      await expect(page.getByText('The view').first()).toBeVisible();

      await page.goto(`${origin}/admin/grid`);
      await tabTo(page, 'form[action="?/offer"] button');
      await page.keyboard.press('Enter');
      await expect(page.locator('form[action="?/end"] button')).toHaveCount(1);
      await tabTo(page, 'form[action="?/end"] button');
      await page.keyboard.press('Enter');
      await expect(page.locator('form[action="?/end"] button')).toHaveCount(0);
    });
  });
