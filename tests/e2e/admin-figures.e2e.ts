import type { Page } from '@playwright/test';
import { expect, hang, signIn, test } from './huddleboard';
import { phone } from './public-pages';

test.use(phone);

/** So many answers within ten minutes from one address count at once; what comes after is held back. */
const softLimit = 120;

/** Answers the live question this often, as a script would. */
async function answer(page: Page, origin: string, team: string, times: number): Promise<void> {
  await page.goto(`${origin}/ask/${team}`);
  const question = await page.locator('input[name=question]').inputValue();
  const once = await page.locator('input[name=once]').inputValue();
  for (let i = 0; i < times; i += 1) {
    const sent = await page.request.post(`${origin}/ask/${team}?/answer`, {
      form: { question, once: `${once}${i}`, value: '10' },
      headers: { origin, accept: 'text/html' },
    });
    expect(sent.ok()).toBe(true);
  }
}

/** How many answers the score at home is made of. */
async function counted(page: Page, origin: string, team: string): Promise<number> {
  await page.goto(`${origin}/admin/${team}`);
  const doing = await page.getByText(/Our score is/).innerText();
  return Number(/from ([\d,]+) answers/.exec(doing)?.[1]?.replace(',', ''));
}

test('answers that were held back count when a leader says so, and others go @full', async ({
  page,
  seeded,
}) => {
  const { server, team, owner } = seeded;
  await signIn(page, server.origin, owner);
  const before = await counted(page, server.origin, team);

  await answer(page, server.origin, team, softLimit + 3);
  expect(await counted(page, server.origin, team)).toBe(before + softLimit);
  await page.goto(`${server.origin}/admin/${team}/feedback`);
  await expect(page.getByText('3 answers are held back.')).toBeVisible();
  await page.getByRole('button', { name: 'Count them' }).click();
  await expect(page.getByText('They count now.')).toBeVisible();
  await expect(page.getByText('held back')).toBeHidden();
  expect(await counted(page, server.origin, team)).toBe(before + softLimit + 3);

  await answer(page, server.origin, team, 2);
  await page.goto(`${server.origin}/admin/${team}/feedback`);
  await page.getByRole('button', { name: 'Drop them' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Drop them' }).click();
  await expect(page.getByText('They are gone.')).toBeVisible();
  await expect(page.getByText('held back')).toBeHidden();
  expect(await counted(page, server.origin, team)).toBe(before + softLimit + 3);
});

test('a thanks is proposed from the turn, is everywhere by one tap, and told to nobody once it is withdrawn', async ({
  browser,
  page,
  seeded,
}) => {
  const { server, team, owner, displays } = seeded;
  const wall = await hang(browser, displays[0]!.link, server.origin);
  const told = () => page.goto(`${server.origin}/ask/${team}?thanks`);
  await signIn(page, server.origin, owner);
  await page.goto(`${server.origin}/admin/${team}/thanks`);
  // What was done is proposed; no comment led to it, so that none is put beside it.
  await expect(page.getByLabel('We did')).not.toHaveValue('');
  await expect(page.getByLabel('You said')).toHaveValue('');
  await page.getByLabel('We did').fill('The bread is warm again.');
  await page.getByRole('button', { name: /^Thank, ask/ }).click();
  await expect(page.getByText('Your thanks are on the wall, the question is asked')).toBeVisible();
  await expect(wall.getByRole('heading', { name: /We\s+thanked/ })).toBeVisible();
  await expect(wall.locator('[data-slot]')).toHaveCount(1);
  await told();
  await expect(page.getByText('The bread is warm again.')).toBeVisible();
  await page.goto(`${server.origin}/admin/${team}/thanks/print?receipt`);
  await expect(page.getByText('The bread is warm again.')).toBeVisible();
  await expect(page.getByRole('img', { name: `${server.origin}/ask/${team}` })).toBeVisible();
  await page.goto(`${server.origin}/admin/learned?q=bread+warm`);
  await expect(page.getByText('1 closed turn with')).toBeVisible();

  await page.goto(`${server.origin}/admin/${team}/thanks`);
  await page.getByRole('button', { name: 'Withdraw' }).first().click();
  await expect(page.getByText('It is off the wall.')).toBeVisible();
  await expect(page.getByText('The bread is warm again.')).toBeHidden();
  await told();
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await expect(page.getByText('The bread is warm again.')).toBeHidden();
});

test('a goal that follows a score stands on the phone where the answers stand @full', async ({
  page,
  seeded,
}) => {
  const { server, team, owner } = seeded;
  await signIn(page, server.origin, owner);
  await page.goto(`${server.origin}/admin/${team}`);
  const score = /Our score is \+?(\d+)/.exec(await page.getByText(/Our score is/).innerText())?.[1];
  await page.goto(`${server.origin}/admin/${team}/goal`);
  await page.getByText('Change the goal').click();
  await page.getByLabel('Counted in').selectOption('points');
  await page.getByLabel('To', { exact: true }).fill('90');
  await page.getByLabel('What moves it').selectOption('nps');
  await page.getByRole('button', { name: 'Save the goal' }).click();
  await expect(page.getByText('The goal is on the wall.')).toBeInViewport();
  await expect(page.locator('.now strong')).toHaveText(String(score));
  await page.goto(`${server.origin}/admin/${team}`);
  await expect(page.getByRole('link', { name: /focus goal/i })).toContainText(`${score} of 90`);
});

test('what is wrong with a long form comes into view @full', async ({ page, seeded }) => {
  const { server, team, owner } = seeded;
  await signIn(page, server.origin, owner);
  await page.goto(`${server.origin}/admin/${team}/shout-outs`);
  await page.getByLabel('What did they do?').fill('You carried six plates at once.');
  await page.getByRole('button', { name: 'Put it on the wall' }).click();
  await expect(page.getByLabel('Whom do you thank?')).toBeFocused();
  await expect(page.getByLabel('Whom do you thank?')).toBeInViewport();
});

test('a manager whom the owner brought in by a link signs a thanks by one tap @full', async ({
  browser,
  page,
  seeded,
}) => {
  const { server, team, owner } = seeded;
  await signIn(page, server.origin, owner);
  await page.goto(`${server.origin}/admin/people`);
  await page.getByLabel('Who is it for?').fill('Ravi');
  await page.getByText('Manager', { exact: true }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = (await page.locator('output').innerText()).trim();

  const manager = await (await browser.newContext(phone)).newPage();
  await manager.goto(link);
  await expect(manager.getByLabel('Your name')).toHaveValue('Ravi');
  await manager.getByLabel('Login').fill('ravi');
  await manager.getByLabel('Password').fill('soup of the day');
  await manager.getByRole('button', { name: 'Come in' }).click();
  await expect(manager).toHaveURL(/\/admin\/grid$/);

  await page.goto(`${server.origin}/admin/${team}/thanks`);
  await page.getByLabel('We did').fill('The bread is warm again.');
  await page.getByRole('button', { name: /^Thank, ask/ }).click();
  await expect(page.getByText('A manager is asked to sign, too.')).toBeVisible();

  await manager.reload();
  await expect(manager.getByText('The bread is warm again.')).toBeVisible();
  await manager.getByRole('button', { name: /^Sign it/ }).click();
  await expect(manager.getByText('Your name stands under the thanks now')).toBeVisible();
  await expect(manager.getByRole('button', { name: /^Sign it/ })).toHaveCount(0);
  await manager.goto(`${server.origin}/ask/${team}?thanks`);
  await expect(manager.getByText(/Ravi, manager/)).toBeVisible();

  await page.goto(`${server.origin}/admin/people`);
  await page.getByRole('link', { name: /Ravi/ }).click();
  await page.getByText('Close this account').first().click();
  await page.getByRole('button', { name: 'Close this account' }).click();
  await expect(page).toHaveURL(/\/admin\/people$/);
  await manager.goto(link);
  await expect(manager.getByText('This invitation opens nothing any more.')).toBeVisible();
  await manager.goto(`${server.origin}/admin/grid`);
  await expect(manager).toHaveURL(/sign-in/);
});
