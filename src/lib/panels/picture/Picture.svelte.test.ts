import '../../../app.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { examples } from './example';
import Picture from './Picture.svelte';

const draw = (example: keyof typeof examples, play = 0) =>
  render(Picture, {
    data: examples[example],
    size: { width: 177.8, height: 100, shape: 'wide' },
    play,
    now: new Date('2026-11-22T14:12:00Z'),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion: 'none',
  });

test('shows the picture with its description, its caption beside it', async () => {
  const screen = await draw('ordinary');
  const picture = screen.getByRole('img', { name: /lost teddy bear/ });
  await expect.element(picture).toBeVisible();
  const caption = screen.getByRole('heading', { name: 'Found on table nine. Whose is it?' });
  await expect.element(caption).toBeVisible();
  expect(caption.element().getBoundingClientRect().left).toBeGreaterThanOrEqual(
    picture.element().getBoundingClientRect().right,
  );
});

test('shows all of it where the leader wants the whole, else as much as fills its place', async () => {
  const whole = await draw('whole');
  expect(getComputedStyle(whole.getByRole('img').element()).objectFit).toBe('contain');
  await whole.unmount();
  const filling = await draw('ordinary');
  expect(getComputedStyle(filling.getByRole('img').element()).objectFit).toBe('cover');
});

test('draws something where the picture cannot be had, and shows the next with each play', async () => {
  const missing = await draw('missing');
  await expect.element(missing.getByRole('heading')).toBeVisible();
  await expect.element(missing.getByRole('img')).not.toBeInTheDocument();
  await missing.unmount();
  const second = await draw('many', 1);
  await expect.element(second.getByRole('img', { name: /cup of coffee/ })).toBeVisible();
});
