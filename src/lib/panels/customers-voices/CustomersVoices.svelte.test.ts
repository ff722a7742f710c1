import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import CustomersVoices from './CustomersVoices.svelte';
import { examples, watched } from './example';

const draw = (example: string, play = 0, from = examples) => {
  const data = from[example];
  if (!data) throw new Error(`no example ${example}`);
  return render(CustomersVoices, {
    data,
    size: { width: 177.8, height: 100, shape: 'wide' },
    play,
    now: new Date('2026-11-22T14:12:00Z'),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion: 'none',
  });
};

describe('a customer’s voice, on the wall', () => {
  test('says who spoke, when and how, without a name', async () => {
    const screen = await draw('ordinary');
    await expect.element(screen.getByText(/A guest.*comment card.*Tuesday|A guest.*Tuesday/)).toBeVisible();
    await expect.element(screen.getByRole('img', { name: '10 on a scale from 0 to 10' })).toBeVisible();
  });

  test('says whose colleague spoke where the team serves that team', async () => {
    const screen = await draw('from a team that is served');
    await expect.element(screen.getByText(/A colleague in Dining room.*Tuesday/)).toBeVisible();
  });

  test('sets the chosen phrase apart', async () => {
    const screen = await draw('ordinary');
    await expect.element(screen.getByText('before I said a word.', { exact: true })).toBeVisible();
  });

  test('each showing has the next comment, and then the first again', async () => {
    const second = await draw('many items', 1);
    await expect.element(second.getByText(/nut allergy/)).toBeVisible();
    await second.unmount();
    const again = await draw('many items', 4);
    await expect.element(again.getByText(/The wait was long/)).toBeVisible();
  });

  test('a long comment says which part of it this is', async () => {
    const screen = await draw('longest', 1);
    await expect.element(screen.getByText('2 of 2')).toBeVisible();
  });

  test('words written from right to left begin at the right', async () => {
    const screen = await draw('right-to-left');
    const words = screen.getByText(/تذكرتم/);
    await expect.element(words).toBeVisible();
    expect(getComputedStyle(words.element()).direction).toBe('rtl');
  });
});

describe('what we watch, after the voices', () => {
  test('says how many spoke of each, and what nobody has spoken of, with the question to ask', async () => {
    const first = await draw('ordinary', 0, watched);
    await expect.element(first.getByText(/nut allergy/)).toBeVisible();
    await first.unmount();
    const screen = await draw('ordinary', 1, watched);
    await expect.element(screen.getByRole('heading', { name: 'What we watch' })).toBeVisible();
    await expect.element(screen.getByText('12 comments')).toBeVisible();
    await expect.element(screen.getByText('nobody said yet')).toBeVisible();
    await expect.element(screen.getByText('“Was the bill what you expected?”')).toBeVisible();
    expect(screen.container.querySelectorAll('i:not(.hole)')).toHaveLength(12 + 7 + 3);
    expect(screen.container.querySelectorAll('.hole')).toHaveLength(1);
  });

  test('lets a dot stand for more where there are many, and says so', async () => {
    const screen = await draw('longest', 1, watched);
    await expect.element(screen.getByText(/a\sdot\sis\s1000\scomments/)).toBeVisible();
  });
});
