import type { Page } from '@playwright/test';
import { expect, signIn, test } from './huddleboard';
import { isSound, phone } from './public-pages';

test.use(phone);

interface Place {
  server: { origin: string };
  team: string;
  apiKey: string;
}

async function counted({ server, team, apiKey }: Place, metric: string): Promise<number> {
  const answer = await fetch(`${server.origin}/api/v1/teams/${team}/score?metric=${metric}`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  return ((await answer.json()) as { n: number }).n;
}

/** The team's records of a kind, as the export gives them. */
async function recordsOf({ server, team, apiKey }: Place, kind: string): Promise<Record<string, unknown>[]> {
  const answer = await fetch(`${server.origin}/api/v1/teams/${team}/export.ndjson`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  return (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((record) => record.kind === kind);
}

/** The leader asks another question. */
async function askBy(leader: Page, { server, team }: Place, metric: string): Promise<void> {
  await leader.goto(`${server.origin}/admin/${team}/question`);
  await leader.waitForLoadState('networkidle');
  await leader.locator('[name=text]').fill(`How was it, by ${metric}?`);
  await leader.locator(`[name=metric][value=${metric}]`).check({ force: true });
  await leader.getByRole('button', { name: 'Ask this' }).click();
  await expect(leader.getByRole('heading', { level: 1 })).toHaveText(`How was it, by ${metric}?`);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a customer answers in one tap, adds a word and is thanked', async ({ page, seeded }) => {
      await page.goto(`${seeded.server.origin}/ask/${seeded.team}`);
      await page.getByRole('button', { name: '9', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('your 9');
      await page.getByLabel('In your own words').fill('The soup was hot.');
      await page.getByRole('button', { name: 'Send it' }).click();
      await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    });
  });
}

test('a comment that is too long is answered with a sentence and kept', async ({ page, seeded }) => {
  await page.goto(`${seeded.server.origin}/ask/${seeded.team}`);
  await isSound(page);
  await page.getByRole('button', { name: '3', exact: true }).click();
  const words = 'waiting '.repeat(130);
  await page.getByLabel('In your own words').fill(words);
  await page.getByRole('button', { name: 'Send it' }).click();
  await expect(page.getByLabel('In your own words')).toHaveAccessibleDescription(/too many/);
  await expect(page.getByLabel('In your own words')).toHaveValue(words);
  await isSound(page);
});

test('every kind of question is answered in one tap without JavaScript @full', async ({
  page,
  seeded,
  browser,
}) => {
  await signIn(page, seeded.server.origin, seeded.owner);
  const plain = await browser.newContext({ ...phone, javaScriptEnabled: false });
  const customer = await plain.newPage();
  for (const [metric, value] of [
    ['nps', 0],
    ['csat', 5],
    ['ces', 7],
    ['smiley4', 0],
    ['smiley5', 4],
    ['stars', 4],
    ['rating', 10],
  ] as const) {
    await askBy(page, seeded, metric);
    const before = await counted(seeded, metric);
    await customer.goto(`${seeded.server.origin}/ask/${seeded.team}`);
    await expect(customer.getByRole('heading', { level: 1 })).toHaveText(`How was it, by ${metric}?`);
    await customer.locator(`button[name=value][value="${value}"]`).click();
    await expect(customer.getByText('Your answer counts already.')).toBeVisible();
    expect([metric, await counted(seeded, metric)]).toEqual([metric, before + 1]);
    await customer.getByRole('link', { name: 'Nothing to add' }).click();
    await expect(customer.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  }
  await plain.close();
});

test('a second tap changes the first answer and counts once', async ({ page, seeded }) => {
  const before = await counted(seeded, 'nps');
  const old = new Set((await recordsOf(seeded, 'response')).map(({ id }) => id));
  await page.goto(`${seeded.server.origin}/ask/${seeded.team}`);
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: '8', exact: true }).dblclick();
  await expect(page.getByText('Your answer counts already.')).toBeVisible();
  expect(await counted(seeded, 'nps')).toBe(before + 1);

  // A phone that sends what it sent again, as after going back.
  await page.goto(`${seeded.server.origin}/ask/${seeded.team}`);
  const form = {
    once: await page.locator('[name=once]').inputValue(),
    question: await page.locator('[name=question]').inputValue(),
  };
  for (const value of ['2', '3']) {
    const answer = await page.request.post(`${seeded.server.origin}/ask/${seeded.team}?/answer`, {
      form: { ...form, value },
      headers: { origin: seeded.server.origin },
    });
    expect(answer.status()).toBe(200);
  }
  expect(await counted(seeded, 'nps')).toBe(before + 2);
  const fresh = (await recordsOf(seeded, 'response')).filter(({ id }) => !old.has(id));
  expect(fresh.map(({ value }) => value).sort()).toEqual([3, 8]);
});

test('where the question asks so, one more tap says whether somebody looks forward to coming back, and counts in no score', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, team } = seeded;
  await signIn(page, server.origin, seeded.owner);
  await page.goto(`${server.origin}/admin/${team}/question`);
  await page.waitForLoadState('networkidle');
  await page.getByRole('switch', { name: /look forward to coming back/ }).check({ force: true });
  await page.getByRole('button', { name: 'Ask this' }).click();
  await expect(page.getByText('This is now the question.')).toBeVisible();
  await expect(page.getByRole('switch', { name: /look forward to coming back/ })).toBeChecked();

  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ ...phone, javaScriptEnabled });
    const customer = await context.newPage();
    const before = await counted(seeded, 'nps');
    const old = new Set((await recordsOf(seeded, 'response')).map(({ id }) => id));
    await customer.goto(`${server.origin}/ask/${team}`);
    await customer.getByRole('button', { name: '9', exact: true }).click();
    await customer.getByRole('link', { name: 'Nothing to add' }).click();
    await expect(customer.getByRole('heading', { name: 'I look forward to coming back' })).toBeVisible();
    if (javaScriptEnabled) await isSound(customer, 'the thanks with one more question');
    for (const name of ['5, very much', '2'])
      await customer.getByRole('button', { name, exact: true }).click();
    await expect(customer.getByRole('button', { name: '2', exact: true })).toHaveClass(/chosen/);
    await expect(customer.getByText('that is noted')).toBeVisible();
    const fresh = (await recordsOf(seeded, 'response')).filter(({ id }) => !old.has(id));
    expect(fresh).toMatchObject([{ metric: 'nps', value: 9, returning: 2 }]);
    expect(await counted(seeded, 'nps')).toBe(before + 1);
    expect(await counted(seeded, 'rating&scale=1-5:4')).toBe(0);
    await context.close();
  }
});

test('an answer and its words know the touchpoint of the square that was scanned', async ({
  page,
  seeded,
}) => {
  await page.goto(`${seeded.server.origin}/ask/${seeded.team}?touchpoint=terrace%207`);
  await page.getByRole('button', { name: '9', exact: true }).click();
  await page.getByLabel('In your own words').fill('The terrace was quiet.');
  await page.getByRole('button', { name: 'Send it' }).click();
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  const there = ({ touchpoint }: Record<string, unknown>) => touchpoint === 'terrace 7';
  expect((await recordsOf(seeded, 'response')).filter(there)).toMatchObject([{ value: 9 }]);
  expect((await recordsOf(seeded, 'verbatim')).filter(there)).toMatchObject([
    { text: 'The terrace was quiet.' },
  ]);
});

test('a kiosk goes back to its question by itself, after thanks and when somebody walks away', async ({
  page,
  seeded,
}) => {
  await page.clock.install();
  await page.goto(`${seeded.server.origin}/ask/${seeded.team}?kiosk&touchpoint=door`);
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: '9', exact: true }).click();
  await expect(page.getByText('Your answer counts already.')).toBeVisible();
  await page.clock.fastForward(46_000);
  await expect(page.getByRole('button', { name: '9', exact: true })).toBeVisible();

  await page.getByRole('button', { name: '7', exact: true }).click();
  await page.getByRole('link', { name: 'Nothing to add' }).click();
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Next/ })).toBeVisible();
  await page.clock.fastForward(9000);
  await expect(page.getByRole('button', { name: '9', exact: true })).toBeVisible();
  expect(new URL(page.url()).searchParams.get('touchpoint')).toBe('door');
});

test('a kiosk is ready for the next guest', async ({ page, seeded, browser }) => {
  await page.goto(`${seeded.server.origin}/ask/${seeded.team}?kiosk&thanks`);
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page.getByRole('button', { name: '10', exact: false }).last()).toBeVisible();

  const plain = await browser.newContext({ ...phone, javaScriptEnabled: false });
  const tablet = await plain.newPage();
  await tablet.goto(`${seeded.server.origin}/ask/${seeded.team}?kiosk&thanks`);
  await expect(tablet.locator('meta[http-equiv=refresh]')).toHaveAttribute('content', /^8;url=.*kiosk/);
  await plain.close();
});

test('an unknown team gets a sentence', async ({ page, seeded }) => {
  const answer = await page.goto(`${seeded.server.origin}/ask/nobody`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByText('There is no team at this address.')).toBeVisible();
  await isSound(page);
});
