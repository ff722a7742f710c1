import '../../../app.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Countdown from './Countdown.svelte';
import { examples } from './example';

const draw = (
  example: keyof typeof examples,
  play = 0,
  now = '2026-11-22T14:12:00Z',
  timeZone = 'Europe/London',
) =>
  render(Countdown, {
    data: examples[example],
    size: { width: 177.8, height: 100, shape: 'wide' },
    play,
    now: new Date(now),
    team: 'Harbour Kitchen',
    timeZone,
    language: 'en',
    motion: 'none',
  });

test('says what is coming, in how many days, and when that is', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByRole('heading', { name: 'The terrace opens' })).toBeVisible();
  await expect.element(screen.getByText('12', { exact: true })).toBeVisible();
  await expect.element(screen.getByText('days', { exact: true })).toBeVisible();
  await expect.element(screen.getByText('Friday 4 December, 11:00')).toBeVisible();
  await expect.element(screen.getByText(/Forty more seats/)).toBeVisible();
});

test('says tomorrow, hours and minutes, now, and today', async () => {
  const tomorrow = await draw('tomorrow');
  await expect.element(tomorrow.getByText('Tomorrow')).toBeVisible();
  await tomorrow.unmount();
  const hours = await draw('hours');
  await expect.element(hours.getByText('3', { exact: true })).toBeVisible();
  await expect.element(hours.getByText('and 48 minutes')).toBeVisible();
  await hours.unmount();
  const there = await draw('now');
  await expect.element(there.getByText('Now', { exact: true })).toBeVisible();
  await there.unmount();
  const today = await draw('today');
  await expect.element(today.getByText('Today', { exact: true })).toBeVisible();
});

test('counts in the team’s days, wherever the display hangs', async () => {
  const screen = await draw('ordinary', 0, '2026-11-22T23:30:00Z', 'Asia/Tokyo');
  await expect.element(screen.getByText('12', { exact: true })).toBeVisible();
});

test('its sun has risen as far as the waiting is over', async () => {
  const heightOf = (container: Element) => {
    const [sky, sun] = [container.querySelector('.sky'), container.querySelector('.sky i')];
    return (sky?.getBoundingClientRect().bottom ?? 0) - (sun?.getBoundingClientRect().top ?? 0);
  };
  const early = await draw('ordinary', 0, '2026-11-03T09:00:00Z');
  const low = heightOf(early.container);
  await early.unmount();
  const late = await draw('ordinary', 0, '2026-12-03T09:00:00Z');
  expect(heightOf(late.container)).toBeGreaterThan(low * 2);
});

test('each play shows the next one', async () => {
  const screen = await draw('many', 2);
  await expect.element(screen.getByRole('heading', { name: 'Winter party' })).toBeVisible();
});
