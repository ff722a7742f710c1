import '../../../app.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { examples } from './example';
import Journey from './Journey.svelte';

const draw = (example: string, size = { width: 177.8, height: 100 }) =>
  render(Journey, {
    data: examples[example]!,
    size: { ...size, shape: 'wide' },
    play: 0,
    now: new Date('2026-11-22T14:12:00Z'),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion: 'none',
  });

test('says of which step nobody spoke, and sets beside each other what each who speaks says', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByRole('heading', { name: 'Nobody spoke of “Paying”.' })).toBeVisible();
  for (const words of ['Finding the door', 'Guests', 'Us', 'Suppliers', 'nobody yet', '14'])
    await expect.element(screen.getByText(words, { exact: true })).toBeVisible();
  await expect.element(screen.getByText('Walks and comments of the last 30 days')).toBeVisible();
  expect(screen.container.querySelectorAll('.station.hole')).toHaveLength(1);
  expect(screen.container.querySelectorAll('.station')).toHaveLength(6);
  expect(screen.container.textContent).not.toMatch(/%/);
});

test('says where most went wrong once every step was spoken of', async () => {
  const screen = await draw('no hole');
  const head = screen.getByRole('heading', { name: 'Most often it went wrong at “Waiting on the line”.' });
  await expect.element(head).toBeVisible();
});

test('invites to walk where nobody did', async () => {
  const screen = await draw('nobody yet');
  await expect
    .element(screen.getByRole('heading', { name: 'Nobody has walked this way yet.' }))
    .toBeVisible();
});

test('a small room keeps the holes and what went wrong, told together', async () => {
  const screen = await draw('many items', { width: 70, height: 38 });
  await expect.element(screen.getByText('Night', { exact: true })).toBeVisible();
  await expect.element(screen.getByText('47', { exact: true })).toBeVisible();
  expect(screen.container.querySelectorAll('.station').length).toBeLessThan(7);
});
