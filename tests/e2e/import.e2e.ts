import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './huddleboard';

const folder = new URL('../samples/feedback/', import.meta.url);
const nhs = new URL('nhs-gp-friends-and-family.csv', folder);
const satisfied = ['Extremely likely', 'Likely'];

/** The sample read by nobody's code but this: no cell of the columns used here is quoted. */
const lines = readFileSync(nhs, 'utf8').trim().split('\n');
const rows = lines.slice(1).map((line) => {
  const [time = '', rating = '', , , surgery = ''] = line.split(',');
  return { day: time.slice(0, 10), rating, surgery };
});
const scored = rows.filter(({ rating }) => rating !== "Don't know");
const share = (some: readonly { rating: string }[]) =>
  (some.filter(({ rating }) => satisfied.includes(rating)).length / some.length) * 100;
const daysBack = (day: string) => Math.ceil((Date.now() - Date.parse(`${day}T00:00:00Z`)) / 86_400_000) + 2;

async function choose(
  page: Page,
  origin: string,
  team: string,
  name: string,
  content?: string,
): Promise<void> {
  await page.goto(`${origin}/admin/${team}/feedback/import`);
  await page.waitForLoadState('networkidle');
  const file =
    content === undefined
      ? new URL(name, folder).pathname
      : { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.locator('input[type=file]').setInputFiles(file);
}

async function bringIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Import/ }).click();
  await page.waitForURL(/\/feedback\/import\/[a-z0-9]+$/);
}

test.use({ viewport: { width: 390, height: 844 } });

test('the NHS sample comes in as one team and as eleven, each with the score worked out from its rows', async ({
  page,
  seeded,
}) => {
  const { server, team, owner, apiKey } = seeded;
  await signIn(page, server.origin, owner);
  await choose(page, server.origin, team, 'nhs-gp-friends-and-family.csv');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3,863 answers are ready.');
  await bringIn(page);
  for (const text of ['3,882 rows', '3,863 new answers', "19 answered “Don't know”"])
    await expect(page.getByText(text)).toBeVisible();

  const scoreOf = async (id: string, key: string) => {
    const days = daysBack(rows.map(({ day }) => day).sort()[0] ?? '');
    const answer = await fetch(`${server.origin}/api/v1/teams/${id}/score?metric=csat&days=${days}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { score: number; n: number };
  };
  const one = await scoreOf(team, apiKey);
  expect(one.n).toBeGreaterThanOrEqual(scored.length);

  await choose(page, server.origin, team, 'nhs-gp-friends-and-family.csv');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3,863 answers are ready.');
  await page.getByText('Each surgery is a team of its own: 11').click();
  await expect(page.getByText('11 new teams')).toBeVisible();
  await bringIn(page);
  await expect(page.getByText('3,863 new answers')).toBeVisible();

  const surgeries = [...new Set(rows.map(({ surgery }) => surgery))];
  expect(surgeries).toHaveLength(11);
  await page.goto(`${server.origin}/admin/keys`);
  await page.waitForLoadState('networkidle');
  const key = await makeKey(page);
  for (const surgery of surgeries) {
    const own = scored.filter((row) => row.surgery === surgery);
    const id = surgery
      .toLowerCase()
      .replaceAll("'", '-')
      .replaceAll('@', '-')
      .replace(/[^a-z]+/g, '-');
    const { score, n } = await scoreOf(id, key);
    expect([surgery, n]).toEqual([surgery, own.length]);
    if (own.length >= 5) expect(score).toBeCloseTo(share(own), 9);
  }
});

/** A key that may read the scores of every team, made by hand. */
async function makeKey(page: Page): Promise<string> {
  await page.locator('input[name=name]').fill('Scores');
  for (const box of await page.locator('input[type=checkbox]').all()) await box.check({ force: true });
  await page
    .getByRole('button', { name: /make|new|key/i })
    .last()
    .click();
  const shown = page.locator('output');
  await expect(shown).toContainText('hb_');
  return (await shown.innerText()).trim();
}

test('a survey without a score is answered with a sentence, and nothing comes in', async ({
  page,
  seeded,
}) => {
  const { server, team, owner } = seeded;
  await signIn(page, server.origin, owner);
  await choose(page, server.origin, team, 'flying-etiquette.csv');
  await expect(page.getByText(/There is no score in this file/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0);
});

test('what is not certain is asked, and the answers are remembered for the next file', async ({
  page,
  seeded,
}) => {
  const { server, team, owner } = seeded;
  await signIn(page, server.origin, owner);
  const header = 'Rating,What could we do better?,When\n';
  await choose(
    page,
    server.origin,
    team,
    'march.csv',
    `${header}5,Nothing at all really,03/04/2026\n2,The soup was cold,05/06/2026\n`,
  );
  await page.getByText('1 to 5: satisfaction').click();
  await page.getByText('The day', { exact: true }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 answers are ready.');
  await bringIn(page);
  await choose(page, server.origin, team, 'april.csv', `${header}4,More bread,07/08/2026\n`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One answer is ready.');
});
