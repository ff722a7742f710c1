import { maySee } from '../../domain/rights';
import type { Auth, Leader } from './auth';

/** Whether the secret opens the display: its device token, or the secret that a kiosk was enrolled with. */
export async function isDoorOpen(
  auth: Pick<Auth, 'opensDisplay' | 'opensByEnrol'>,
  display: string,
  secret: string | undefined,
): Promise<boolean> {
  if (!secret) return false;
  return (await auth.opensDisplay(display, secret)) || (await auth.opensByEnrol(display, secret));
}

/** Whether somebody who is signed in may look at the team’s walls. */
export const mayLook = (leader: Leader, team: string): boolean => maySee(leader, team);
