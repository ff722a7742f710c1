import type { Page } from '@playwright/test';
import { expect } from './huddleboard';

/** Adds a scene to a display's playlist and keeps it on the wall, so that a test need not wait for its turn. */
export async function keepScene(leader: Page, origin: string, display: string, title: string): Promise<void> {
  await leader.goto(`${origin}/admin/displays/${display}`);
  await leader.waitForLoadState('networkidle');
  await leader.getByText('Add a scene').click();
  await leader.getByRole('button', { name: title }).last().click();
  const playlist = leader.getByRole('list', { name: 'Playlist' });
  await expect(playlist).toContainText(title);
  const scene = playlist.locator('details').filter({ hasText: title }).first();
  await scene.locator('summary').click();
  await scene.getByRole('button', { name: 'Until I let go' }).click();
}
