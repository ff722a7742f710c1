import { expect, signIn, test } from './huddleboard';
import { isSound, phone } from './public-pages';

test.use(phone);

test('a leader keeps a notebook with one thumb: what is due stands on top, the rest is folded, and the download has it all @full', async ({
  page,
  seeded,
}) => {
  const { server, owner, team } = seeded;
  await signIn(page, server.origin, owner);
  await page.goto(`${server.origin}/admin/${team}`);
  // It stands before the four points.
  const links = await page.locator('main a').allTextContents();
  const at = (name: string) => links.findIndex((text) => text.includes(name));
  expect(at('My notebook')).toBeLessThan(at('Thanks'));
  await page.getByRole('link', { name: /My notebook/ }).click();

  const form = (kind: string) =>
    page.locator('form').filter({ has: page.locator(`input[name=kind][value=${kind}]`) });
  /** Opens the fold of a form that is not due. */
  const unfold = async (name: string) => {
    const fold = page.locator('summary').filter({ hasText: name });
    if (await fold.isVisible()) await fold.click();
  };
  const keep = async (kind: string) => {
    // A page that was read anew has fresh ids for new entries.
    const fresh = form('tried').locator('[name=id]');
    const before = await fresh.inputValue();
    await form(kind).getByRole('button', { name: 'Keep it' }).click();
    await expect(fresh).not.toHaveValue(before);
    await expect(page.getByText('Kept, for you alone.')).toBeVisible();
  };

  await expect(page.getByRole('heading', { name: 'Where did your time go today?' })).toBeVisible();
  await isSound(page, 'notebook, time');
  await page.getByLabel('With customers').press('ArrowRight');
  await page.getByLabel('With customers').press('ArrowRight');
  await expect(form('time').getByText('30 min')).toBeVisible();
  await keep('time');
  await expect(page.getByRole('heading', { name: 'Where did your time go today?' })).toBeHidden();
  // The same day goes on with the same entry, as it stood.
  await unfold('My time today');
  await expect(page.getByLabel('With customers')).toHaveValue('30');

  await unfold('My habits this week');
  await page.getByLabel('Habit 1').fill('Greet everybody first');
  await keep('habits');
  await unfold('My habits this week');
  const kept = page.getByRole('radiogroup', { name: 'Greet everybody first' });
  await kept.getByRole('radio', { name: 'Yes' }).check();
  await keep('habits');

  await unfold('In the mirror');
  await page.getByText('I wish everybody here did as I did').click();
  await keep('mirror');
  await unfold('Coaching this week');
  await page.getByLabel('Time 1').fill('Monday after handover');
  await page.getByLabel('Time 2').fill('Thursday at close');
  await keep('coaching');
  await unfold('Coaching this week');
  await page.getByRole('switch', { name: /Thursday at close/ }).check({ force: true });
  await page.getByRole('switch', { name: 'Skill was missing' }).check({ force: true });
  await keep('coaching');
  await expect(page.getByText('1 of 2 held')).toBeVisible();

  // The same week from another page, opened before: it hears that, and what it says then stands.
  const other = await page.context().newPage();
  await other.goto(`${server.origin}/admin/journal`);
  const elsewhere = other.locator('details').filter({ has: other.locator('input[value=mirror]') });
  await elsewhere.locator('summary').first().click();
  await unfold('In the mirror');
  await keep('mirror');
  await elsewhere.getByText('I hope nobody here follows my lead').click();
  await elsewhere.getByRole('button', { name: 'Keep it' }).click();
  await expect(elsewhere.getByText('You changed this on another page.')).toBeVisible();
  await elsewhere.getByRole('button', { name: 'Keep it' }).click();
  await expect(other.getByText('Kept, for you alone.')).toBeVisible();
  await other.close();
  await page.reload();

  await unfold('To close the week');
  await form('closing').getByRole('button', { name: 'Keep it' }).click();
  await expect(form('closing').getByText('Please fill this in').first()).toBeVisible();
  await form('closing').getByRole('radio', { name: 'Yes' }).first().check();
  await form('closing').getByRole('radio', { name: 'No' }).last().check();
  await keep('closing');
  await expect(
    page.getByRole('heading', { name: 'Nothing is due. What would you like to keep?' }),
  ).toBeVisible();

  await unfold('When I listened');
  await page.getByLabel('What I heard').fill('The rota comes too late');
  await keep('listening');
  await unfold('When I watched another leader');
  await page.getByLabel('Which leader').fill('Otto');
  await page.getByRole('switch', { name: 'Listened to the end' }).check({ force: true });
  await keep('observation');
  await unfold('Tried with a team');
  await page.getByLabel('What I tried').fill('Asked before telling');
  await keep('tried');

  await expect(
    page.getByRole('img', { name: 'Myself: 4 this week. My team: 3 this week. Other leaders: 1 this week.' }),
  ).toBeVisible();
  await unfold('How it goes');
  await expect(page.getByRole('img', { name: '1 yes, 0 no, in 8 weeks' }).first()).toBeVisible();
  await isSound(page, 'notebook, written');

  const own = (await (await page.request.get(`${server.origin}/admin/journal/download`)).text()).trim();
  const kinds = own.split('\n').map((line) => (JSON.parse(line) as { kind: string }).kind);
  expect(kinds.sort()).toEqual(
    ['closing', 'coaching', 'habits', 'listening', 'mirror', 'observation', 'time', 'tried'].sort(),
  );
  expect(own).toContain('"kept":true');

  await page.getByRole('button', { name: 'Erase: Asked before telling' }).click();
  await expect(page.getByText('Erased for good.')).toBeVisible();
  await expect(page.getByText('Asked before telling')).toBeHidden();
});
