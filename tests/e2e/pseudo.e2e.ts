import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, signIn, test, type Server } from './huddleboard';
import { leaderPages, publicPages } from './pages';
import { leftOf, saidOn, textsIn } from './plain-text';
import { joinLink, phone, setupLink } from './public-pages';

// The pages of a build whose messages are pseudo-English: what stands there in plain letters is hard-coded, and what
// makes a phone scroll sideways has no room for a longer language.

test.use({ ...phone, buildDir: 'build-pseudo' });
test.setTimeout(360_000);

const profiles = readdirSync('display-profiles')
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(`display-profiles/${file}`, 'utf8')) as unknown);

/** What the server holds, and what the runtime knows by itself. */
async function dataOf(server: Server, sample: { team: string; apiKey: string; owner: unknown }) {
  const answer = await fetch(`${server.origin}/api/v1/teams/${sample.team}/export.ndjson`, {
    headers: { authorization: `Bearer ${sample.apiKey}` },
  });
  expect(answer.status).toBe(200);
  const records = (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')].flatMap((zone) => [
    zone,
    zone.replaceAll('_', ' '),
  ]);
  const host = server.origin.replace('http://', '');
  return textsIn(records, sample, profiles, zones, [
    'Dana',
    'Harbour Kitchen',
    'Sample',
    server.origin,
    `${host}/pair`,
    `${server.origin}/ask/${sample.team}`,
    `${host}/ask/${sample.team}`,
    // Each language is named in its own words.
    'English',
    'español',
    'العربية',
  ]);
}

/** Collects the faults of a page: plain texts, and what makes it scroll sideways. */
async function faultsOf(page: Page, name: string, data: readonly string[], wall = false): Promise<string[]> {
  const plain = (await saidOn(page))
    .map(({ where, text }) => ({ where, left: leftOf(text, data, wall) }))
    .filter(({ left }) => left !== '')
    .map(({ where, left }) => `${name}: ${where}: ${left}`);
  const over = wall ? 0 : await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return over > 0 ? [...plain, `${name}: ${over} px wider than the phone`] : plain;
}

test('a hard-coded text, label, placeholder or title is found, and so is a page that is too wide @full', async ({
  page,
}) => {
  await page.setContent(`<title>⟦Ţíţļé⟧</title>
    <p>⟦Ŵéļļ <b>⟦đöñé⟧</b>⟧, Dana</p><p>Hard coded</p><button aria-label="Close">×</button>
    <input placeholder="Your name" title="⟦ñáɱé⟧"><img alt="A cup"><p>⟦Cut off</p><div style="width: 600px">⟦ŵíðé⟧</div>`);
  expect(await faultsOf(page, 'it', ['Dana'])).toEqual([
    'it: button.[aria-label]: Close',
    'it: input.[placeholder]: Your name',
    'it: img.[alt]: A cup',
    'it: p.: Hard coded',
    'it: p.: ⟦Cut off',
    expect.stringMatching(/it: \d+ px wider than the phone/),
  ]);
});

test('setup says nothing outside the catalogues @full', async ({ page, server }) => {
  const link = await setupLink(server);
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => zone.replaceAll('_', ' '));
  const faults: string[] = [];
  await page.goto(`${server.origin}/`);
  faults.push(...(await faultsOf(page, 'start, unclaimed', zones)));
  await page.goto(`${server.origin}/setup?code=guess`);
  faults.push(...(await faultsOf(page, 'setup, locked', zones)));
  await page.goto(link);
  await page.locator('[name=login]').fill('no such login');
  await page.locator('main button').last().click();
  await expect(page.locator('[aria-invalid]').first()).toBeVisible();
  faults.push(...(await faultsOf(page, 'setup', zones)));
  expect(faults).toEqual([]);
});

test('pages for everyone say nothing outside the catalogues and fit a phone @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, team, displays } = seeded;
  const data = await dataOf(server, seeded);
  const faults: string[] = [];
  const look = async (name: string, more: string[] = []) =>
    faults.push(...(await faultsOf(page, name, [...more, ...data])));
  const open = async (path: string) => {
    await page.goto(server.origin + path);
    await look(path);
  };
  for (const path of publicPages(seeded)) await open(path);

  await page.goto(`${server.origin}/ask/${team}`);
  await page.getByRole('button', { name: '9', exact: true }).click();
  await page.locator('textarea').fill('word '.repeat(250));
  await page.locator('main button').last().click();
  await expect(page.locator('[aria-invalid]')).toBeVisible();
  await look('ask, comment', ['word']);

  await page.goto(await joinLink(seeded));
  await look('team, open');
  await page.locator('main button').last().click();
  await expect(page.locator('[aria-invalid]').first()).toBeVisible();
  await look('team, wrong');
  for (const path of '/voices /report /new /colleagues /snag /journey /challenge /huddle'.split(' '))
    await open(`/team/${team}${path}`);
  await page.goto(`${server.origin}/team/${team}`);
  const names = ['Xenia', 'Yorick', 'found it'];
  await page.locator('[name=to]').fill('Xenia');
  await page.locator('[name=behaviour]').fill('found it');
  await page.locator('[name=from]').fill('Yorick');
  await page.locator('main button').last().click();
  await page.waitForURL(/said=/);
  await look('team, said', names);

  await page.goto(`${server.origin}/doctor`);
  const agent = await page.evaluate(() => navigator.userAgent);
  await expect(page.getByRole('listitem').locator('.lucide-circle-dashed')).toHaveCount(0, {
    timeout: 45_000,
  });
  await look('doctor', [agent]);

  const tv = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
  await tv.goto(`${server.origin}/display`);
  const code = (await tv.locator('.code').innerText()).replace(/[^A-Z]/g, '');
  const letters = [code.split('').join(' '), code.slice(0, 4), code.slice(4)];
  faults.push(...(await faultsOf(tv, 'display, pairing', [...letters, ...data], true)));

  for (const { id, token } of displays) {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    await context.addCookies([{ name: 'huddleboard_display', value: token, url: server.origin }]);
    const wall = await context.newPage();
    await wall.goto(`${server.origin}/display/${id}`);
    await expect(wall.locator('[data-slot]').first()).toBeVisible();
    faults.push(...(await faultsOf(wall, `the wall ${id}`, [...names, ...data], true)));
    await context.close();
  }

  await signIn(page, server.origin, seeded.owner);
  await page.goto(`${server.origin}/pair?code=${code}`);
  await look('pair, place', [...letters, code, 'Linux', 'Chromium']);
  await page.goto(`${server.origin}/pair?done=${displays[0]?.id}`);
  await look('pair, done');
  expect(faults).toEqual([]);
});

test("a leader's pages say nothing outside the catalogues and fit a phone @full", async ({
  page,
  seeded,
}) => {
  const { server, team, owner } = seeded;
  const data = await dataOf(server, seeded);
  const faults: string[] = [];
  const look = async (name: string, more: string[] = []) =>
    faults.push(...(await faultsOf(page, name, [...more, ...data])));
  await signIn(page, server.origin, owner);
  for (const path of leaderPages(seeded)) {
    await page.goto(server.origin + path);
    await look(path);
  }

  // What a wrong form says.
  for (const path of [
    '/shout-outs',
    '/stories',
    '/improvements',
    '/snags',
    '/journey',
    '/experiments',
    '/library?new=training',
    '/announcements',
    '/takeover',
    '/question',
    '/settings',
    '/goal',
    '/countdowns',
    '/pictures',
  ]) {
    await page.goto(`${server.origin}/admin/${team}${path}`);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      const form = [...document.forms].find((one) => one.querySelector('textarea, input:not([type])'));
      for (const field of form?.querySelectorAll<HTMLInputElement>('textarea, input:not([type])') ?? []) {
        field.value = '';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      // What the browser holds back by itself, it says in its own words.
      if (form) form.noValidate = true;
      form?.requestSubmit();
    });
    await expect(page.locator('[aria-invalid]').first(), path).toBeVisible();
    await look(`${path}, wrong`);
  }

  // A file with questions, then with its figures, then brought in.
  await page.goto(`${server.origin}/admin/${team}/feedback/import`);
  await page.waitForLoadState('networkidle');
  const rows =
    'Xrating,Xcomment,Xwhen\n5,Xall well,03/04/2026\n2,Xcold soup,05/06/2026\n9,Xtoo much,05/06/2026\n';
  const own = ['Xrating', 'Xcomment', 'Xwhen', 'Xall well', 'Xcold soup', 'Xtoo much', 'x.csv'];
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await expect(page.locator('input[name=kept]')).toHaveCount(1);
  await look('import, asks', own);
  expect(faults).toEqual([]);
});
