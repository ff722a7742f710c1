import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { examples } from './example';
import Announcement from './Announcement.svelte';

const draw = (example: keyof typeof examples, play = 0, now = '2026-11-22T14:12:00Z') =>
  render(Announcement, {
    data: examples[example],
    size: { width: 177.8, height: 100, shape: 'wide' },
    play,
    now: new Date(now),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion: 'none',
  });

test('says the title, the text and until when it holds', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByRole('heading', { name: 'New menu from Monday' })).toBeVisible();
  await expect.element(screen.getByText(/Tasting today at three/)).toBeVisible();
  await expect.element(screen.getByText('Until Monday 23 November')).toBeVisible();
});

test('each play shows the next one', async () => {
  const screen = await draw('many', 1);
  await expect.element(screen.getByRole('heading', { name: 'Fire drill' })).toBeVisible();
});
