import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { hadCookie, withoutHad } from '$lib/screen/once';
import { sceneOf } from '$lib/screen/scene-walk';
import { displayCookie } from '$lib/server/auth/auth';
import { isDoorOpen, mayLook } from '$lib/server/auth/wall-door';
import { ownPage } from '../own-page';
import type { PageServerLoad } from './$types';

/** The wall's first board, so that its first paint is complete before any script runs. */
export const load: PageServerLoad = async ({ params, locals, cookies, url, request, setHeaders }) => {
  const { house, leader } = locals;
  const { boards, auth } = house;
  const display = params.id;
  const scene = sceneOf(url.searchParams);
  const pin = url.searchParams.get('pin') ?? undefined;

  const language = await boards.language(display);
  const isIn = await isDoorOpen(auth, display, cookies.get(displayCookie));
  const toKeep = ownPage(house, request, setHeaders, isIn);
  if (isIn) {
    await boards.cameBy(display, url.origin);
    const first = await boards.snapshot(display);
    if (first && toKeep) return { display, language, first: null, bare: true, preview: false, scene: 0 };
    if (first)
      return {
        display,
        language,
        first: withoutHad(first, cookies.get(hadCookie)),
        preview: url.searchParams.has('preview'),
        scene,
        pin,
      };
  }
  if (leader) {
    const first = await boards.snapshot(display);
    if (first && mayLook(leader, first.layout.team.id))
      return { display, language, first, preview: true, scene, pin };
    if (!first) error(404, { message: m.wall_refused_unknown(), code: 'unknown-display' });
  }
  return { display, language, first: null, preview: false, scene, pin: undefined };
};
