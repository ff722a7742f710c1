import type { Component } from 'svelte';
import type { PanelProps } from '$lib/panels/panel';
import type { Slot } from '$lib/protocol/events';
import { isPanelKind, registry } from '$lib/panels/registry';

/** Components by panel kind; a kind that this build does not know has none. */
export type PanelComponents = Record<string, Component<PanelProps<unknown>> | undefined>;

/**
 * Loads the components that these slots need and that are not at hand yet. A panel that cannot be loaded is left out:
 * the wall goes on without it.
 */
export async function loadComponents(
  slots: Record<string, Slot | null>,
  have: PanelComponents = {},
): Promise<PanelComponents> {
  const kinds = new Set(Object.values(slots).map((slot) => slot?.panel ?? ''));
  const missing = [...kinds].filter(isPanelKind).filter((kind) => !have[kind]);
  if (missing.length === 0) return have;
  const loaded: PanelComponents = { ...have };
  await Promise.all(
    missing.map(async (kind) => {
      try {
        // The registry knows each panel's data; a slot's data were checked by that panel's schema on the server.
        const part: { default: unknown } = await registry[kind].component();
        loaded[kind] = part.default as Component<PanelProps<unknown>>;
      } catch (error) {
        console.error(`panel ${kind} did not load`, error);
      }
    }),
  );
  return loaded;
}
