import { joined, nextStep } from './hand';
import { expect, hang, signIn, test } from './huddleboard';
import { isSound, joinLink, phone } from './public-pages';

test.use(phone);

/** How soon a wall shows what a phone did, in milliseconds; a busy machine is given more. */
const soon = 10_000;

test('a brainstorm: phones say ideas, a leader looks at what waits, a goal, a first step, who takes it, and the goal is decided @full', async ({
  page: leader,
  seeded,
  browser,
}) => {
  test.slow();
  const { server, owner, team, displays } = seeded;
  const wall = await hang(browser, displays[0]!.link, server.origin);
  const onWall = (text: string) => wall.getByText(text, { exact: true });
  const heading = (name: string) => wall.getByRole('heading', { name, exact: true });
  await leader.clock.install();
  await signIn(leader, server.origin, owner);
  await leader.goto(`${server.origin}/admin/${team}/huddle`);
  await isSound(leader, 'huddles with a brainstorm to start');
  await leader.getByRole('button', { name: 'Start a brainstorm' }).click();
  await expect(leader.getByRole('timer')).toBeVisible();
  await expect(heading('Brainstorm options')).toBeVisible({ timeout: soon });
  await expect(wall.getByText('It is about')).toBeVisible();

  // One phone has a program, the other has none; a name is given or not.
  const link = await joinLink(seeded);
  const one = await joined(browser, link);
  await one.goto(`${server.origin}/team/${team}/huddle`);
  await one.getByLabel('Your idea').fill('A clock on the pass');
  await one.getByRole('button', { name: 'Put it on the wall' }).click();
  await expect(onWall('A clock on the pass')).toBeVisible({ timeout: soon });
  await expect(one.getByLabel('Your idea')).toHaveValue('');
  await isSound(one, 'ideas on a phone');
  const bare = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage();
  await bare.goto(link);
  await bare.goto(`${server.origin}/team/${team}/huddle`);
  await bare.getByLabel('Your idea').fill('Bread at once');
  await bare.getByLabel('Your name').fill('Tomás');
  await bare.getByRole('button', { name: 'Put it on the wall' }).click();
  await expect(bare.getByText('Tomás: Bread at once')).toBeVisible();
  await expect(onWall('Tomás: Bread at once')).toBeVisible({ timeout: soon });

  // What a leader should see first waits, and nobody else reads it.
  await one.getByLabel('Your idea').fill('Look at www.evil.example');
  await one.getByRole('button', { name: 'Put it on the wall' }).click();
  await expect(one.getByText('1 idea waits until a leader has looked at it.')).toBeVisible({ timeout: soon });
  await expect(one.getByText(/evil/)).toHaveCount(0);
  await leader.clock.fastForward(4000);
  const waits = leader.locator('form').filter({ hasText: 'evil' });
  await expect(waits).toBeVisible({ timeout: soon });
  await isSound(leader, 'ideas a leader looks at');
  await waits.getByRole('button', { name: 'Leave it out' }).click();
  await expect(waits).toHaveCount(0);
  await expect(wall.getByText(/evil/)).toHaveCount(0);

  await nextStep(leader);
  await expect(heading('Set the goal')).toBeVisible({ timeout: soon });
  await leader.getByLabel('Our goal, in one sentence').fill('Every guest hears the wait first');
  await leader.getByRole('button', { name: 'This is our goal' }).click();
  await expect(onWall('Every guest hears the wait first')).toBeVisible({ timeout: soon });
  await isSound(leader, 'the goal of a brainstorm');

  await nextStep(leader);
  await expect(heading('First steps')).toBeVisible({ timeout: soon });
  await one.clock.fastForward(4000);
  await one.getByLabel('The first step').fill('Say it with the menu');
  await one.getByRole('button', { name: 'Add the step' }).click();
  await expect(onWall('Say it with the menu')).toBeVisible({ timeout: soon });
  await isSound(one, 'first steps on a phone');

  await nextStep(leader);
  await expect(heading('Who takes what')).toBeVisible({ timeout: soon });
  await expect(onWall('Nobody yet: Say it with the menu')).toBeVisible();
  await one.clock.fastForward(4000);
  await one.getByLabel('Who takes it').fill('Host at the door');
  await one.getByRole('button', { name: 'Take it on' }).click();
  await expect(onWall('Host at the door: Say it with the menu')).toBeVisible({ timeout: soon });
  await isSound(one, 'who takes what');

  await leader.clock.fastForward(4000);
  await leader.getByRole('button', { name: 'End it' }).click();
  await expect(leader.getByText('That was it. Thank you.')).toBeVisible({ timeout: soon });
  await leader.getByRole('link', { name: 'Write the goal down as a decision' }).click();
  await expect(leader.getByLabel('What we do')).toHaveValue('Every guest hears the wait first');
  await leader.goto(`${server.origin}/admin/${team}/huddle`);
  await expect(leader.getByText('Host at the door')).toBeVisible();
  await leader.getByText('3 ideas', { exact: true }).click();
  await isSound(leader, 'what was said in a brainstorm');
  await expect(leader.getByText(/evil.*left out/)).toBeVisible();
  await wall.context().close();
});
