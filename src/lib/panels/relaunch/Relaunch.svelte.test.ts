import '../../../app.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { begin } from '../motion';
import type { DataOf } from '../panel';
import { examples } from './example';
import type { panel } from './panel';
import Relaunch from './Relaunch.svelte';

const draw = (
  example: keyof typeof examples | DataOf<typeof panel>,
  motion: 'full' | 'calm' | 'none' = 'none',
) =>
  render(Relaunch, {
    data: typeof example === 'string' ? examples[example] : example,
    size: { width: 177.8, height: 100, shape: 'wide' },
    play: 0,
    now: new Date('2026-11-22T14:12:00Z'),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion,
  });

test('says whom we thanked, what we ask now, what we learned and which turn begins', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByRole('heading', { name: /We thanked\s+1,960\s+guests/ })).toBeVisible();
  await expect.element(screen.getByText(/402.told us how/)).toBeVisible();
  await expect.element(screen.getByText('Did we remember what you told us the last time?')).toBeVisible();
  await expect.element(screen.getByText(/People wait gladly/)).toBeVisible();
  await expect.element(screen.getByText('What we are here for: Everybody leaves warm')).toBeVisible();
  await expect.element(screen.getByRole('img', { name: /Turn 15/ })).toBeVisible();
});

test('thanks everyone where nobody was counted', async () => {
  const screen = await draw('empty');
  await expect.element(screen.getByRole('heading', { name: 'We thanked every guest' })).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/null|told us how|We learned/);
});

test('the ring goes round once, and only where the wall moves', async () => {
  begin();
  const turning = async (motion: 'full' | 'calm' | 'none') => {
    const screen = await draw('ordinary', motion);
    const arcs = screen.container.querySelector('.arcs');
    const times = arcs?.getAnimations().map(({ effect }) => effect?.getComputedTiming().iterations);
    await screen.unmount();
    return times;
  };
  expect(await turning('full')).toEqual([1]);
  expect(await turning('none')).toEqual([]);
});

test('a turn that its leader opens begins with why it matters to them', async () => {
  const screen = await draw('leader');
  await expect.element(screen.getByText('Why this turn matters to Dana')).toBeVisible();
  await expect.element(screen.getByText(/^“My mother waits alone/)).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/We learned/);
});

test('what the team is there for stands whole or not at all', async () => {
  const whole = await draw('ordinary');
  await expect.element(whole.getByText('What we are here for: Everybody leaves warm')).toBeVisible();
  await whole.unmount();
  const mission = `${examples.ordinary.mission} `.repeat(8);
  const screen = await draw({ ...examples.ordinary, mission });
  await expect.element(screen.getByRole('heading')).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/here for/);
});
