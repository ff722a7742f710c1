import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { expect, signIn, test } from './huddleboard';
import { joinLink, phone } from './public-pages';

test.use(phone);

// Ten seconds: whatever the staff do on their phones is one screen and at most three taps beside its words. One line an act; every page and
// form of theirs is in it, so that a new one has to be.

const most = 3;

interface Act {
  act: string;
  /** Where it is done, below /team/<team>, and the form that it goes to where that is another one. */
  on: string;
  to?: string;
  /** Does it; `tap` is counted, words are typed and are not. */
  run: (page: Page, tap: (what: Locator) => Promise<void>) => Promise<void>;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

const acts: Act[] = [
  {
    ...{ act: 'an idea is said in a brainstorm', on: 'huddle' },
    run: async (page, tap) => {
      await page.getByLabel('Your idea').fill('A clock on the pass');
      await tap(button(page, 'Put it on the wall'));
      await expect(page.getByText('A clock on the pass')).toBeVisible();
      // It ends, so that another huddle can begin.
      await button(page, 'Take over as host').click();
      await button(page, 'End it').click();
      await expect(page.getByText('That was it. Thank you.')).toBeVisible();
    },
  },
  {
    ...{ act: 'somebody is thanked, for what is expected and for the goal', on: '' },
    run: async (page, tap) => {
      await page.getByLabel('name', { exact: true }).fill('Wilhelmina');
      await page.getByLabel('did what?').fill('caught the tray');
      await page.getByLabel('your name').fill('Eve');
      await tap(page.getByText('We say the wait'));
      await tap(page.getByText('It served our goal'));
      await tap(button(page, 'Put it on the wall'));
      await expect(page.getByRole('heading', { name: 'Thank you, Wilhelmina' })).toBeVisible();
    },
  },
  {
    ...{ act: 'a customer was asked', on: '', to: 'asked' },
    run: async (page, tap) => {
      await tap(button(page, /^I asked a customer/));
      await expect(page.getByText(/All of us together asked 1 time/)).toBeVisible();
    },
  },
  {
    ...{ act: 'the standard was kept', on: '', to: 'asked' },
    run: async (page, tap) => {
      await tap(button(page, /^We kept our standard/));
      await expect(page.getByText(/All of us together kept it 1 time/)).toBeVisible();
    },
  },
  {
    ...{ act: 'what was trained is seen', on: '', to: 'asked' },
    run: async (page, tap) => {
      await tap(button(page, 'Says the name first'));
      await expect(page.getByText(/All of us together saw it 1 time/)).toBeVisible();
    },
  },
  {
    ...{ act: 'a comment is about us', on: 'voices' },
    run: async (page, tap) => {
      await tap(button(page, 'That’s us'));
      await expect(page.getByText('1 said so, you too')).toBeVisible();
    },
  },
  {
    ...{ act: 'a thanks is joined', on: 'voices' },
    run: async (page, tap) => {
      await tap(button(page, /Thank you from me, too/));
      await expect(page.getByText(/of us sa(y|ys) so, and the wall says it/).first()).toBeVisible();
    },
  },
  {
    ...{ act: 'the report was missed, and is met', on: 'report', to: 'seen' },
    run: async (page, tap) => {
      await tap(button(page, /We have met the report/));
      await expect(page.getByRole('link', { name: /I missed it/ })).toHaveCount(0);
    },
  },
  {
    ...{ act: 'another team is challenged', on: 'challenge' },
    run: async (page, tap) => {
      await page.getByLabel('To do what?').fill('umbrellas lent');
      await tap(button(page, 'Challenge them'));
      await expect(page.getByText(/It is with their leader/)).toBeVisible();
    },
  },
  {
    ...{ act: 'what the team was challenged to was done', on: '', to: 'challenge' },
    run: async (page, tap) => {
      await tap(button(page, /^Did it: thanks to colleagues/));
      await expect(page.getByText('Counted: 1 of 50.')).toBeVisible();
    },
  },
  {
    ...{ act: 'a story is told', on: 'story' },
    run: async (page, tap) => {
      await page.getByLabel('What happened').fill('Forty umbrellas lent');
      await tap(button(page, 'Tell it'));
      await expect(page).toHaveURL(/said=/);
    },
  },
  {
    ...{ act: 'a rule got in the way', on: 'snag' },
    run: async (page, tap) => {
      await page.getByLabel('The rule').fill('No prams in the dining room.');
      await tap(button(page, 'Say so'));
      await expect(page.getByRole('heading', { name: 'Said. Thank you.' })).toBeVisible();
    },
  },
  {
    ...{ act: 'it is said what a customer goes through', on: 'journey' },
    run: async (page, tap) => {
      await tap(page.getByText('Paying', { exact: true }));
      await tap(page.getByText('Not well', { exact: true }));
      await page.getByLabel('What did you see?').fill('The card reader stands behind the plants.');
      await tap(button(page, 'Say so'));
      await expect(page.getByText('Counted on the wall at “Paying”.')).toBeVisible();
    },
  },
  {
    ...{ act: 'it is said how the leaders do', on: 'leading' },
    run: async (page, tap) => {
      await tap(button(page, 'Well'));
      await expect(page.getByRole('heading', { name: 'Counted. Thank you.' })).toBeVisible();
    },
  },
  {
    ...{ act: 'colleagues who serve us are answered', on: 'colleagues' },
    run: async (page, tap) => {
      await tap(page.getByRole('button', { name: '9', exact: true }));
      await page.getByLabel('In your own words').fill('Every plate came hot.');
      await tap(button(page, 'Done'));
      await expect(page.getByText(/hears it as from a colleague in/)).toBeVisible();
    },
  },
  {
    ...{ act: 'a huddle is started', on: '', to: 'huddle' },
    run: async (page, tap) => {
      await tap(button(page, /Start the huddle/));
      await expect(page.getByRole('timer')).toBeVisible();
    },
  },
];

test('every act of the staff is one screen and at most three taps beside its words @full', async ({
  page,
  browser,
  seeded,
}) => {
  const { server, team, owner } = seeded;
  const { origin } = server;

  // A team that serves this one and asks it, a standard to keep, and something that was trained.
  const leader = await (await browser.newContext(phone)).newPage();
  await signIn(leader, origin, owner);
  await leader.goto(`${origin}/admin?all`);
  await leader.getByText('Add a team').click();
  await leader.getByLabel('Team name').fill('Stores');
  await leader.getByRole('button', { name: 'Add this team' }).click();
  await leader.waitForURL(/\/admin\/[^/?]+$/);
  const stores = new URL(leader.url()).pathname;
  await leader.goto(`${origin}${stores}/within`);
  await leader.getByText('Harbour Kitchen').last().click();
  await leader.getByRole('button', { name: 'Save' }).click();
  await expect(leader.getByText('Their phones are asked from now on.')).toBeVisible();
  await leader.goto(`${origin}${stores}/question`);
  await leader.getByLabel('The question', { exact: true }).fill('How did we serve you?');
  await leader.getByRole('button', { name: 'Ask this' }).click();
  await leader.goto(`${origin}/admin/${team}/practice`);
  await leader.getByLabel('The one standard').fill('Greeted within 5 seconds.');
  await leader.getByRole('button', { name: 'Save the week' }).click();
  await expect(leader.getByText('Saved. Walls and phones show it.')).toBeVisible();
  await leader.goto(`${origin}/admin/${team}/library?new=training`);
  await leader.getByLabel('Which training it was').fill('Names');
  await leader.getByLabel('Look for 1').fill('Says the name first');
  await leader.getByRole('button', { name: 'Put it in' }).click();
  await expect(leader.getByText('It is in the library, and with us from today.')).toBeVisible();
  // The two of them do one thing together.
  await leader.goto(`${origin}${stores.replace('/admin/', '/team/')}/challenge`);
  await leader.getByLabel('To do what?').fill('thanks to colleagues');
  await leader.getByRole('button', { name: 'Challenge them' }).click();
  await expect(leader.getByText(/It is with their leader/)).toBeVisible();
  await leader.goto(`${origin}/admin/${team}/challenges`);
  await leader.getByRole('button', { name: 'We take it on' }).click();
  await expect(leader.getByText(/^It is on/)).toBeVisible();
  await leader.goto(`${origin}/admin/${team}/huddle`);
  await leader.getByRole('button', { name: 'Start a brainstorm' }).click();
  await expect(leader.getByRole('timer')).toBeVisible();
  await leader.context().close();

  await page.goto(await joinLink(seeded));
  const counted: [act: string, taps: number][] = [];
  for (const { act, on, run } of acts)
    await test.step(act, async () => {
      await page.goto(`${origin}/team/${team}/${on}`.replace(/\/$/, ''));
      await page.waitForLoadState('networkidle');
      const { pathname } = new URL(page.url());
      let taps = 0;
      await run(page, async (what) => {
        expect(new URL(page.url()).pathname, `${act}: one screen`).toBe(pathname);
        taps += 1;
        await what.click();
      });
      counted.push([act, taps]);
    });
  expect(counted.filter(([, taps]) => taps < 1 || taps > most)).toEqual([]);

  // Whatever page or form there is for the staff stands in the table.
  const folder = fileURLToPath(new URL('../../src/routes/team/[team]', import.meta.url));
  const pages = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
  const tried = new Set(acts.flatMap(({ on, to }) => [on, to ?? on]));
  // Nothing is done there, it is read.
  tried.add('new');
  expect(pages.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
});
