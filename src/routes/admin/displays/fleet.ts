import { isQuiet, quietHoursOf } from '$lib/domain/opening';
import { mayLead } from '$lib/domain/rights';
import type { Display } from '$lib/domain/display';
import type { Team } from '$lib/domain/records';
import type { Leader } from '$lib/server/auth/auth';
import type { House } from '$lib/server/house';

/** So many displays stand on a page: what a phone scrolls through, and what a server draws quickly. */
export const perPage = 20;

/** A display as the list has it. `dark`: it shows nothing in its opening hours, though a TV was hung there. */
export function inFleet(house: House, leader: Leader, display: Display, team: Team | undefined) {
  const { id, name, profile: kind, tokenHash, enrolHash } = display;
  const profile = house.profiles.get(kind);
  const timeZone = display.timeZone ?? team?.timeZone ?? 'UTC';
  const state = house.live.state(id);
  const paired = tokenHash !== null || enrolHash !== null;
  const quiet = isQuiet(quietHoursOf(display, profile), house.now(), timeZone);
  return {
    id,
    name,
    team: team?.name ?? '',
    timeZone,
    profile: profile?.title ?? kind,
    paired,
    quiet,
    leads: mayLead(leader, display.team),
    state,
  };
}
export type FleetDisplay = ReturnType<typeof inFleet>;

/** Whether nobody sees it though people are there. */
export const isDark = ({ paired, quiet, state }: Pick<FleetDisplay, 'paired' | 'quiet' | 'state'>): boolean =>
  paired && !quiet && !state.connected;

/** What needs somebody comes first: dark, then in error or behind, then by name. */
export function byNeed(displays: readonly FleetDisplay[]): FleetDisplay[] {
  const need = (display: FleetDisplay) => {
    if (isDark(display)) return 0;
    if (display.state.connected && (display.state.health?.lastError || !display.state.current)) return 1;
    return 2;
  };
  return displays
    .map((display) => ({ display, need: need(display) }))
    .sort((a, b) => a.need - b.need)
    .map(({ display }) => display);
}
