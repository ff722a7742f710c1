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

test('sets bold, italic and points, and nothing that leads anywhere', async () => {
  const screen = await draw('rich');
  await expect.element(screen.getByText('today at three')).toBeVisible();
  expect(getComputedStyle(screen.getByText('today at three').element()).fontWeight).toBe('800');
  expect(getComputedStyle(screen.getByText('back', { exact: true }).element()).fontStyle).toBe('italic');
  expect(screen.container.textContent).toContain('•\u00a0Pumpkin soup');
  expect(screen.container.querySelector('a, img')).toBeNull();
});

test('shows a long one page by page', async () => {
  const first = await draw('longest');
  await expect.element(first.getByText(/,\s1\sof\s\d/)).toBeVisible();
  await first.unmount();
  const second = await draw('longest', 1);
  await expect.element(second.getByText(/,\s2\sof\s\d/)).toBeVisible();
});
