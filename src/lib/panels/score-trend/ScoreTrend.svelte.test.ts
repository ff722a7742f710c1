import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ScoreTrend from './ScoreTrend.svelte';
import { examples } from './example';

const draw = (example: string) => {
  const data = examples[example];
  if (!data) throw new Error(`no example ${example}`);
  return render(ScoreTrend, {
    data,
    size: { width: 177.8, height: 100, shape: 'wide' },
    play: 0,
    now: new Date('2026-11-22T14:12:00Z'),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion: 'none',
  });
};

describe('score trend, on the wall', () => {
  test('states the change only where it is clear', async () => {
    const clear = await draw('ordinary');
    await expect.element(clear.getByRole('heading', { name: /points better since 30 August/ })).toBeVisible();
    await clear.unmount();
    const steady = await draw('no clear change');
    await expect.element(steady.getByRole('heading', { name: /No clear change since/ })).toBeVisible();
  });

  test('explains the band and names the target', async () => {
    const screen = await draw('ordinary');
    await expect.element(screen.getByText(/where the true score/)).toBeVisible();
    await expect.element(screen.getByText(/Target \+70 by 31.December/)).toBeVisible();
    await expect.element(screen.getByRole('img', { name: /week by week/ })).toBeVisible();
  });

  test('says nothing of a target where no goal follows the score', async () => {
    const screen = await draw('without a goal');
    await expect.element(screen.getByText(/in the last 30.days/)).toBeVisible();
    expect(screen.container.textContent).not.toMatch(/Target/);
  });

  test('pins what was decided where it started, and says before, since, n and how clear that is', async () => {
    const screen = await draw('ordinary');
    await expect.element(screen.getByText('Say the wait before they ask')).toBeVisible();
    await expect.element(screen.getByText('Since 26 September')).toBeVisible();
    await expect.element(screen.getByText(/^n.\d+:.clear$/)).toBeVisible();
    await expect.element(screen.getByText(/^n.\d+:.not yet clear$/)).toBeVisible();
    expect(screen.container.textContent).toMatch(/\+\d+ → \+\d+/);
    const [first, second] = ['Since 26 September', 'Since 3 November'].map((text) =>
      screen.getByText(text).element().getBoundingClientRect(),
    );
    expect(first!.right).toBeLessThan(second!.left);
  });
});
