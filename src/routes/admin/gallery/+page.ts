import { isPanelKind, registry, type PanelKind } from '$lib/panels/registry';
import { besides, componentOf, examplesOf, kinds, pictures } from './pictures';
import { logos, profiles, rings, screens, walls } from './walls';
import { actionPoints } from '$lib/domain/action-point';
import { accentOf, brandOf, type FieldAccent } from '$lib/domain/brand';
import { m } from '$lib/paraglide/messages';
import type { PageLoad } from './$types';

/** Everything that draws one example on one wall, in the look that an address asks for. */
async function hung(panel: PanelKind, example: string, wall: string, wanted: URLSearchParams) {
  const theme = wanted.get('theme');
  const motion = wanted.get('motion');
  const screen = wanted.get('screen') ?? '';
  const layout = walls[wall] ?? walls['break-room'];
  return {
    component: await componentOf(panel),
    data: (await examplesOf(panel))[example],
    besides: wanted.has('alone') ? {} : await besides(panel, wall),
    layout: layout && {
      ...layout,
      theme: theme === 'evening' || theme === 'dim' || theme === 'daylight' ? theme : layout.theme,
      accent: accentIn(wanted.get('accent'), theme),
      logo: logos[wanted.get('logo') ?? ''] ?? null,
      ring: rings[wanted.get('ring') ?? ''] ?? null,
      motion: motion === 'full' || motion === 'calm' ? motion : layout.motion,
    },
    window: Object.entries(screens).find(([name]) => name === screen)?.[1],
    dir: wanted.get('dir') === 'rtl' ? ('rtl' as const) : ('ltr' as const),
    noNews: wanted.get('link') === 'lost' ? m.wall_no_link({ time: '14:10' }) : null,
    play: Number(wanted.get('play') ?? 0),
  };
}

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
 * `screens`; `&theme=`, `&motion=`, `&dir=rtl`, `&play=`, `&ring=` (one of `rings`), `&accent=0a43c4-thanks` (colour and whose field),
 * `&logo=` (one of `logos`), `&link=lost`, `&alone` (nothing else in the other zones) change it. Without an example: small pictures to
 * look through, of one `panel` or all, on one kind of wall (`profile`) or all, in the same `theme`, `dir` and `ring`.
 */
export const load: PageLoad = async ({ url }) => {
  const wanted = url.searchParams;
  const panel = wanted.get('panel') ?? '';
  const example = wanted.get('example');
  if (!isPanelKind(panel) || example === null) {
    const one = isPanelKind(panel) ? panel : undefined;
    // The first look is at one panel on the first wall.
    const first = wanted.size === 0;
    const profile = first ? 'break-room' : (wanted.get('profile') ?? '');
    const look = first ? new URLSearchParams({ ring: 'turning' }) : wanted;
    const titles = await Promise.all(
      kinds.map(async (kind) => ({
        value: kind as string,
        label: (await registry[kind].panel()).panel.title(),
      })),
    );
    return {
      sheet: {
        panels: titles,
        profiles: profiles.map(({ name, title }) => ({ value: name, label: title })),
        rings: Object.keys(rings),
        chosen: {
          panel,
          profile,
          theme: wanted.get('theme') ?? '',
          dir: wanted.get('dir') ?? '',
          ring: wanted.get('ring') ?? (first ? 'turning' : ''),
        },
        pictures: await Promise.all(
          (await pictures({ panel: one, profile: profile || undefined, oneEach: !one })).map(
            async (picture) => ({
              ...picture,
              hung: await hung(picture.panel, picture.example, picture.wall, look),
            }),
          ),
        ),
      },
    };
  }
  return {
    hung: { name: url.search, ...(await hung(panel, example, wanted.get('profile') ?? '', wanted)) },
  };
};
