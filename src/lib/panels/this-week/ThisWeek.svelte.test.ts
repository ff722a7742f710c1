import '../../../app.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { examples } from './example';
import ThisWeek from './ThisWeek.svelte';

const draw = (example: keyof typeof examples, play = 0, size = { width: 177.8, height: 100 }) =>
  render(ThisWeek, {
    ...{ data: examples[example], size: { ...size, shape: size.height < 60 ? 'band' : 'wide' }, play },
    ...{ now: new Date('2026-11-22T14:12:00Z'), team: 'Harbour Kitchen', timeZone: 'Europe/London' },
    ...{ language: 'en', motion: 'none' },
  });

test('says the standard, its time large, and how often it was kept', async () => {
  const screen = await draw('ordinary');
  await expect.element(screen.getByRole('heading', { name: /^Everybody.who.comes.in/ })).toBeVisible();
  await expect.element(screen.getByText(/^5.seconds$/)).toBeVisible();
  await expect.element(screen.getByText(/^Kept.14.times.this.week/)).toBeVisible();
});

test('says the greeting as it is said, and nothing else beside it', async () => {
  const screen = await draw('ordinary', 1);
  await expect.element(screen.getByRole('heading', { name: /^“Welcome.back!/ })).toBeVisible();
  await expect.element(screen.getByText(/^5.seconds$/)).not.toBeInTheDocument();
});

test('says what to practise for a minute, and why', async () => {
  const screen = await draw('ordinary', 2);
  await expect.element(screen.getByText(/^60.seconds$/)).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: /one.is.a.guest.*“Waiting”/ })).toBeVisible();
  await expect.element(screen.getByText(/went.least.well.in.this.turn/)).toBeVisible();
});

test('says which share of the team took part, in a small room, too', async () => {
  const screen = await draw('ordinary', 3, { width: 100, height: 38 });
  await expect.element(screen.getByRole('heading', { name: /^70%.of.us.have/ })).toBeVisible();
  const large = await draw('part');
  await expect.element(large.getByText(/^70%$/)).toBeVisible();
});

test('says both sides as large as each other, and of which months', async () => {
  const screen = await draw('sides');
  await expect.element(screen.getByRole('heading', { name: /^What.guests.say.of.us$/ })).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: /^What.we.say.of.our.leaders$/ })).toBeVisible();
  await expect.element(screen.getByText(/in.October\./)).toBeVisible();
  const size = (text: string) => getComputedStyle(screen.getByText(text).element()).fontSize;
  expect(size('84 %')).toBe(size('7 of 11'));
  const points = await draw('sidesInPoints', 0, { width: 100, height: 38 });
  for (const text of ['+41', '−9']) await expect.element(points.getByText(text)).toBeVisible();
  await expect.element(points.getByText(/in.August.to.October\./)).toBeVisible();
});

test('says who looks forward to coming back beside who is satisfied, of how many answers', async () => {
  const screen = await draw('returning');
  await expect.element(screen.getByText(/^What.guests.say.of.coming.back$/)).toBeVisible();
  await expect.element(screen.getByText(/^71.%$/)).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: /^look.forward.to.coming.back$/ })).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: /^are.satisfied$/ })).toBeVisible();
  await expect.element(screen.getByText(/last.30.days\..Answers:.118.and.212\.$/)).toBeVisible();
  const few = await draw('returningOfFew', 0, { width: 100, height: 38 });
  await expect.element(few.getByText(/^8.of.10$/)).toBeVisible();
  await expect.element(few.getByRole('heading', { name: /surely.recommend.us$/ })).toBeVisible();
});

test('says what works, when, what came of it, and a card of another team with credit to it', async () => {
  const screen = await draw('model', 1);
  await expect
    .element(screen.getByRole('heading', { name: /^When.a.guest.has.waited.*I.bring/ }))
    .toBeVisible();
  await expect.element(screen.getByText(/What.came.of.it:.Nobody.left/)).toBeVisible();
  const model = await draw('model');
  await expect.element(model.getByRole('heading', { name: /^“Welcome.back,.Mrs/ })).toBeVisible();
  await expect.element(model.getByText(/The.guest.is.known.by.name$/)).toBeVisible();
  await expect.element(model.getByText(/^With.credit.to.Front.Desk/)).toBeVisible();
  const small = await draw('model', 0, { width: 100, height: 38 });
  await expect.element(small.getByText(/^Front.Desk$/)).toBeVisible();
});

test('says today’s tip with its day, and how often all together saw what was trained', async () => {
  const tip = await draw('tip');
  await expect.element(tip.getByRole('heading', { name: /^Let.them.finish/ })).toBeVisible();
  await expect.element(tip.getByText(/Tip.of.the.day,.3.of.7/)).toBeVisible();
  const seen = await draw('training');
  await expect.element(seen.getByText(/Seen.14.times.this.week,.by.all.of.us.together$/)).toBeVisible();
  const unseen = await draw('training', 1);
  await expect.element(unseen.getByText(/Seen.it\?.One.tap/)).toBeVisible();
});

test('says how often it was done of how often, with whom, and how long it goes on', async () => {
  const screen = await draw('challenge');
  await expect.element(screen.getByText(/^38.of.50$/)).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: /^thanks.to.colleagues$/ })).toBeVisible();
  await expect.element(screen.getByText(/^Together.with.Floor$/)).toBeVisible();
  await expect.element(screen.getByText(/^Our.challenge:.3.days.to.go$/)).toBeVisible();
  const come = screen.container.querySelector('.come')?.getBoundingClientRect().width ?? 0;
  const way = screen.container.querySelector('.way')?.getBoundingClientRect().width ?? 1;
  expect(come / way).toBeCloseTo(38 / 50, 2);
});

test('says the others’ counts where each team does it by itself, and in a small room how many they are', async () => {
  const screen = await draw('challengeEach', 0, { width: 100, height: 38 });
  await expect
    .element(screen.getByRole('heading', { name: /^22.of.40:.guests.greeted.by.name$/ }))
    .toBeVisible();
  await expect.element(screen.getByText(/^With.2.other.teams$/)).toBeVisible();
  await expect.element(screen.getByText(/^Our.challenge:.today.is.the.last.day$/)).toBeVisible();
  const wide = await draw('challengeEach');
  await expect.element(wide.getByText(/^Bar:.40.and.Floor:.31$/)).toBeVisible();
});

test('thanks for what was done when it was not reached', async () => {
  const screen = await draw('challengeOver');
  await expect.element(screen.getByText(/^With.Floor$/)).toBeVisible();
  await expect.element(screen.getByText(/^Our.challenge.is.over:.thank.you$/)).toBeVisible();
});
