import '../../../app.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { begin } from '../motion';
import Celebration from './Celebration.svelte';
import { examples } from './example';

const draw = (
  example: keyof typeof examples,
  { width, height, motion = 'none' }: { width: number; height: number; motion?: 'full' | 'calm' | 'none' } = {
    width: 177.8,
    height: 100,
  },
) =>
  render(Celebration, {
    data: examples[example],
    size: { width, height, shape: height < 60 ? 'band' : 'wide' },
    play: 0,
    now: new Date('2026-11-22T14:12:00Z'),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion,
  });
const rays = (container: Element) => [...container.querySelectorAll<SVGPathElement>('svg g path')];

test('says that it was done, with which figure, in whose words, and what comes next', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByRole('heading', { name: /We\s+did it\./ })).toBeVisible();
  await expect.element(screen.getByText('70', { exact: true })).toBeVisible();
  await expect.element(screen.getByText('of 100 guests said yes')).toBeVisible();
  await expect.element(screen.getByText('126 answered, as of Friday 22:05')).toBeVisible();
  await expect.element(screen.getByText(/“You said the wait out loud/)).toBeVisible();
  await expect.element(screen.getByText('Dana')).toBeVisible();
  await expect.element(screen.getByText('And now')).toBeVisible();
  await expect.element(screen.getByText('Thank the guests, then ask again.')).toBeVisible();
});

test('has a ray for each guest in a hundred, a quarter of them in each point’s colour', async () => {
  const screen = await draw('ordinary');
  const drawn = rays(screen.container);
  expect(drawn).toHaveLength(70);
  expect(new Set(drawn.map((ray) => getComputedStyle(ray).fill)).size).toBe(4);
});

test('plays plainly with the goal’s question where nobody found words, and names the next goal', async () => {
  const plain = await draw('plain');
  await expect.element(plain.getByText('Did your food come when we said it would?')).toBeVisible();
  await expect.element(plain.getByText('Thank the guests, then ask again.')).toBeVisible();
  await plain.unmount();
  const next = await draw('nextGoal');
  await expect.element(next.getByText('Our next goal')).toBeVisible();
  await expect.element(next.getByText('Did we remember what you told us the last time?')).toBeVisible();
});

test('in a slim band still says figure, words and next step', async () => {
  const screen = await draw('ordinary', { width: 100, height: 30 });
  await expect.element(screen.getByText('70 of 100 guests said yes')).toBeVisible();
  await expect.element(screen.getByText(/“You said the wait/)).toBeVisible();
  await expect.element(screen.getByText('And now: Thank the guests, then ask again.')).toBeVisible();
});

test('its rays shoot out once, within 1.3 s, and only where the wall moves', async () => {
  begin();
  const wide = { width: 177.8, height: 100 };
  const moving = await draw('ordinary', { ...wide, motion: 'full' });
  const ends = rays(moving.container).map((ray) => {
    const [motion] = ray.getAnimations();
    const timing = motion?.effect?.getComputedTiming();
    return { end: Number(timing?.endTime), times: timing?.iterations };
  });
  expect(Math.max(...ends.map(({ end }) => end))).toBeLessThanOrEqual(1300);
  expect(ends.every(({ end, times }) => end > 0 && times === 1)).toBe(true);
  await moving.unmount();
  for (const motion of ['calm', 'none'] as const) {
    const still = await draw('ordinary', { ...wide, motion });
    expect(rays(still.container).flatMap((ray) => ray.getAnimations())).toEqual([]);
    await still.unmount();
  }
});

test('celebrates a challenge with the teams that did it, and thanks them', async () => {
  const screen = await draw('challenge');
  await expect.element(screen.getByText(/^Challenge.met$/)).toBeVisible();
  await expect.element(screen.getByText('50', { exact: true })).toBeVisible();
  await expect.element(screen.getByText('by all of us together')).toBeVisible();
  await expect.element(screen.getByText('thanks to colleagues')).toBeVisible();
  await expect.element(screen.getByText('Say thank you to Floor.')).toBeVisible();
  await screen.unmount();
  const several = await draw('challengeLongest');
  await expect.element(several.getByText('Say thank you to each other.')).toBeVisible();
  await expect.element(several.getByText('by each team')).toBeVisible();
});
