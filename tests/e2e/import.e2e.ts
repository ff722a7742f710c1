import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expect, Server, signIn, test } from './huddleboard';
import { setUp, setupLink } from './public-pages';

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

/** Wilson's interval for a share, 95 %, written from the formula; in percent. */
function wilson(good: number, n: number): [number, number] {
  const z = 1.959963984540054;
  const p = good / n;
  const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const reach = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return [(middle - reach) * 100, (middle + reach) * 100];
}

/** What the API has to say of these answers; below five it says how many and no more. */
function workedOut(some: readonly { rating: string }[]) {
  const good = some.filter(({ rating }) => satisfied.includes(rating)).length;
  const [low, high] = wilson(good, some.length);
  const near = (value: number): unknown => (some.length < 5 ? null : expect.closeTo(value, 6));
  return { n: some.length, score: near((good / some.length) * 100), low: near(low), high: near(high) };
}
/** What the API says of a team's answers in the days that the sample covers. */
async function scoreOf(origin: string, id: string, key: string) {
  const days = daysBack(rows.map(({ day }) => day).sort()[0] ?? '');
  const answer = await fetch(`${origin}/api/v1/teams/${id}/score?metric=csat&days=${days}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  expect(answer.status).toBe(200);
  const { n, score, low, high } = (await answer.json()) as Record<string, unknown>;
  return { n, score, low, high };
}

const fromTheDesk =
  'Lodger;Overall impression (5 = lovely);Anything that should be better?\n' +
  'Jo Bloggs;5;More hooks in the bathroom please\nAnn Archer;2;The key would not turn\nCy Young;4;\n';

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

test('the NHS sample comes in as one team and as eleven, each with the score worked out from its rows @full', async ({
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

  // The sample team had no such answers before: all that is counted is the file's.
  expect(await scoreOf(server.origin, team, apiKey)).toEqual(workedOut(scored));

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
    expect([surgery, await scoreOf(server.origin, id, key)]).toEqual([surgery, workedOut(own)]);
  }
});

const day = 86_400_000;
const momentOf = (line: string) => Date.parse(`${line.slice(0, 19).replace(' ', 'T')}Z`);
const newest = Math.max(...lines.slice(1).map(momentOf));

/** The sample moved by `by` milliseconds, and its scored answers of the last 30 days up to the newest. */
function movedBy(by: number) {
  const told = (moment: number) => new Date(moment).toISOString().slice(0, 19).replace('T', ' ');
  const moved = lines.slice(1).map((line) => told(momentOf(line) + by) + line.slice(19));
  const first = new Date(newest + by - 29 * day).toISOString().slice(0, 10);
  const shown = moved
    .map((line) => ({ day: line.slice(0, 10), rating: line.split(',')[1] ?? '' }))
    .filter((row) => row.day >= first && row.rating !== "Don't know");
  return { content: [lines[0], ...moved].join('\n'), shown };
}

/** A wall of the only team that shows nothing but the score; it says whether it was ever reloaded. */
async function hangScore(browser: Browser, leader: Page, origin: string): Promise<Page> {
  const wall = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
  await wall.goto(`${origin}/display`);
  const code = (await wall.locator('.code').innerText()).replace(/[^A-Z]/g, '');
  await leader.goto(`${origin}/pair?code=${code}`);
  await leader.getByLabel('Name of the place').fill('Waiting room');
  await leader.getByRole('button', { name: 'Hang it up' }).click();
  await expect(leader.getByRole('heading', { name: 'Waiting room is on the wall.' })).toBeVisible();
  await wall.waitForURL(/\/display\/[^/]+$/);
  await expect(wall.locator('[data-slot]').first()).toBeVisible();
  await wall.evaluate(() => document.documentElement.setAttribute('data-hung', 'since the start'));
  return wall;
}

/** A file of no tool, without dates, brought by four decisions: the file, what its figures mean, its day, and to keep it. */
async function neverSeen(page: Page, origin: string, team: string): Promise<void> {
  await choose(page, origin, team, 'from-the-desk.txt', fromTheDesk);
  await page.getByText('1 to 5: satisfaction').click();
  await page.getByLabel('The day', { exact: true }).fill(new Date().toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 answers are ready.');
  await bringIn(page);
}

test.describe('a wall that hangs shows the imported sample without a reload', () => {
  // The file, the leader's browser and the team are in one zone.
  test.use({ timezoneId: 'UTC' });

  for (const state of ['stale', 'living'] as const) {
    test(`as the ${state} scene${state === 'stale' ? ' @full' : ''}`, async ({ page, dataDir, browser }) => {
      const profilesDir = mkdtempSync(join(tmpdir(), 'huddleboard-profiles-'));
      const profile = JSON.parse(readFileSync('display-profiles/break-room.json', 'utf8')) as object;
      const defaults = [{ panel: 'how-are-we-doing', options: {}, dwell: null }];
      writeFileSync(join(profilesDir, 'score.json'), JSON.stringify({ ...profile, name: 'score', defaults }));
      const server = await new Server(dataDir, { PROFILES_DIR: profilesDir }).start();
      try {
        await setUp(page, await setupLink(server));
        const team = new URL(page.url()).pathname.split('/').at(-1) ?? '';
        const wall = await hangScore(browser, page, server.origin);
        // Half a minute ago: no clock of the test is behind the server's.
        const { content, shown } = movedBy(state === 'living' ? Date.now() - 30_000 - newest : 0);
        await choose(page, server.origin, team, 'nhs.csv', content);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('3,863 answers are ready.');
        await bringIn(page);

        const n = shown.length;
        expect(n).toBeGreaterThan(100);
        const good = shown.filter(({ rating }) => satisfied.includes(rating)).length;
        await expect(wall.getByText(`${n} guests answered`).first()).toBeVisible();
        await expect(wall.locator('.hero')).toHaveText(`${Math.round((good / n) * 100)} %`);
        if (state === 'stale') {
          const months = Math.floor((Date.now() - newest) / day / 30.44);
          await expect(wall.getByRole('heading', { name: 'How were we doing?' })).toBeVisible();
          await expect(wall.getByText('No news since 5 April 2024 14:07.')).toBeVisible();
          await expect(wall.getByText(`${months} months old, not today’s number.`)).toBeVisible();
          await expect(wall.getByText(/7.March.*5.April 2024/).first()).toBeVisible();
        } else {
          await expect(wall.getByRole('heading', { name: 'How are we doing?' })).toBeVisible();
          await expect(wall.getByText('in the last 30 days').first()).toBeVisible();
          await expect(wall.getByText('No news since')).toHaveCount(0);
          await neverSeen(page, server.origin, team);
          await expect(wall.getByText(`${n + 3} guests answered`).first()).toBeVisible();
          await expect(wall.locator('.hero')).toHaveText(`${Math.round(((good + 2) / (n + 3)) * 100)} %`);
        }
        await expect(wall.locator('html')).toHaveAttribute('data-hung', 'since the start');
      } finally {
        await server.stop();
        rmSync(profilesDir, { recursive: true, force: true });
      }
    });
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

test('a survey without a score is answered with a sentence, and nothing comes in @full', async ({
  page,
  seeded,
}) => {
  const { server, team, owner } = seeded;
  await signIn(page, server.origin, owner);
  await choose(page, server.origin, team, 'flying-etiquette.csv');
  await expect(page.getByText(/There is no score in this file/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0);
});

test('what is not certain is asked, and the answers are remembered for the next file @full', async ({
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

/** Twelve rows, of which the third has no score that can be read. */
const mixed = [
  'Rating,What could we do better?,When',
  ...Array.from({ length: 12 }, (_, at) =>
    at === 2 ? 'eleven,Late,2026-03-05' : `${1 + (at % 5)},Cold soup ${at},2026-03-06`,
  ),
].join('\n');

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a file is looked at, brought in, and the rows that could not be read are downloaded @full', async ({
    page,
    seeded,
  }) => {
    const { server, team, owner } = seeded;
    await signIn(page, server.origin, owner);
    await choose(page, server.origin, team, 'march.csv', mixed);
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByText('1 to 5: satisfaction').click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('11 answers are ready.');
    await bringIn(page);
    await expect(page.getByText('12 rows')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.locator('a[href$="unreadable.csv"]').click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain('eleven,Late,2026-03-05');
    expect(text.trim().split('\n')).toHaveLength(2);
    expect(text).toMatch(/\b4\b/);
    expect(text).not.toContain('Cold soup');
  });
});

test('a program sends the file as multipart with its key, and nothing comes in without one', async ({
  seeded,
}) => {
  const { server, team, apiKey } = seeded;
  const send = (headers: Record<string, string>) => {
    const body = new FormData();
    body.set('file', new Blob([mixed], { type: 'text/csv' }), 'march.csv');
    const mapping = encodeURIComponent(JSON.stringify({ scale: '1-5' }));
    return fetch(`${server.origin}/api/v1/teams/${team}/imports?mapping=${mapping}`, {
      method: 'POST',
      headers,
      body,
    });
  };
  expect((await send({})).status).toBe(401);
  expect((await send({ origin: 'http://evil.example' })).status).toBe(403);
  expect((await send({ authorization: 'Bearer hb_nobody' })).status).toBe(401);
  const answer = await send({ authorization: `Bearer ${apiKey}` });
  expect(await answer.json()).toMatchObject({ rows: 12, created: 11, updated: 0, metric: 'csat' });
});

test('files never seen, dropped together, come in by four taps each at most, can be stopped and are undone', async ({
  page,
  seeded,
}) => {
  const { server, team, owner, apiKey } = seeded;
  await signIn(page, server.origin, owner);
  const answered = async () => {
    const answer = await fetch(`${server.origin}/api/v1/teams/${team}/score?metric=csat&days=3650`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    return ((await answer.json()) as { n: number }).n;
  };
  const before = await answered();
  await page.goto(`${server.origin}/admin/${team}/feedback/import`);
  await page.waitForLoadState('networkidle');
  const heading = page.getByRole('heading', { level: 1 });
  const file = (name: string, content: string) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  const odd = file('from-the-desk.txt', fromTheDesk);
  const other = file('may.csv', 'Rating,What could be better,When\n3,The lift,2026-05-03\n');

  // What is on its way is stopped, and nothing was looked at.
  let pass = () => {};
  const held = new Promise<void>((resolve) => (pass = resolve));
  await page.route('**/feedback/import?/look', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await page.locator('input[type=file]').setInputFiles(odd);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Look at it' })).toBeEnabled();
  pass();
  await page.unroute('**/feedback/import?/look');

  let taps = 0;
  const tap = async (act: () => Promise<unknown>) => {
    taps += 1;
    await act();
  };
  await tap(() => page.locator('input[type=file]').setInputFiles([odd, other]));
  await expect(page.getByText('There is no date in this file')).toBeVisible();
  await tap(() => page.getByText('1 to 5: satisfaction').click());
  await tap(() => page.getByLabel('The day', { exact: true }).fill('2026-05-02'));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(heading).toHaveText('3 answers are ready.');
  await tap(() => bringIn(page));
  expect(taps).toBeLessThanOrEqual(4);
  expect(await answered()).toBe(before + 3);

  await page.getByRole('link', { name: /Next file/ }).click();
  await page.getByText('1 to 5: satisfaction').click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(heading).toHaveText('One answer is ready.');
  await bringIn(page);
  expect(await answered()).toBe(before + 4);

  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(heading).toHaveText('This import is undone.');
  expect(await answered()).toBe(before + 3);
});
