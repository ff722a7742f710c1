import '../../../app.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Declaration from './Declaration.svelte';
import { examples } from './example';

const draw = (example: keyof typeof examples, play = 0, size = { width: 177.8, height: 100 }) =>
  render(Declaration, {
    ...{ data: examples[example], size: { ...size, shape: size.height < 60 ? 'band' : 'wide' }, play },
    ...{ now: new Date('2026-11-22T14:12:00Z'), team: 'Harbour Kitchen', timeZone: 'Europe/London' },
    ...{ language: 'en', motion: 'none' },
  });

test('says the words, the ambition and its measure, who signed, and when last', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByRole('heading', { name: /^Whoever.comes.to.us/ })).toBeVisible();
  await expect.element(screen.getByText(/^The.house.in.town/)).toBeVisible();
  await expect.element(screen.getByText(/^How.we.will.know:.Four.of.five/)).toBeVisible();
  for (const name of [/^Ada.Okafor$/, /^Lea.Brandt$/, /^Mo.Haddad$/, /^Priya.Nair$/])
    await expect.element(screen.getByText(name)).toBeVisible();
  await expect.element(screen.getByText(/^Last.signed.20.November$/)).toBeVisible();
  await expect.element(screen.getByText(/26.percent/)).not.toBeInTheDocument();
});

test('then says why: a figure, its sentence, and whose it is, beside nothing else', async () => {
  const screen = await draw('ordinary', 1);
  await expect.element(screen.getByText(/^60.percent$/)).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: /^60.percent.of.companies/ })).toBeVisible();
  await expect
    .element(screen.getByText(/^Barometer.of.service,.yearly.survey,.2011\..Not.our.own.figure\.$/))
    .toBeVisible();
  await expect.element(screen.getByText(/Ada/)).not.toBeInTheDocument();
});

test('says how many more signed than have a line', async () => {
  const screen = await draw('many items');
  await expect.element(screen.getByText(/^and.4.more$/)).toBeVisible();
  await expect.element(screen.getByText(/Eve/)).not.toBeInTheDocument();
});

test('a small room has the words and the names in one line', async () => {
  const screen = await draw('ordinary', 0, { width: 100, height: 38 });
  await expect.element(screen.getByText(/^Ada.Okafor · .*Priya.Nair$/)).toBeVisible();
});
