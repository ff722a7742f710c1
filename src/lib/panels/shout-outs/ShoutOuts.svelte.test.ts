import { beforeAll, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { examples } from './example';
import ShoutOuts from './ShoutOuts.svelte';

const draw = (example: keyof typeof examples, play = 0, now = '2026-11-22T14:12:00Z') =>
  render(ShoutOuts, {
    data: examples[example],
    size: { width: 177.8, height: 100, shape: 'wide' },
    play,
    now: new Date(now),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion: 'none',
  });

// Texts are fitted to the unit of the wall that they hang on.
beforeAll(() => document.documentElement.style.setProperty('--u', '2px'));

test('thanks one colleague by name, with what they did, who says so and the value', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByRole('heading', { name: 'Tomasz' })).toBeVisible();
  await expect.element(screen.getByText('A shout-out, just now')).toBeVisible();
  await expect.element(screen.getByText(/You walked a guest to her taxi/)).toBeVisible();
  await expect.element(screen.getByText('Amira, Floor')).toBeVisible();
  await expect.element(screen.getByText('Nobody leaves alone')).toBeVisible();
});

test('each play shows the next one, and begins again after the last', async () => {
  const second = await draw('many', 1);
  await expect.element(second.getByRole('heading', { name: 'Amira' })).toBeVisible();
  await second.unmount();
  const seventh = await draw('many', 6);
  await expect.element(seventh.getByRole('heading', { name: 'Tomasz' })).toBeVisible();
});

test('says how long ago as time goes by', async () => {
  const hours = await draw('ordinary', 0, '2026-11-22T16:12:00Z');
  await expect.element(hours.getByText('A shout-out, 2 hours ago')).toBeVisible();
  await hours.unmount();
  const next = await draw('ordinary', 0, '2026-11-23T09:00:00Z');
  await expect.element(next.getByText('A shout-out, yesterday')).toBeVisible();
});
