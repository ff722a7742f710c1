import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { examples } from './example';
import Sponsor from './Sponsor.svelte';

const draw = (example: keyof typeof examples, size = { width: 177.8, height: 100 }) =>
  render(Sponsor, {
    ...{ data: examples[example], size: { ...size, shape: size.height < 60 ? 'band' : 'wide' }, play: 0 },
    ...{ now: new Date('2026-11-22T14:12:00Z'), team: 'Harbour Kitchen', timeZone: 'Europe/London' },
    ...{ language: 'en', motion: 'none' },
  });

test('says who it is, and what they said, showed and thanked for', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByRole('heading', { name: /^Marta.Oduya$/ })).toBeVisible();
  await expect.element(screen.getByText('The lamp is lit')).toBeVisible();
  await expect.element(screen.getByText(/^Tomasz:.You.walked/)).toBeVisible();
});

test('a part that is dark asks for itself, and takes its third of the ring', async () => {
  const screen = await draw('partly');
  await expect.element(screen.getByText(/^What.do.you.show.us/)).toBeVisible();
  await expect.element(screen.getByText('The lamp is partly lit')).toBeVisible();
  expect(screen.container.querySelectorAll('.third')).toHaveLength(3);
  expect(screen.container.querySelectorAll('.third.lit')).toHaveLength(1);
});

test('a small room keeps what lights the lamp', async () => {
  const screen = await draw('partly', { width: 100, height: 27 });
  await expect.element(screen.getByText(/^This.week,/)).toBeVisible();
  await expect.element(screen.getByText(/^What.do.you.show/)).not.toBeInTheDocument();
});
