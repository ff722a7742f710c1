import { balanceOf, type Purpose, type Share } from '$lib/domain/purpose';
import { isPanelKind, registry } from '$lib/panels/registry';
import type { House } from '$lib/server/house';
import { all } from './access';

/** The purpose of each panel, as its definition says. */
export async function purposeOfPanels(kinds: readonly string[]): Promise<Map<string, Purpose | null>> {
  const found = new Map<string, Purpose | null>();
  for (const kind of new Set(kinds)) {
    if (!isPanelKind(kind)) continue;
    for (const value of Object.values(await registry[kind].panel()))
      if (typeof value === 'object' && value !== null && 'purpose' in value)
        found.set(kind, value.purpose as Purpose | null);
  }
  return found;
}

/** How the four purposes shared a team’s walls since a moment (ISO); null while nothing was shown. */
export async function purposeBalance(house: House, team: string, since: string): Promise<Share[] | null> {
  const plays = await all(house, 'play', { team, from: since });
  const purposes = await purposeOfPanels(plays.map(({ panel }) => panel));
  return balanceOf(plays, (panel) => purposes.get(panel) ?? null) ?? null;
}
