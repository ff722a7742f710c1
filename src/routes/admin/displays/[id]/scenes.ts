import type { ActionPoint } from '$lib/domain/action-point';
import { registry } from '$lib/panels/registry';
import { optionFields, type OptionField } from './option-fields';

/** A panel as the playlist page knows it. */
export interface Scene {
  kind: string;
  title: string;
  point: ActionPoint | null;
  audiences: readonly ('staff' | 'customers')[];
  fields: OptionField[];
}

/** Every panel of the registry that a playlist may take, in its order. */
export async function scenes(): Promise<Scene[]> {
  const panels = await Promise.all(Object.values(registry).map(async ({ panel }) => (await panel()).panel));
  return panels
    .filter((panel) => !('takesOver' in panel && panel.takesOver))
    .map(({ kind, title, point, audiences, options }) => {
      return { kind, title: title(), point, audiences, fields: optionFields(options) };
    });
}
