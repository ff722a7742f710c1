import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { examples } from './example';
import Improvements from './Improvements.svelte';

const draw = (example: keyof typeof examples, size: { width: number; height: number }, play = 0) =>
  render(Improvements, {
    data: examples[example],
    size: { ...size, shape: size.height < 60 ? 'band' : 'wide' },
    play,
    now: new Date('2026-11-22T14:12:00Z'),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion: 'none',
  });
const wide = { width: 177.8, height: 100 };

test('says each change in figures and words: after, before, how sure, and what was done', async () => {
  const screen = await draw('ordinary', wide);
  await expect.element(screen.getByRole('heading', { name: 'Changed because of our guests' })).toBeVisible();
  await expect.element(screen.getByText('from 41, a clear change')).toBeVisible();
  await expect.element(screen.getByText('from 22 in 100, a clear change')).toBeVisible();
  await expect.element(screen.getByText('We say the wait before the guest has to ask.')).toBeVisible();
});

test('tells a share of fewer than a hundred as so many of them, and says when it is not yet clear', async () => {
  const screen = await draw('ordinary', wide);
  await expect.element(screen.getByText('from 12 of 40, not yet clear')).toBeVisible();
  await expect.element(screen.getByText('of 45', { exact: true })).toBeVisible();
});

test('says when two counts cannot be set side by side', async () => {
  const screen = await draw('bare', wide);
  await expect.element(screen.getByText('over unequal times')).toBeVisible();
});

test('a small room shows one at a time', async () => {
  const first = await draw('ordinary', { width: 100, height: 38 });
  await expect.element(first.getByText('Complaints')).toBeVisible();
  await expect.element(first.getByText('Came back')).not.toBeInTheDocument();
  await first.unmount();
  const third = await draw('ordinary', { width: 100, height: 38 }, 2);
  await expect.element(third.getByText('Came back')).toBeVisible();
});
