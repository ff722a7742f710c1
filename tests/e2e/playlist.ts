import type { Page } from '@playwright/test';
import { expect } from './huddleboard';

async function open(leader: Page, origin: string, display: string): Promise<void> {
  await leader.goto(`${origin}/admin/displays/${display}`);
  await leader.waitForLoadState('networkidle');
}

async function hold(leader: Page, title: string): Promise<void> {
  const playlist = leader.getByRole('list', { name: 'Playlist' });
  await expect(playlist).toContainText(title);
  const scene = playlist.locator('details').filter({ hasText: title }).first();
  await scene.locator('summary').click();
  await scene.getByRole('button', { name: 'Until I let go' }).click();
}

/** Keeps a scene that is in a display's playlist on the wall, so that a test need not wait for its turn. */
export async function holdScene(leader: Page, origin: string, display: string, title: string): Promise<void> {
  await open(leader, origin, display);
  await hold(leader, title);
}

/** The same of a scene that is added first. */
export async function keepScene(leader: Page, origin: string, display: string, title: string): Promise<void> {
  await open(leader, origin, display);
  await leader.getByText('Add a scene').click();
  await leader.getByRole('button', { name: title }).last().click();
  await hold(leader, title);
}
