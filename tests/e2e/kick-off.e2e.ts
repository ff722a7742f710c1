import { nextStep } from './hand';
import { expect, hang, signIn, test } from './huddleboard';
import { isSound, phone } from './public-pages';

test.use(phone);

test('a leader starts a kick-off: the wall opens the doors and goes on to what is declared, the phone has what leaders model @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, team, displays } = seeded;
  const wall = await hang(browser, displays[0]!.link, server.origin);
  await page.clock.install();
  await signIn(page, server.origin, owner);
  await page.goto(`${server.origin}/admin/${team}/huddle`);
  await isSound(page, 'huddles with a kick-off to start');
  await page.getByRole('button', { name: 'Start a kick-off' }).click();
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(wall.getByRole('heading', { name: 'Doors open', exact: true })).toBeVisible();
  await expect(wall.getByText(/Greet.everybody.who.comes.in/)).toBeVisible();

  const door = page.getByRole('switch', { name: 'I greeted people at the door' });
  await page.getByText('I greeted people at the door').click();
  await expect(door).toBeChecked();
  await isSound(page, 'what leaders model');
  await nextStep(page);
  await expect(page.getByRole('heading', { name: 'We declare' })).toBeVisible();
  await expect(wall.getByRole('heading', { name: 'We declare', exact: true })).toBeVisible();
  await expect(wall.getByText(/what.is.imperative.for.us/)).toBeVisible();
  // It stays ticked on the phone.
  await expect(door).toBeChecked();
  await wall.context().close();
});
