import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { DataOf } from '../panel';
import { examples } from './example';
import type { panel } from './panel';
import ThankAndAsk from './ThankAndAsk.svelte';

const draw = (
  example: keyof typeof examples | DataOf<typeof panel>,
  play = 0,
  now = '2026-11-22T14:12:00Z',
) =>
  render(ThankAndAsk, {
    data: typeof example === 'string' ? examples[example] : example,
    size: { width: 177.8, height: 100, shape: 'wide' },
    play,
    now: new Date(now),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion: 'none',
  });

test('says what was said, what was done, and thanks both kinds of guests', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByText('“I never knew how long the wait would be.”')).toBeVisible();
  await expect.element(screen.getByText('Now we tell you the wait before you ask.')).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await expect.element(screen.getByText('to all 1,960 of you, and to the 402 who told us.')).toBeVisible();
  await expect.element(screen.getByText(/Dana, team leader.*Ravi, manager/)).toBeVisible();
  await expect.element(screen.getByRole('img', { name: /\/ask\/harbour-kitchen$/ })).toBeVisible();
});

test('is a whole scene when nothing has been said yet', async () => {
  const screen = await draw('empty');
  await expect.element(screen.getByText('to every one of you.')).toBeVisible();
  await expect.element(screen.getByText('How are we doing?')).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/You said|We did|null|\b0\b/);
});

test('on a wall for staff the code leads to their own page and says so', async () => {
  const screen = await draw('staff');
  await expect.element(screen.getByText(/ask.this,.and.tap.it/)).toBeVisible();
  await expect.element(screen.getByRole('img', { name: /\/team\/harbour-kitchen/ })).toBeVisible();
});

test('every second showing on a wall for staff is the leader’s, to the team', async () => {
  const customers = await draw('staff');
  await expect.element(customers.getByText('“I never knew how long the wait would be.”')).toBeVisible();
  expect(customers.container.textContent).not.toMatch(/saw us|matters/);
  await customers.unmount();
  const screen = await draw('staff', 1);
  await expect.element(screen.getByText('What Dana saw us do well')).toBeVisible();
  await expect.element(screen.getByText(/^“You told every table/)).toBeVisible();
  await expect.element(screen.getByText('Why this turn matters to Dana')).toBeVisible();
  await expect.element(screen.getByText(/^“My mother waits alone/)).toBeVisible();
  await expect.element(screen.getByText('from Dana, to all of us.')).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/1,960|every guest|Ravi/);
});

test('customers are thanked on both showings where the leader only says why it matters', async () => {
  const screen = await draw('emptyStaff', 1);
  await expect.element(screen.getByText(/^“I began at the bar/)).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/from Dana|saw us/);
});

test('why the turn matters is not said under a name that has no room', async () => {
  const { emptyStaff } = examples;
  const name = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6).trim();
  const screen = await draw({ ...emptyStaff, leader: { ...emptyStaff.leader, name } }, 1);
  await expect.element(screen.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/I began at the bar|Wolfe/);
});
