import { joined, nextStep } from './hand';
import { expect, goLive, signIn, test } from './huddleboard';
import { isSound, joinLink, phone } from './public-pages';

/** How soon a wall shows what a phone did, in milliseconds; a busy machine is given more. */
const soon = 10_000;

test('a huddle is started by one tap, steered, joined and taken over; the wall lets it go by itself', async ({
  browser,
  seeded,
}) => {
  const { server, team, owner, displays } = seeded;
  const wall = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
  await wall.clock.install();
  await goLive(wall, displays[0]!.link.replace(/^https?:\/\/[^/]+/, server.origin));
  const heading = (name: string) => wall.getByRole('heading', { name, exact: true });
  const link = await joinLink(seeded);
  const [host, other] = [await joined(browser, link), await joined(browser, link)];

  // One tap.
  await host.getByRole('button', { name: /Start the huddle/ }).click();
  await expect(host.getByRole('timer')).toBeVisible();
  await expect(wall.getByRole('timer')).toBeVisible({ timeout: soon });
  await isSound(host, 'the host’s remote');

  // Another who taps the same joins.
  await other.getByRole('button', { name: /huddle/ }).click();
  await expect(other.getByText('Another phone hosts')).toBeVisible();

  await nextStep(host);
  await expect(host.getByRole('heading', { name: 'One comment' })).toBeVisible();
  await expect(heading('One comment')).toBeVisible({ timeout: soon });
  await nextStep(host);
  await expect(heading('Decide one thing')).toBeVisible({ timeout: soon });

  await expect(other.getByRole('heading', { name: 'Decide one thing' })).toBeVisible({ timeout: soon });
  await other.getByRole('group', { name: 'Now', exact: true }).getByText('4', { exact: true }).click();
  await other.getByRole('group', { name: 'Need to be' }).getByText('8', { exact: true }).click();
  await other.getByRole('button', { name: 'Place my marker' }).click();
  await expect(other.getByText('Yours: now 4, need to be 8.')).toBeVisible();
  await expect(wall.getByRole('img', { name: '1 of us placed a marker: now 4, need to be 8' })).toBeAttached({
    timeout: soon,
  });
  await isSound(other, 'markers');

  // The host’s line is cut: what is tapped shows at once and waits. Then the phone is gone.
  await host.context().setOffline(true);
  await nextStep(host);
  await expect(host.getByRole('heading', { name: 'Who does what' })).toBeVisible();
  await expect(host.getByText(/1 tap waits here/)).toBeVisible();

  await other.getByLabel('What we call you as host').fill('Ottoline');
  await other.getByRole('button', { name: 'Take over as host' }).click();
  await expect(other.getByText('You host')).toBeVisible({ timeout: soon });
  await expect(wall.getByText('Huddle with Ottoline')).toBeVisible({ timeout: soon });
  await nextStep(other);
  await expect(heading('Who does what')).toBeVisible({ timeout: soon });

  // It comes back: its tap has no second effect, and it is told who hosts now.
  await host.context().setOffline(false);
  await expect(host.getByText('Ottoline hosts', { exact: true })).toBeVisible({ timeout: soon });
  await expect(heading('Who does what')).toBeVisible();

  await other.getByLabel('What', { exact: true }).fill('Say the wait before they ask');
  await other.getByRole('button', { name: 'Write the promise down' }).click();
  await expect(wall.getByText('Say the wait before they ask')).toBeVisible({ timeout: soon });
  // The next one is written at once: who and by when still stand there.
  await expect(other.getByLabel('What', { exact: true })).toHaveValue('');
  await other.getByLabel('What', { exact: true }).fill('Ring the baker');
  await other.getByRole('button', { name: 'Write the promise down' }).click();
  await expect(other.getByRole('listitem').filter({ hasText: 'Ring the baker' })).toBeVisible();

  // Its time is over: the wall goes on by itself.
  await wall.clock.fastForward('30:00');
  await expect(wall.getByRole('timer')).toHaveCount(0, { timeout: soon });
  await other.getByRole('button', { name: 'End it' }).click();
  await expect(other.getByText('That was it. Thank you.')).toBeVisible({ timeout: soon });
  await expect(other.getByRole('listitem').filter({ hasText: 'Ring the baker' })).toBeVisible();

  const leader = await (await browser.newContext(phone)).newPage();
  await signIn(leader, server.origin, owner);
  await leader.goto(`${server.origin}/admin/${team}/huddle`);
  await expect(leader.getByText('Say the wait before they ask')).toBeVisible();
  await isSound(leader, 'the plan of huddles');
  const kept = leader.getByRole('button', { name: 'Kept', exact: true });
  await expect(kept).toHaveCount(2);
  await kept.first().click();
  await expect(leader.getByText('Written down.')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a phone starts a huddle, steers it and writes a promise down; an old one is told that it is over @full', async ({
    page,
    seeded,
  }) => {
    await page.goto(await joinLink(seeded));
    await page.getByRole('button', { name: /Start the huddle/ }).click();
    const next = page.getByRole('button', { name: 'Next' });
    for (const step of ['One comment', 'Decide one thing', 'Who does what']) {
      await next.click();
      await expect(page.getByRole('heading', { name: step })).toBeVisible();
    }
    await page.getByLabel('What', { exact: true }).fill('Ring the baker');
    await page.getByRole('button', { name: 'Write the promise down' }).click();
    await expect(page.getByText('Ring the baker')).toBeVisible();
    await page.getByRole('button', { name: 'End it' }).click();
    await expect(page.getByRole('button', { name: /Start the huddle/ })).toBeVisible();
    await page.goBack();
    await page.getByRole('button', { name: 'Write the promise down' }).click();
    await expect(page.getByText(/This huddle is over/).first()).toBeVisible();
  });
});
