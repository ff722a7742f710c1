import '../../../app.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { examples } from './example';
import Story from './Story.svelte';

const draw = (example: keyof typeof examples, play = 0) =>
  render(Story, {
    data: examples[example],
    size: { width: 177.8, height: 100, shape: 'wide' },
    play,
    now: new Date('2026-11-22T14:12:00Z'),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion: 'none',
  });

test('shows the picture, what happened, whom it is about and when', async () => {
  const screen = await draw('ordinary');
  await expect
    .element(screen.getByRole('heading', { name: 'The lost bear flew home with our crew.' }))
    .toBeVisible();
  await expect.element(screen.getByRole('img', { name: /lost teddy bear on the counter/ })).toBeVisible();
  await expect.element(screen.getByText('Priya and the night crew')).toBeVisible();
  await expect.element(screen.getByText('just now')).toBeVisible();
});

test('says that the leader tells what is their own', async () => {
  const screen = await draw('own');
  await expect.element(screen.getByText('Our leader tells')).toBeVisible();
});

test('never lets words stand on the picture', async () => {
  const screen = await draw('ordinary');
  const picture = screen.getByRole('img').element().getBoundingClientRect();
  for (const text of [screen.getByRole('heading'), screen.getByText('A story'), screen.getByText('just now')])
    expect(text.element().getBoundingClientRect().left).toBeGreaterThanOrEqual(picture.right);
});

test('draws something where a picture is missing or cannot be read', async () => {
  const screen = await draw('missing');
  await expect.element(screen.getByRole('heading')).toBeVisible();
  await expect.element(screen.getByRole('img')).not.toBeInTheDocument();
  expect(screen.container.querySelector('.picture svg')).not.toBeNull();
});

test('tells the next one with each play, and begins again after the last', async () => {
  const second = await draw('many', 1);
  await expect.element(second.getByRole('heading', { name: /asked for the recipe/ })).toBeVisible();
  await second.unmount();
  const fourth = await draw('many', 3);
  await expect.element(fourth.getByRole('heading', { name: /lost bear/ })).toBeVisible();
});
