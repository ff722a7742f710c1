import '../../../app.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { examples } from './example';
import Huddle from './Huddle.svelte';

const props = (example: keyof typeof examples, now = '2026-11-22T14:12:00Z') => ({
  data: examples[example],
  size: { width: 177.8, height: 100, shape: 'wide' as const },
  play: 0,
  now: new Date(now),
  team: 'Harbour Kitchen',
  timeZone: 'Europe/London',
  language: 'en',
  motion: 'none' as const,
});

test('counts down, and goes on to the next step by itself', async () => {
  const screen = await render(Huddle, props('how'));
  await expect.element(screen.getByRole('timer')).toHaveTextContent('0:19');
  await expect.element(screen.getByRole('heading', { name: 'How are we doing?' })).toBeVisible();
  await expect.element(screen.getByText('Huddle with Priya')).toBeVisible();
  await screen.rerender(props('how', '2026-11-22T14:12:19Z'));
  await expect.element(screen.getByRole('timer')).toHaveTextContent('0:35');
  await expect.element(screen.getByRole('heading', { name: 'One comment' })).toBeVisible();
  await expect.element(screen.getByText(/nobody said a word/)).toBeVisible();
  await screen.rerender(props('how', '2026-11-22T14:12:54Z'));
  await expect.element(screen.getByRole('listitem').nth(2)).toHaveAttribute('aria-current', 'step');
});

test('shows what is stalled before anything is placed, then the spread and what was agreed', async () => {
  const first = await render(Huddle, props('decideFirst'));
  await expect.element(first.getByText('Bring water with the menu')).toBeVisible();
  await first.unmount();
  const spread = await render(Huddle, props('ordinary'));
  await expect
    .element(spread.getByRole('img', { name: '11 of us placed a marker: now 5, need to be 8' }))
    .toBeInTheDocument();
  expect(spread.container.querySelectorAll('.marks i.now, .marks i.need')).toHaveLength(22);
  // Each kind of mark is explained.
  expect(spread.container.querySelectorAll('.key i')).toHaveLength(2);
  await expect.element(spread.getByText('Need to be', { exact: true })).toBeVisible();
  await spread.unmount();
  const agreed = await render(Huddle, props('agreed'));
  await expect.element(agreed.getByText('Agreed: from 4 to 8').first()).toBeVisible();
});

test('asks whether the last promises were kept, a leader’s first', async () => {
  const screen = await render(Huddle, props('who'));
  await expect.element(screen.getByText('Our leader: kept or not?')).toBeVisible();
  await expect.element(screen.getByText('Tomás, by 29 November')).toBeVisible();
});

test('a brainstorm lists ideas as they come, counts those that have no room, and sets them beside the goal', async () => {
  const first = await render(Huddle, props('brainstormFirst'));
  await expect.element(first.getByRole('heading', { name: 'Brainstorm options' })).toBeVisible();
  await expect.element(first.getByText('Tomás: A clock on the pass')).toBeVisible();
  await expect.element(first.getByText('How well do we tell guests the wait?')).toBeVisible();
  await expect.element(first.getByText('Scan and say an idea')).toBeVisible();
  await first.unmount();
  const many = await render(Huddle, props('brainstormMany'));
  await expect.element(many.getByText('and 24 more')).toBeVisible();
  await expect.element(many.getByText(/How.well.do.we.tell/)).toBeVisible();
  await many.unmount();
  const goal = await render(Huddle, props('brainstormGoal'));
  await expect.element(goal.getByText(/every.guest.hears/)).toBeVisible();
  await expect.element(goal.getByText(/Bread.at.once/)).toBeVisible();
  await expect.element(goal.getByText('and 2 more')).toBeVisible();
});

test('a brainstorm says who takes which step, in the order in which they were said, and what nobody has taken', async () => {
  const screen = await render(Huddle, props('brainstormRoles'));
  const said = ['Host at the door: Say', 'Tomás: Ask', 'Nobody yet: Write'];
  const tops = said.map((text) => screen.getByText(text).element().getBoundingClientRect().top);
  expect([...tops].sort((a, b) => a - b)).toEqual(tops);
  await expect.element(screen.getByText('Our goal')).toBeVisible();
  await expect.element(screen.getByText('Scan and say an idea')).not.toBeInTheDocument();
});

test('in a kick-off says where to, and how it sounds once we are there; without a comment, what to say aloud', async () => {
  const sounds = await render(Huddle, props('kickOffSample'));
  await expect.element(sounds.getByText(/^A.9.sounds.like.this$/)).toBeVisible();
  await expect.element(sounds.getByText(/You.told.us.ten.minutes/)).toBeVisible();
  await sounds.unmount();
  const bare = await render(Huddle, props('kickOffTargets'));
  await expect.element(bare.getByText(/Say.what.somebody.we.serve.would.see/)).toBeVisible();
});
