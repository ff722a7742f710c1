import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { examples } from './example';
import Recognition from './Recognition.svelte';

const draw = (example: keyof typeof examples, size = { width: 177.8, height: 100 }) =>
  render(Recognition, {
    ...{ data: examples[example], size: { ...size, shape: size.height < 60 ? 'band' : 'wide' }, play: 0 },
    ...{ now: new Date('2026-11-22T14:12:00Z'), team: 'Harbour Kitchen', timeZone: 'Europe/London' },
    ...{ language: 'en', motion: 'none' },
  });

test('says what is expected and whom the team thanked for it, with the award', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByRole('heading', { name: /^Nobody.leaves.alone$/ })).toBeVisible();
  await expect.element(screen.getByText(/^Tomasz:.You.walked/)).toBeVisible();
  await expect.element(screen.getByText(/^The.silver.ladle.to.Amira:.You.sent/)).toBeVisible();
});

test('asks who showed what nobody was thanked for, beside an empty ring', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByText('Who showed us this?')).toBeVisible();
  expect(screen.container.querySelectorAll('svg.open')).toHaveLength(1);
});

test('a small room keeps what somebody was thanked for', async () => {
  const screen = await draw('longest', { width: 100, height: 48 });
  await expect.element(screen.getByText(/^The.silver.ladle.to.Amira/)).toBeVisible();
  await expect.element(screen.getByText('Ask once more')).not.toBeInTheDocument();
});
