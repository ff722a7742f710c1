import '../../../app.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { examples } from './example';
import Takeover from './Takeover.svelte';

const draw = (example: keyof typeof examples, now = '2026-11-22T14:12:00Z') =>
  render(Takeover, {
    data: examples[example],
    size: { width: 177.8, height: 100, shape: 'wide' },
    play: 0,
    now: new Date(now),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion: 'none',
  });

test('says what is to be done, and how long it holds', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByRole('heading', { name: 'Fire drill now' })).toBeVisible();
  await expect.element(screen.getByText(/back stairs/)).toBeVisible();
  await expect.element(screen.getByText('This notice stays until 14:30', { exact: true })).toBeVisible();
  const call = await draw('call');
  await expect.element(call.getByText('Until 14:27, 15 more minutes')).toBeVisible();
});

test('never says that no minute is left, and names the day where it ends on another', async () => {
  const last = await draw('call', '2026-11-22T14:26:30Z');
  await expect.element(last.getByText('Until 14:27, 1 more minute')).toBeVisible();
  const overNight = await draw('callShort');
  await expect.element(overNight.getByText('Until Monday 08:00')).toBeVisible();
});

test('an alarm is light where every other scene is dark, a call is not', async () => {
  const field = (container: Element) => getComputedStyle(container.querySelector('.frame') ?? container);
  const alarm = field((await draw('ordinary')).container).backgroundColor;
  const call = field((await draw('call')).container).backgroundColor;
  const light = (colour: string) => Math.max(...(colour.match(/\d+/g) ?? []).map(Number));
  expect(light(alarm)).toBeGreaterThan(light(call));
});
