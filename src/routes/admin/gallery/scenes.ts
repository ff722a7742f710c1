import type { Component } from 'svelte';
import type { PanelProps } from '$lib/panels/panel';
import { registry, type PanelKind } from '$lib/panels/registry';
import type { Hanging } from './hang';
import type { Manner } from './matrix';
import { arabicLike, fieldOf, ownWords, withWords, type Written } from './own-words';
import { rings, screens, walls, zoneOf, type ScreenName } from './walls';

/** One showing of one example of one panel. */
export interface Scene {
  kind: PanelKind;
  example: string;
  play: number;
  data: unknown;
  component: Component<PanelProps<unknown>>;
  /** What of its data people wrote. */
  own: Written[];
  /** The most letters that any example has in a field. */
  longest: ReadonlyMap<string, number>;
  audiences: readonly string[];
  /** Has the whole wall whenever it is shown. */
  takesOver: boolean;
  /** The ring hangs in its corner. */
  ringed: boolean;
}

const examples = import.meta.glob<Record<string, unknown>>('../../../lib/panels/*/example.ts', {
  import: 'examples',
});

/** The panels that are registered. */
export const kinds = Object.keys(registry) as PanelKind[];

/** Every showing of every example of a panel. */
export async function scenesOf(kind: PanelKind): Promise<Scene[]> {
  const { panel } = await registry[kind].panel();
  const component = (await registry[kind].component()).default as Component<PanelProps<unknown>>;
  const all = (await examples[`../../../lib/panels/${kind}/example.ts`]?.()) ?? {};
  const { plays, takesOver } = panel as { plays?: (data: unknown) => number; takesOver?: unknown };
  const read = Object.entries(all).map(([example, data]) => ({
    example,
    data,
    own: ownWords(data, panel.data),
  }));
  const longest = new Map<string, number>();
  for (const written of read.flatMap(({ own }) => own))
    longest.set(fieldOf(written), Math.max(longest.get(fieldOf(written)) ?? 0, written.text.length));
  return read.flatMap(({ example, data, own }) =>
    Array.from({ length: Math.max(1, plays?.(data) ?? 1) }, (_, play) => ({
      kind,
      example,
      play,
      data,
      component,
      own,
      longest,
      audiences: panel.audiences,
      takesOver: takesOver !== undefined,
      ringed: takesOver === undefined || panel.point !== null,
    })),
  );
}

/** A wall that every panel hangs on in each of its zones: what a leader's own profile may ask of a panel. */
const anything = 'portrait';

/**
 * Whether a scene may hang on a wall: it is for these people, it hangs in one of the zones that are there, and what takes over
 * hangs alone.
 */
export function mayHang({ kind, audiences, takesOver }: Scene, wall: string): boolean {
  const layout = walls[wall];
  if (!layout || !audiences.includes(layout.audience)) return false;
  if (layout.zones.length === 1) return true;
  if (takesOver) return false;
  const zone = zoneOf(kind, layout.profile);
  return wall === anything || layout.zones.some(({ id }) => id === zone);
}

const cut = (text: string, limit: number) => [...text].slice(0, limit).join('').trim() || '…';

/** A scene as it hangs in a manner; `turn` says with which of the naughty strings it begins. */
export function hangingOf(
  scene: Scene,
  wall: string,
  screen: ScreenName,
  { content, dir }: Manner,
  naughtyWords: readonly string[] = [],
  turn = 0,
): Hanging {
  const named = walls[wall];
  if (!named) throw new Error(`no wall ${wall}`);
  const other = (text: string, index: number, field: string): string => {
    if (content === 'own') return text;
    if (content === 'arabic') return arabicLike(text, index);
    // Each field begins elsewhere, so that all of them meet all strings.
    const naughty = naughtyWords[(turn + index * 101) % naughtyWords.length] ?? '';
    return cut(naughty, scene.longest.get(field) ?? 40);
  };
  const data = content === 'own' ? scene.data : withWords(scene.data, scene.own, other);
  const zone = zoneOf(scene.kind, named.profile);
  const everywhere = named.zones.length === 1 || wall === anything;
  const team = other(named.team.name, scene.own.length, 'team');
  return {
    component: scene.component,
    data,
    layout: {
      ...named,
      zones: named.zones.map((each) => ({ ...each, slots: everywhere || each.id === zone ? ['slot'] : [] })),
      ring: scene.ringed ? (rings.turning ?? null) : null,
      language: content === 'arabic' ? 'ar' : 'en',
      team: { ...named.team, name: team },
    },
    screen: screens[screen],
    dir,
    play: scene.play,
    own: [...stringsIn(data), team],
  };
}

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(stringsIn)
      : [];
