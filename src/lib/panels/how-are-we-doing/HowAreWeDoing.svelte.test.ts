import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { PanelSize } from '../panel';
import HowAreWeDoing from './HowAreWeDoing.svelte';
import { examples } from './example';

const wide: PanelSize = { width: 177.8, height: 100, shape: 'wide' };
const band: PanelSize = { width: 100, height: 32, shape: 'band' };

const draw = (example: string, size = wide) => {
  const data = examples[example];
  if (!data) throw new Error(`no example ${example}`);
  return render(HowAreWeDoing, {
    data,
    size,
    play: 0,
    now: new Date('2026-11-22T14:12:00Z'),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion: 'none',
  });
};

describe('how are we doing, on the wall', () => {
  test('says the score, who stands behind it and as of when', async () => {
    const screen = await draw('ordinary');
    await expect.element(screen.getByRole('heading', { name: 'How are we doing?' })).toBeVisible();
    await expect.element(screen.getByText('+62')).toBeVisible();
    await expect.element(screen.getByText(/two.in three guests would gladly send us a.friend/)).toBeVisible();
    await expect
      .element(screen.getByText(/guests answered in the last 30.days.*as of Sunday 14:10/))
      .toBeVisible();
  });

  test('a share is spoken of people below a hundred answers, as a percentage from there', async () => {
    const few = await draw('smileys below 100');
    await expect.element(few.getByText('of 40', { exact: true })).toBeVisible();
    await few.unmount();
    const many = await draw('smileys');
    await expect.element(many.getByText('%', { exact: true })).toBeVisible();
  });

  test('a change that is not clear says so in words', async () => {
    const screen = await draw('not clear');
    await expect.element(screen.getByText(/not yet clear/)).toBeVisible();
  });

  test('old facts stand in the past tense with their age, without arrow', async () => {
    const screen = await draw('stale');
    await expect.element(screen.getByRole('heading', { name: 'How were we doing?' })).toBeVisible();
    await expect.element(screen.getByText('Two weeks old, not today’s number.')).toBeVisible();
    expect(screen.container.textContent).not.toMatch(/\d (up|down)\b/);
  });

  test('under the minimum there is no figure, but the way to answer', async () => {
    const screen = await draw('few');
    await expect.element(screen.getByRole('img', { name: 'Guests answer here' })).toBeVisible();
    expect(screen.container.textContent).not.toMatch(/[+−]\d/);
  });

  test('a slim band says the same without the dots', async () => {
    const screen = await draw('ordinary', band);
    await expect.element(screen.getByText('+62')).toBeVisible();
    await expect.element(screen.getByText(/guests answered/)).toBeVisible();
  });
});
