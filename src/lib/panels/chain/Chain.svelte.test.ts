import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Chain from './Chain.svelte';
import { examples } from './example';

const draw = (example: string, size = { width: 177.8, height: 100 }) => {
  const data = examples[example];
  if (!data) throw new Error(`no example ${example}`);
  return render(Chain, {
    ...{ data, size: { ...size, shape: size.height < 60 ? 'band' : 'wide' }, play: 0 },
    ...{ now: new Date('2026-11-22T14:12:00Z'), team: 'Harbour Kitchen', timeZone: 'Europe/London' },
    ...{ language: 'en', motion: 'none' },
  });
};

test('says of each link how it is done and how many said so, and quotes the last thanks', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByRole('heading', { name: 'How do we do for each other?' })).toBeVisible();
  await expect.element(screen.getByText('Dining room', { exact: true })).toBeVisible();
  await expect.element(screen.getByText('30 of 34')).toBeVisible();
  await expect.element(screen.getByText('Answers: 212')).toBeVisible();
  await expect.element(screen.getByText('Guests', { exact: true })).toBeVisible();
  await expect.element(screen.getByText(/^Harbour.Kitchen.thanked.Ann/)).toBeVisible();
});

test('below the minimum it says how many are there, and no figure', async () => {
  const screen = await draw('too few yet');
  await expect.element(screen.getByText('3 of 5 answers so far')).toBeVisible();
  expect(document.querySelectorAll('.full')).toHaveLength(1);
});

test('a small room keeps what is said of this team', async () => {
  const screen = await draw('many items', { width: 100, height: 34 });
  await expect.element(screen.getByText('Patients', { exact: true })).toBeVisible();
  await expect.element(screen.getByText('Laboratory')).not.toBeInTheDocument();
});
