import type { Component } from 'svelte';
import { shownZones, type DisplayProfile } from '$lib/domain/display-profile';
import type { PanelProps } from '$lib/panels/panel';
import { isPanelKind, registry, type PanelKind } from '$lib/panels/registry';
import { windowOf, type Window } from '$lib/screen/geometry';
import { profiles, walls } from './walls';

const examples = import.meta.glob<Record<string, unknown>>('../../../lib/panels/*/example.ts', {
  import: 'examples',
});

/** The panels that are registered, in the registry's order. */
export const kinds = Object.keys(registry).filter(isPanelKind);

/** What a panel can be shown with, by name. */
export const examplesOf = async (kind: PanelKind): Promise<Record<string, unknown>> =>
  (await examples[`../../../lib/panels/${kind}/example.ts`]?.()) ?? {};

/** What draws a panel. */
export const componentOf = async (kind: PanelKind) =>
  (await registry[kind].component()).default as Component<PanelProps<unknown>>;

/** One panel with one of its examples on one of `walls`, and the screen it is drawn for. */
export interface Picture {
  panel: PanelKind;
  example: string;
  profile: string;
  wall: string;
  screen: Window;
}

/** The zones of a kind of wall in which a panel hangs when it is in the playlist; a takeover has the whole wall. */
async function zonesFor(
  kind: PanelKind,
  profile: DisplayProfile,
): Promise<{ wall: string; zones: string[] } | null> {
  const { panel } = await registry[kind].panel();
  const audiences: readonly string[] = panel.audiences;
  if (!audiences.includes(profile.audience)) return null;
  const shown = shownZones(profile.zones);
  if ('takesOver' in panel && panel.takesOver)
    return { wall: shown.length > 1 ? `${profile.name}-alone` : profile.name, zones: [] };
  const zones = shown.filter(({ suits }) => !suits || suits.includes(kind)).map(({ id }) => id);
  return zones.length > 0 ? { wall: profile.name, zones } : null;
}

/** Whatever hangs beside a panel on a wall of several zones: an ordinary example of what its zone suits first. */
export async function besides(kind: PanelKind, wall: string) {
  const profile = profiles.find(({ name }) => name === wall);
  const hangs = profile && (await zonesFor(kind, profile));
  if (!profile || !hangs) return {};
  const others = shownZones(profile.zones).filter(({ id }) => !hangs.zones.includes(id));
  const hung = await Promise.all(
    others.map(async ({ id, suits }) => {
      const other = suits?.find(isPanelKind);
      if (!other) return [];
      const { ordinary } = await examplesOf(other);
      return [[id, { component: await componentOf(other), data: ordinary }] as const];
    }),
  );
  return Object.fromEntries(hung.flat());
}

/**
 * Every picture there is to look at: each panel with each example on each shipped kind of wall that shows it. `panel` and
 * `profile` narrow it; without a panel each stands with its first example only when `oneEach`.
 */
export async function pictures({
  panel,
  profile,
  oneEach = false,
}: { panel?: PanelKind; profile?: string; oneEach?: boolean } = {}): Promise<Picture[]> {
  const found: Picture[] = [];
  for (const kind of panel ? [panel] : kinds) {
    const names = Object.keys(await examplesOf(kind));
    for (const each of profiles) {
      if (profile && each.name !== profile) continue;
      const hangs = await zonesFor(kind, each);
      const layout = hangs && walls[hangs.wall];
      if (!layout) continue;
      for (const example of oneEach ? names.slice(0, 1) : names)
        found.push({
          panel: kind,
          example,
          profile: each.name,
          wall: hangs.wall,
          screen: windowOf(layout),
        });
    }
  }
  return found;
}
