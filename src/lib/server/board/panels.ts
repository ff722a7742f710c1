import type { GenericSchema } from 'valibot';
import type { ActionPoint } from '../../domain/action-point';
import type { Purpose } from '../../domain/purpose';
import type { Ask } from '../../panels/needs';
import { isPanelKind, registry, type PanelKind } from '../../panels/registry';

/** A panel's definition as compose uses it, when its kind is only known at run time. */
export interface LoadedPanel {
  kind: string;
  point: ActionPoint | null;
  purpose?: Purpose | null;
  audiences: readonly ('staff' | 'customers')[];
  options: GenericSchema;
  needs: (options: unknown) => Record<string, Ask>;
  select: (facts: Record<string, unknown>, options: unknown, now: Date) => unknown;
  words: (data: unknown) => number;
  plays?: (data: unknown) => number;
  news?: (data: unknown, now: Date) => { id: string; play: number } | undefined;
  earlierNews?: (data: unknown, now: Date) => { id: string; play: number }[];
  pictures?: (data: unknown) => string[];
  personal?: (data: unknown) => boolean;
  asOf?: (data: unknown) => string | null;
  lookAgain?: (facts: Record<string, unknown>, options: unknown, now: Date) => Date | undefined;
  takesOver?: (data: unknown) => { until: string; alarm: boolean; once?: true };
  comesWith?: readonly string[];
  ticks?: 'second' | 'minute' | ((data: unknown) => 'second' | 'minute');
}

export type Panels = ReadonlyMap<string, LoadedPanel>;

const isDefinition = (value: unknown, kind: string): value is LoadedPanel =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind && 'select' in value;

/** The definition that a panel's module exports, by default or under a name. */
export async function loadPanel(kind: PanelKind): Promise<LoadedPanel | undefined> {
  const module: Record<string, unknown> = { ...(await registry[kind].panel()) };
  for (const value of Object.values(module)) if (isDefinition(value, kind)) return value;
  return undefined;
}

/** Every registered panel. One that cannot be loaded is reported and left out; the walls go on without it. */
export async function loadPanels(report: (kind: string, error: unknown) => void): Promise<Panels> {
  const loaded = await Promise.all(
    Object.keys(registry)
      .filter(isPanelKind)
      .map(async (kind) => {
        try {
          const panel = await loadPanel(kind);
          if (!panel) report(kind, new Error('its module exports no definition of this kind'));
          return panel;
        } catch (error) {
          report(kind, error);
          return undefined;
        }
      }),
  );
  return new Map(loaded.filter((panel) => panel !== undefined).map((panel) => [panel.kind, panel]));
}
