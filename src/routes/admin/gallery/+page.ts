import type { Component } from 'svelte';
import { isPanelKind, registry } from '$lib/panels/registry';
import type { PanelProps } from '$lib/panels/panel';
import { windowOf } from '$lib/screen/geometry';
import { logos, rings, screens, underRing, walls } from './walls';
import { actionPoints } from '$lib/domain/action-point';
import { accentOf, brandOf, type FieldAccent } from '$lib/domain/brand';
import { m } from '$lib/paraglide/messages';
import type { PageLoad } from './$types';

const examples = import.meta.glob<Record<string, unknown>>('../../../lib/panels/*/example.ts', {
  import: 'examples',
});

const examplesOf = async (kind: string) =>
  (await examples[`../../../lib/panels/${kind}/example.ts`]?.()) ?? {};

/** A colour and the field that it takes the place of, as a wall would draw them. */
function accentIn(text: string | null, theme: string | null): FieldAccent | null {
  const [colour, replaces] = text?.split('-') ?? [];
  const field = [...actionPoints, 'neutral' as const].find((each) => each === replaces);
  if (!field || !/^[0-9a-f]{6}$/.test(colour ?? '')) return null;
  const wanted = theme === 'dim' || theme === 'daylight' ? theme : 'evening';
  return accentOf(brandOf(`#${colour}`, field), field, wanted);
}

/**
 * `?panel=&example=` draws one example as it hangs on a wall; `&profile=` names one of `walls`, `&screen=` one of
 * `screens`; `&theme=`, `&motion=`, `&dir=rtl`, `&play=`, `&ring=` (one of `rings`), `&accent=0a43c4-thanks` (colour and whose field), `&logo=` (one of `logos`), `&link=lost` change it. Without a panel: all there is.
 */
export const load: PageLoad = async ({ url }) => {
  const wanted = url.searchParams;
  const panel = wanted.get('panel') ?? '';
  const example = wanted.get('example') ?? 'ordinary';
  if (!isPanelKind(panel)) {
    const kinds = Object.keys(examples).map((path) => path.split('/').at(-2) ?? '');
    const index = await Promise.all(
      kinds.map(async (kind) => ({ kind, names: Object.keys(await examplesOf(kind)) })),
    );
    return {
      index,
      walls: Object.entries(walls).map(([name, layout]) => ({
        name,
        profile: layout.profile,
        screen: windowOf(layout),
      })),
      rings: Object.keys(rings),
      underRing,
    };
  }
  const theme = wanted.get('theme');
  const screen = wanted.get('screen') ?? '';
  const motion = wanted.get('motion');
  const layout = walls[wanted.get('profile') ?? ''] ?? walls['break-room'];
  const component = (await registry[panel].component()).default as Component<PanelProps<unknown>>;
  return {
    hung: {
      name: url.search,
      component,
      data: (await examplesOf(panel))[example],
      layout: layout && {
        ...layout,
        theme: theme === 'dim' || theme === 'daylight' ? theme : layout.theme,
        accent: accentIn(wanted.get('accent'), wanted.get('theme')),
        logo: logos[wanted.get('logo') ?? ''] ?? null,
        ring: rings[wanted.get('ring') ?? ''] ?? null,
        motion: motion === 'full' || motion === 'calm' ? motion : layout.motion,
      },
      window: Object.entries(screens).find(([name]) => name === screen)?.[1],
      dir: wanted.get('dir') === 'rtl' ? ('rtl' as const) : ('ltr' as const),
      noNews: wanted.get('link') === 'lost' ? m.wall_no_link({ time: '14:10' }) : null,
      play: Number(wanted.get('play') ?? 0),
    },
  };
};
