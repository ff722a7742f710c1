import { isPanelKind, registry } from '$lib/panels/registry';

/** The titles of panels by kind; a kind that is no more keeps its name. */
export async function titlesOf(kinds: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const kind of new Set(kinds))
    found.set(kind, isPanelKind(kind) ? (await registry[kind].panel()).panel.title() : kind);
  return found;
}
