import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { examples, followed } from './example';
import FocusGoal from './FocusGoal.svelte';

const props = (play: number, now = '2026-11-22T14:12:00Z') => ({
  size: { width: 177.8, height: 100, shape: 'wide' as const },
  play,
  now: new Date(now),
  team: 'Harbour Kitchen',
  timeZone: 'Europe/London',
  language: 'en',
  motion: 'none' as const,
});
const draw = (example: keyof typeof examples, play = 0, now?: string) =>
  render(FocusGoal, { data: examples[example], ...props(play, now) });

test('says the question, where we are, where we started, where to and how far still', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByRole('heading', { name: /Did your food come/ })).toBeVisible();
  await expect.element(screen.getByText('55', { exact: true })).toBeVisible();
  await expect.element(screen.getByText('41', { exact: true })).toBeVisible();
  await expect.element(screen.getByText('70', { exact: true })).toBeVisible();
  await expect.element(screen.getByText('118 guests answered · as of today')).toBeVisible();
  await expect.element(screen.getByText('15 to go in 39 days.')).toBeVisible();
  await expect.element(screen.getByText('Not yet: a steady pace would be at 58 today.')).toBeVisible();
});

test('invites to the first answer while there is none', async () => {
  const screen = await draw('empty');
  await expect.element(screen.getByText('Nobody has answered yet.')).toBeVisible();
  await expect.element(screen.getByText('Ask the first guest today.')).toBeVisible();
});

test('shows no figure below the minimum n', async () => {
  const screen = await draw('belowMinimum');
  await expect.element(screen.getByText('3 guests have answered.')).toBeVisible();
  expect(screen.container.querySelector('.figure')).toBeNull();
});

test('says when the goal is reached', async () => {
  const screen = await draw('reached');
  await expect.element(screen.getByText('Reached, with 39 days to spare.')).toBeVisible();
});

test('the ground takes turns: how far, what was promised with leaders first, what came of what was decided', async () => {
  const turns = (play: number, data = followed.ordinary!) => render(FocusGoal, { ...props(play), data });
  const first = await turns(0);
  await expect.element(first.getByText('15 to go in 39 days.')).toBeVisible();
  await first.unmount();
  const second = await turns(1);
  await expect.element(second.getByText('Dana, by 27 November')).toBeVisible();
  await expect.element(second.getByText('All of us, by 4 December')).toBeVisible();
  await second.unmount();
  const third = await turns(2);
  await expect.element(third.getByText('Decided 1 November')).toBeVisible();
  await expect.element(third.getByText('Since 3 November')).toBeVisible();
  await expect.element(third.getByText('−12 → +31, 64 answers: not yet clear.')).toBeVisible();
  await third.unmount();
  const ahead = await turns(2, followed.toCome!);
  await expect.element(ahead.getByText('Starts 3 November')).toBeVisible();
});
