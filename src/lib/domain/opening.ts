import type { Display } from './display';
import type { QuietHours } from './display-profile';
import { isOn } from './schedule';

/** The hours in which a display is meant to be dark: its own, else its profile's; null: none. */
export function quietHoursOf(
  { quietHours }: Pick<Display, 'quietHours'>,
  profile: { quietHours: QuietHours | null } | undefined,
): QuietHours | null {
  if (quietHours === 'never') return null;
  return quietHours ?? profile?.quietHours ?? null;
}

/** Whether it is within these hours, over midnight where they end before they begin. */
export const isQuiet = (hours: QuietHours | null, now: Date, timeZone: string): boolean =>
  hours !== null && isOn(hours, now, timeZone);
