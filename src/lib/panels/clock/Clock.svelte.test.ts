import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { examples } from './example';
import Clock from './Clock.svelte';

const draw = (example: keyof typeof examples, play = 0, now = '2026-11-22T14:12:00Z') =>
  render(Clock, {
    data: examples[example],
    size: { width: 177.8, height: 100, shape: 'wide' },
    play,
    now: new Date(now),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion: 'none',
  });

test('says the time, the weekday and the date of the place', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByRole('heading', { name: '14:12' })).toBeVisible();
  await expect.element(screen.getByText('Sunday, 22 November')).toBeVisible();
});

test('knows summer time', async () => {
  const screen = await draw('ordinary', 0, '2026-07-01T23:30:00Z');
  await expect.element(screen.getByRole('heading', { name: '00:30' })).toBeVisible();
  await expect.element(screen.getByText('Thursday, 2 July')).toBeVisible();
});
