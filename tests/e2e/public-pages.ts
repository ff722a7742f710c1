import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { expect, type Server } from './huddleboard';

/** A phone as most people hold it. */
export const phone = { viewport: { width: 390, height: 844 } };

/** Nothing that axe finds, and nothing that makes a phone scroll sideways. `state` names what is looked at. */
export async function isSound(page: Page, state = ''): Promise<void> {
  // Colours that are on their way from one to another are nobody's to read.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation instanceof CSSTransition)
        .map(({ finished }) => finished),
    ),
  );
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${state} ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
}

/** The setup link, once the server has printed it. */
export async function setupLink(server: Server): Promise<string> {
  await expect.poll(() => server.said).toContain('/setup?code=');
  return server.setupLink;
}

/** Opens the board of an empty server as its owner, with a team of its own. */
export async function setUp(page: Page, link: string): Promise<{ login: string; password: string }> {
  const owner = { login: 'dana', password: 'a warm bowl of soup' };
  await page.goto(link);
  await page.getByLabel('Your name').fill('Dana');
  await page.getByLabel('Login').fill(owner.login);
  await page.getByLabel('Password').fill(owner.password);
  await page.getByLabel('Organisation').fill('The Harbour');
  await page.getByRole('textbox', { name: 'Team' }).fill('Harbour Kitchen');
  await page.getByRole('button', { name: 'Open the board' }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/admin'));
  return owner;
}

/** Whoever is signed in invites a manager, Marta, who comes in by the link on a phone of her own. */
export async function bringManager(page: Page, browser: Browser, origin: string): Promise<Page> {
  await page.goto(`${origin}/admin/people`);
  await page.getByLabel('Who is it for?').fill('Marta');
  await page.getByText('Manager', { exact: true }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = (await page.locator('output').innerText()).trim();
  const manager = await (await browser.newContext(phone)).newPage();
  await manager.goto(link);
  await manager.getByLabel('Login').fill('marta');
  await manager.getByLabel('Password').fill('soup of the day');
  await manager.getByRole('button', { name: 'Come in' }).click();
  await expect(manager).toHaveURL(/\/admin/);
  return manager;
}

/** The way for phones of the staff, as the square on the wall carries it. */
export async function joinLink({
  server,
  displays,
}: {
  server: Server;
  displays: { id: string; token: string }[];
}): Promise<string> {
  const [display] = displays;
  const answer = await fetch(`${server.origin}/display/${display?.id}/__data.json`, {
    headers: { cookie: `huddleboard_display=${display?.token}` },
  });
  const found = /"http[^"]*(\/team\/[^"]+)"/.exec(await answer.text());
  if (!found) throw new Error('the wall shows no way in for the staff');
  // The square leads to the machine's address on its network; the test comes by its own.
  return server.origin + found[1];
}
