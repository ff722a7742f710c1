import '../../../app.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { begin } from '../motion';
import { examples } from './example';
import Snag from './Snag.svelte';

const draw = (
  example: keyof typeof examples,
  { play = 0, motion = 'none' }: { play?: number; motion?: 'full' | 'none' } = {},
  size = { width: 177.8, height: 100 },
) =>
  render(Snag, {
    data: examples[example],
    size: { ...size, shape: 'wide' },
    play,
    now: new Date('2026-11-22T14:12:00Z'),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion,
  });

test('says the rule, that it was changed, what holds now and what that serves', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByText('A rule got in the way')).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: /Only the shift lead may take/ })).toBeVisible();
  await expect.element(screen.getByText('Changed:')).toBeVisible();
  await expect.element(screen.getByText(/Whoever serves the table decides/)).toBeVisible();
  await expect.element(screen.getByText(/Everybody leaves warm, fed and glad they came/)).toBeVisible();
});

test('says why a rule is kept, and its gate stays down', async () => {
  const screen = await draw('kept');
  await expect.element(screen.getByText('Kept, because:')).toBeVisible();
  expect(screen.container.querySelector('svg.open')).toBeNull();
});

test('tells the next one with each play', async () => {
  const screen = await draw('many', { play: 2 });
  await expect.element(screen.getByRole('heading', { name: 'We close at ten sharp.' })).toBeVisible();
});

test('a small room says all of it without the gate', async () => {
  const screen = await draw('ordinary', {}, { width: 100, height: 38 });
  await expect.element(screen.getByText('Changed:')).toBeVisible();
  await expect.element(screen.getByText(/Everybody leaves warm/)).toBeVisible();
  expect(screen.container.querySelector('svg.open')).toBeNull();
});

test('the arm goes up once, and only where the wall moves', async () => {
  begin();
  const lifting = async (motion: 'full' | 'none') => {
    const screen = await draw('ordinary', { motion });
    const arm = screen.container.querySelector('svg.open g');
    const times = arm?.getAnimations().map(({ effect }) => effect?.getComputedTiming().iterations);
    await screen.unmount();
    return times;
  };
  expect(await lifting('full')).toEqual([1]);
  expect(await lifting('none')).toEqual([]);
});
