import sharp from 'sharp';
import type { Page } from '@playwright/test';
import { expect, hang, signIn, test } from './huddleboard';
import { Thumb } from './hand';
import { isSound, joinLink, phone } from './public-pages';

test.use(phone);
test.setTimeout(120_000);

/** A photo as a phone takes it: turned, with the camera's name in it. */
const photo = async () => ({
  name: 'IMG_2041.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Make: 'Camera of Ada' } })
    .jpeg()
    .toBuffer(),
});

const file = (page: Page) => page.locator('input[type=file]');

test('a story told on a phone hangs at once, and is gone at once when it is withdrawn', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, team, displays } = seeded;
  const wall = await hang(browser, displays[0]!.link, server.origin);

  await signIn(page, server.origin, owner);
  await page.goto(`${server.origin}/admin/${team}/stories`);
  await page.waitForLoadState('networkidle');
  await file(page).setInputFiles(await photo());
  await expect(page.getByRole('img', { name: 'The picture you chose' })).toBeVisible();
  await page.getByText('Yes', { exact: true }).click();
  await page.getByLabel('What does it show?').fill('The night crew');
  await page.getByLabel('What happened').fill('Forty umbrellas lent, forty umbrellas back.');
  await expect(page.getByText('6 of 12 words')).toBeVisible();
  const tell = page.getByRole('button', { name: 'Put it on the wall' });

  await tell.click();
  await expect(page.getByText('Nobody is named or shown without having said yes.')).toBeVisible();
  await isSound(page, 'a story without consent');
  await page.getByLabel('Who agreed to be shown, and how').fill('All four, by word');
  await tell.click();
  await expect(page.getByText('It is on every wall that shows stories.')).toBeVisible();
  await expect(page.getByText('Agreed: All four, by word')).toBeVisible();

  await expect(wall.getByRole('heading', { name: 'Forty umbrellas lent' })).toBeVisible();
  const shown = wall.getByRole('img', { name: 'The night crew' });
  await expect(shown).toBeVisible();
  const address = server.origin + (await shown.getAttribute('src'));
  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=86400, immutable',
  });
  expect(Buffer.from(await answer.arrayBuffer()).includes('Camera of Ada')).toBe(false);
  const etag = answer.headers.get('etag') ?? '';
  expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304);

  const told = page.getByRole('listitem').filter({ hasText: 'Forty umbrellas' });
  await told.getByRole('button', { name: /Withdraw/ }).click();
  await expect(page.getByText('It is off every wall.', { exact: false })).toBeVisible();
  expect((await fetch(address)).status).toBe(404);
  expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(404);
  await expect(shown).toHaveCount(0);
  await expect(wall.getByRole('heading', { name: 'Forty umbrellas lent' })).toHaveCount(0);
  await wall.context().close();
});

test('what is no picture for a wall is refused beside the field @full', async ({ page, seeded }) => {
  const { server, owner, team } = seeded;
  await signIn(page, server.origin, owner);
  await page.goto(`${server.origin}/admin/${team}/stories`);
  await page.waitForLoadState('networkidle');
  await page.getByLabel('What happened').fill('Soup for everyone.');
  // Called a JPEG, and none: only the server can tell.
  await file(page).setInputFiles({
    name: 'soup.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('GIF89a and so on'),
  });
  await page.getByText('No', { exact: true }).click();
  await page.getByRole('button', { name: 'Put it on the wall' }).click();
  await expect(page.getByText('This is a GIF.', { exact: false })).toBeVisible();
  // Nothing typed is lost.
  await expect(page.getByLabel('What happened')).toHaveValue('Soup for everyone.');
  await file(page).setInputFiles({
    name: 'soup.heic',
    mimeType: 'image/heic',
    buffer: Buffer.from('....ftypheic'),
  });
  await expect(page.getByText('This is a HEIC or AVIF picture', { exact: false })).toBeVisible();
});

test('nobody tells stories without a sign-in, and no id leads out of the folder', async ({ seeded }) => {
  const { server, team } = seeded;
  const body = new FormData();
  body.set('words', 'Not ours to tell.');
  const answer = await fetch(`${server.origin}/admin/${team}/stories?/tell`, {
    method: 'POST',
    body,
    headers: { origin: server.origin, accept: 'text/html' },
    redirect: 'manual',
  });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toContain('/admin/sign-in');
  expect((await fetch(`${server.origin}/media/..%2F..%2Fstate.json`)).status).toBe(404);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a story with its picture is told by a plain form', async ({ page, seeded }) => {
    const { server, owner, team } = seeded;
    await signIn(page, server.origin, owner);
    await page.goto(`${server.origin}/admin/${team}/stories`);
    await file(page).setInputFiles(await photo());
    await page.getByText('No', { exact: true }).click();
    await page.getByLabel('What happened').fill('Breakfast ran early all week.');
    await page.getByRole('button', { name: 'Put it on the wall' }).click();
    await expect(page.getByText('It is on every wall that shows stories.')).toBeVisible();
    const told = page.getByRole('listitem').filter({ hasText: 'Breakfast ran early' });
    await expect(told.locator('img')).toBeVisible();
    await told.getByRole('button', { name: /Withdraw/ }).click();
    await expect(page.getByText('It is off every wall.', { exact: false })).toBeVisible();
  });
});

test('a team’s colour and logo hang on its walls as soon as they are chosen, and are taken away again @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, team, displays } = seeded;
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  await context.addCookies([{ name: 'huddleboard_display', value: displays[0]!.token, url: server.origin }]);
  const wall = await context.newPage();
  await wall.goto(`${server.origin}/display/${displays[0]!.id}`);
  const logo = wall.locator('[data-slot] .logo img');
  await expect(wall.locator('[data-slot]').first()).toBeVisible();
  await expect(logo).toHaveCount(0);

  await signIn(page, server.origin, owner);
  await page.goto(`${server.origin}/admin/${team}/settings`);
  await page.getByRole('link', { name: 'Colour and logo' }).click();
  await page.waitForLoadState('networkidle');
  await page.getByText('Our own colour').click();
  await page.getByLabel('Which colour?').fill('#0a6138');
  await page.getByText('Feedback', { exact: true }).click();
  await expect(page.getByText('On a wall people would take it for Focus.')).toBeVisible();
  await page.getByLabel('Which colour?').fill('#5b2a86');
  await page.getByText('Everywhere in between').click();
  await expect(page.getByText('It is made a little darker on your walls')).toBeVisible();
  await file(page).setInputFiles(await photo());
  await isSound(page, 'a colour and a logo');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It is on your walls.')).toBeVisible();
  await expect(wall.locator('[data-accent=neutral]')).toHaveCount(1);
  await expect(logo.first()).toBeVisible();

  await page.getByText('Our own colour').click();
  await page.getByText('Take this picture away').click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(wall.locator('[data-accent]')).toHaveCount(0);
  await expect(logo).toHaveCount(0);
});

test('a phone tells a story, its leader lets a picture hang, and the person in it takes it back from their own phone @full', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, team, displays } = seeded;
  const wall = await hang(browser, displays[0]!.link, server.origin);

  // Words alone: the row, the words, told.
  const thumb = new Thumb();
  await page.goto(await joinLink(seeded));
  await thumb.tap(page.getByRole('link', { name: /Tell a story/ }));
  await page.waitForLoadState('networkidle');
  await isSound(page, 'a story to tell');
  await thumb.type(page.getByLabel('What happened'), 'He came back for the umbrella he lent.');
  await thumb.tap(page.getByRole('button', { name: 'Tell it' }));
  await expect(page.getByRole('heading', { name: 'It is on the wall' })).toBeVisible();
  expect(thumb.taps).toBe(3);
  await isSound(page, 'a story told');
  await expect(wall.getByRole('heading', { name: /He came back/ })).toBeVisible();

  // Another phone does not see it, and cannot take it back.
  const strangerSide = await browser.newContext(phone);
  const stranger = await strangerSide.newPage();
  await stranger.goto(`${server.origin}/team/${team}/story`);
  await expect(stranger.getByText('He came back')).toHaveCount(0);

  await page.getByRole('button', { name: /^Take it back/ }).click();
  await expect(page.getByRole('heading', { name: 'It is gone' })).toBeVisible();
  await expect(wall.getByRole('heading', { name: /He came back/ })).toHaveCount(0);

  // A picture waits for the leader.
  await page.goto(`${server.origin}/team/${team}/story`);
  await page.waitForLoadState('networkidle');
  await file(page).setInputFiles(await photo());
  await page.getByText('Yes', { exact: true }).click();
  await page.getByLabel('What does it show?').fill('Noor at the door');
  await page.getByLabel('What happened').fill('Noor held the door for forty prams.');
  await page.getByLabel('Whom it is about').fill('Noor');
  await page.getByRole('button', { name: 'Tell it' }).click();
  await expect(page.getByText('Nobody is named or shown without having said yes.')).toBeVisible();
  await page.getByText('Whoever is named or shown agrees').click();
  await page.getByRole('button', { name: 'Tell it' }).click();
  await expect(page.getByRole('heading', { name: 'Told. Thank you.' })).toBeVisible();

  const leaderSide = await browser.newContext(phone);
  const leader = await leaderSide.newPage();
  await signIn(leader, server.origin, owner);
  await leader.goto(`${server.origin}/admin/${team}`);
  await leader.getByRole('link', { name: /Stories\s+1 waiting/ }).click();
  await isSound(leader, 'a story that waits');
  await leader.getByRole('button', { name: /^Show.*Noor held/ }).click();
  await expect(wall.getByRole('heading', { name: /Noor held/ })).toBeVisible({ timeout: 60_000 });
  await expect(leader.getByText('On the wall 1 minute after it was told.')).toBeVisible();

  // A leader tells of somebody, who scans the code and takes the story back later, without a sign-in or a code of the day.
  await leader.getByLabel('What happened').fill('Ravi waited with a guest for her bus.');
  await leader.getByLabel('Whom it is about').fill('Ravi');
  await leader.getByLabel('Who agreed to be shown, and how').fill('Ravi, by word');
  await leader.getByRole('button', { name: 'Put it on the wall', exact: true }).click();
  const theirs = leader.getByRole('link', { name: 'The same as a link, to send on' });
  await expect(theirs).toBeVisible();
  await isSound(leader, 'a code for the person in it');
  await stranger.goto((await theirs.getAttribute('href')) ?? '');
  await expect(stranger).toHaveURL(`${server.origin}/team/${team}/story`);
  await stranger.getByRole('button', { name: /^Take it back.*Ravi waited/ }).click();
  await expect(stranger.getByRole('heading', { name: 'It is gone' })).toBeVisible();
  await leader.reload();
  await expect(leader.getByText('Ravi waited')).toHaveCount(0);

  await Promise.all([wall.context(), strangerSide, leaderSide].map((one) => one.close()));
});

test('a leader is asked for a story of their own once a turn, and the wall says who tells it', async ({
  page,
  seeded,
  browser,
}) => {
  const { server, owner, team, displays } = seeded;
  const wall = await hang(browser, displays[0]!.link, server.origin);
  await signIn(page, server.origin, owner);
  await page.goto(`${server.origin}/admin/${team}`);
  await page.getByRole('link', { name: /Your own story.*One each turn/ }).click();
  await page.getByLabel('What happened').fill('I carried the soup out myself on Saturday.');
  await page.getByText('It is my own').click();
  await page.getByRole('button', { name: 'Put it on the wall' }).click();
  await expect(page.getByText('It is on every wall that shows stories.')).toBeVisible();
  await expect(wall.getByText('Our leader tells')).toBeVisible();
  await isSound(page, 'a story of their own');
  await page.goto(`${server.origin}/admin/${team}`);
  await expect(page.getByRole('link', { name: /Your own story.*Told in this turn/ })).toBeVisible();
});
