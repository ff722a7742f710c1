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

/** Every panel of the registry, in its order. */
export async function scenes(): Promise<Scene[]> {
  return Promise.all(
    Object.values(registry).map(async ({ panel }) => {
      const { panel: definition } = await panel();
      const { kind, title, point, audiences, options } = definition;
      return { kind, title: title(), point, audiences, fields: optionFields(options) };
    }),
  );
}
