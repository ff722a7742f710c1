import type { Browser, Page } from '@playwright/test';
import { joinLink, phone } from './public-pages';

/** Another team with a wall of its own; its page in admin, the wall, and a phone that scanned it. */
export async function another(browser: Browser, leader: Page, origin: string, name: string) {
  await leader.goto(`${origin}/admin?all`);
  await leader.getByText('Add a team').click();
  await leader.getByLabel('Team name').fill(name);
  await leader.getByRole('button', { name: 'Add this team' }).click();
  await leader.waitForURL(/\/admin\/[^/?]+$/);
  const team = new URL(leader.url()).pathname.split('/').at(-1) ?? '';
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const wall = await context.newPage();
  await wall.goto(`${origin}/display`);
  const code = (await wall.locator('.code').innerText()).replace(/[^A-Z]/g, '');
  await leader.goto(`${origin}/pair?code=${code}`);
  await leader.getByLabel('Name of the place').fill('By the door');
  await leader.getByLabel('Team', { exact: true }).selectOption({ label: name });
  await leader.getByRole('button', { name: 'Hang it up' }).click();
  await wall.waitForURL(/\/display\/[^/]+$/);
  const id = new URL(wall.url()).pathname.split('/').at(-1) ?? '';
  const cookie = (await context.cookies()).find((one) => one.name === 'huddleboard_display');
  const staff = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage();
  const displays = [{ id, token: cookie?.value ?? '' }];
  await staff.goto(
    await joinLink({ server: { origin } as Parameters<typeof joinLink>[0]['server'], displays }),
  );
  return { team, wall, staff };
}
