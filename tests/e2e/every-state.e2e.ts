import type { Page } from '@playwright/test';
import { expect, signIn, test } from './huddleboard';
import { isSound, phone, setUp, setupLink } from './public-pages';

/** Every page and state of a phone, looked at by axe and for sideways scrolling: what it is called, and how to get there. */
type State = [name: string, reach: () => Promise<unknown>];

async function look(page: Page, states: State[]): Promise<void> {
  for (const [name, reach] of states) {
    await reach();
    await page.waitForLoadState('networkidle');
    await isSound(page, name);
  }
}

test.use(phone);
test.setTimeout(600_000);

test('a board that begins reads well in every state @full', async ({ page, server }) => {
  const { origin } = server;
  const link = await setupLink(server);
  await look(page, [
    ['home of nobody', () => page.goto(origin)],
    ['setup, locked', () => page.goto(`${origin}/setup`)],
    ['setup, wrong code', () => page.goto(`${origin}/setup?code=nothing`)],
    ['setup', () => page.goto(link)],
    ['setup, wrong', () => page.getByRole('button', { name: 'Open the board' }).click()],
    ['setup, sample', () => page.getByText('Look around with sample data').click()],
  ]);
  await setUp(page, link);
  const home = page.url().replace(/[?#].*/, '');
  const parts = [
    '',
    '/feedback',
    '/shout-outs',
    '/stories',
    '/improvements',
    '/snags',
    '/journey',
    '/experiments',
    '/library',
    '/challenges',
    '/goal',
    '/announcements',
    '/question',
    '/thanks',
  ];
  await look(page, [
    ...parts.map((part): State => [`empty ${part}`, () => page.goto(home + part)]),
    ['no display', () => page.goto(`${origin}/admin/displays`)],
  ]);
});

test('every page and state of a leader reads well to a screen reader @full', async ({ page, seeded }) => {
  const { server, owner, team, displays } = seeded;
  const { origin } = server;
  const at = (path: string) => () => page.goto(`${origin}${path}`);
  const inTeam = (path: string) => at(`/admin/${team}${path}`);
  const press = (name: string) => () => page.getByRole('button', { name }).first().click();
  await look(page, [
    ['sign in', at('/admin/sign-in')],
    ['sign in, wrong', press('Sign in')],
  ]);
  await signIn(page, origin, owner);
  await look(page, [
    ['teams', at('/admin?all')],
    ['team, to add', () => page.getByText('Add a team').click()],
    ['home', inTeam('')],
    ['comments', inTeam('/feedback')],
    ['comments, words to choose', press('Set words in colour')],
    ['comments on the wall', inTeam('/feedback?show=approved')],
    ['comments, hidden', inTeam('/feedback?show=hidden')],
    ['shout-outs', inTeam('/shout-outs')],
    ['shout-outs, wrong', press('Put it on the wall')],
    ['goal', inTeam('/goal')],
    ['goal, readings', () => page.getByText(/readings so far/).click()],
    ['goal, to change', () => page.getByText('Change the goal').click()],
    ['goal, wrong', press('Put it on the wall')],
    ['announcements', inTeam('/announcements')],
    ['announcements, wrong', press('Put it on the wall')],
    ['takeover', inTeam('/takeover')],
    ['takeover, all fields', () => page.getByText('Which walls, and why').click()],
    [
      'takeover, on',
      async () => {
        await page.getByText('Everyone to the huddle').click();
        await page.getByRole('button', { name: 'Put it on the walls now' }).click();
        await page.getByRole('button', { name: 'End it now' }).waitFor();
      },
    ],
    ['home, taken over', inTeam('')],
    ['displays, taken over', at('/admin/displays')],
    [
      'takeover, ended',
      async () => {
        await page.goto(`${origin}/admin/${team}/takeover`);
        await page.getByRole('button', { name: 'End it now' }).click();
        await page.getByText('It is over.').waitFor();
      },
    ],
    ['question', inTeam('/question')],
    ['question, own scale', () => page.getByText('Own scale').click()],
    ['stories', inTeam('/stories')],
    ['stories, wrong', press('Put it on the wall')],
    ['improvements', inTeam('/improvements')],
    ['improvements, wrong', press('Put it on the wall')],
    ['journey', inTeam('/journey')],
    ['journey, wrong', press('Add a step')],
    ['experiments', inTeam('/experiments')],
    ['experiments, wrong', press('Try it out')],
    ['library', inTeam('/library')],
    ['library, a card to write', inTeam('/library?new=training')],
    ['library, wrong', press('Put it in')],
    ['challenges', inTeam('/challenges')],
    ['rules in the way', inTeam('/snags')],
    ['rules in the way, wrong', press('Put the answer on the wall')],
    ['pictures', inTeam('/pictures')],
    ['pictures, wrong', press('Put it on the wall')],
    ['countdowns', inTeam('/countdowns')],
    ['countdowns, wrong', press('Put it on the wall')],
    ['thanks', inTeam('/thanks')],
    ['table tent', inTeam('/thanks/print')],
    ['receipt', inTeam('/thanks/print?receipt')],
    ['turns', inTeam('/turns')],
    ['huddles', inTeam('/huddle')],
    [
      'huddles, wrong',
      async () => {
        await page.getByLabel('Decide one thing').fill('2');
        await page.getByRole('button', { name: 'Save' }).click();
        await page.locator('[aria-invalid]').first().waitFor();
      },
    ],
    ['how we practise', inTeam('/practice')],
    ['our part', inTeam('/voices')],
    ['shifts', inTeam('/shifts')],
    ['whom we serve', inTeam('/within')],
    ['how we lead', inTeam('/leading')],
    ['plan', inTeam('/plan')],
    ['for somebody new', at(`/team/${team}/new`)],
    ['walk', inTeam('/walk')],
    ['walk, on', press('Start the walk')],
    ['walk, over', press('End the walk')],
    ['aims', at('/admin/aims')],
    ['aims, wrong', press('Aim at it')],
    ['declaration, without words', () => page.getByLabel('Who published it').fill('Barometer')],
    ['declaration, wrong', press('Save the declaration')],
    ['sponsor', at(`/admin/sponsor/${team}`)],
    [
      'sponsor, oneself',
      async () => {
        await page.getByLabel('Who stands behind the team').selectOption({ index: 1 });
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByRole('heading', { name: /^You stand behind/ }).waitFor();
      },
    ],
    ['what makes it tough', at('/admin/obstacle')],
    ['trials', at('/admin/trials')],
    ['trials, wrong', press('Begin the trial')],
    ['notebook', at('/admin/journal')],
    [
      'notebook, wrong',
      async () => {
        const form = page.locator('details').filter({ has: page.locator('[name=heard]') });
        await form.locator('summary').click();
        await form.getByRole('button', { name: 'Keep it' }).click();
        await form.getByText('Please fill this in').waitFor();
      },
    ],
    ['grid', at('/admin/grid')],
    ['learned', at('/admin/learned?q=wait')],
    [
      'how often, no day chosen',
      async () => {
        await page.goto(`${origin}/admin/${team}/cadence`);
        await page
          .getByLabel('Focus is due', { exact: true })
          .selectOption({ label: 'On chosen days of the week' });
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByText('on at least one day').waitFor();
      },
    ],
    [
      'decisions, wrong',
      async () => {
        await page.goto(`${origin}/admin/${team}/decisions`);
        await page.getByRole('button', { name: 'Decide' }).click();
        await page.getByText('Please fill this in').first().waitFor();
      },
    ],
    [
      'criticals, wrong',
      async () => {
        await page.goto(`${origin}/admin/${team}/criticals`);
        await page.getByLabel('Words that speak of it').first().fill('queue');
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByText('Please fill this in').waitFor();
      },
    ],
    ['settings', inTeam('/settings')],
    ['what is expected', inTeam('/recognition')],
    ['what is expected, icons', press('Icon')],
    ['look', inTeam('/look')],
    ['look, a colour of its own', () => page.getByText('Our own colour').click()],
    ['displays', at('/admin/displays')],
    ['display', at(`/admin/displays/${displays[0]!.id}`)],
    ['display, a scene', () => page.locator('ol summary').first().click()],
    [
      'display, a scene kept',
      async () => {
        await page.getByRole('button', { name: 'Until I let go' }).first().click();
        await page.getByRole('button', { name: 'Let go' }).waitFor();
      },
    ],
    ['display, let go', press('Let go')],
    ['display, to add', () => page.getByText('Add a scene').click()],
    ['display, details', () => page.getByText('Name and layout').click()],
    ['display, link', () => page.getByText('Link for a kiosk').click()],
    ['display, to take down', press('Take this display down')],
    ['keys', at('/admin/keys')],
    ['keys, wrong', press('Make the key')],
    ['account', at('/admin/account')],
    ['alerts', at('/admin/alerts')],
    ['audit', at('/admin/audit')],
    ['what hung', inTeam('/plays')],
    ['the week', at(`/admin/displays/${displays[0]!.id}/week`)],
    ['groups', at('/admin/groups')],
    ['people', at('/admin/people')],
    ['people, wrong', press('Make the link')],
    [
      'somebody',
      async () => {
        await page.goto(`${origin}/admin/people`);
        await page.getByRole('link', { name: /, you$/ }).click();
        await page.getByRole('radiogroup', { name: 'What may they do?' }).waitFor();
      },
    ],
    ['invitation, gone', at('/join?code=nothing')],
    ['backups', at('/admin/backups')],
    ['how long things are kept', at('/admin/retention')],
    ['a person to erase', at('/admin/erase')],
    [
      'a person to erase, found',
      async () => {
        await page.getByLabel('A name, other words').fill('the');
        await page.getByRole('button', { name: 'Look for it' }).click();
        await page.getByRole('checkbox').first().waitFor();
      },
    ],
    ['pair', at('/pair')],
    ['pair, no such code', at('/pair?code=BBBBCCCC')],
    ['error', at('/admin/no-such-team')],
  ]);
  await expect(page.getByText('There is no such team.', { exact: false })).toBeVisible();
});

test('bringing feedback in reads well in every state @full', async ({ page, seeded }) => {
  const { server, owner, team } = seeded;
  await signIn(page, server.origin, owner);
  const bring = (name: string, content: string) => async () => {
    await page.goto(`${server.origin}/admin/${team}/feedback/import`);
    await page.waitForLoadState('networkidle');
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
    await page.locator('input[type=file]').setInputFiles(file);
    await expect(page.getByText(name)).toBeVisible();
  };
  await look(page, [
    ['import', () => page.goto(`${server.origin}/admin/${team}/feedback/import`)],
    ['import, asks', bring('march.csv', 'Rating,Why?,When\n5,Warm,03/04/2026\n2,Cold soup,05/06/2026\n')],
  ]);
});
