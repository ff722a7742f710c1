import { error, fail, redirect } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { wallShape } from '$lib/ui/wall-shape';
import { displaysOf, teamsOf } from '../admin/access';
import type { Actions, PageServerLoad } from './$types';

/** Codes are read aloud and typed in groups; only the letters count. */
const lettersOf = (code: string) =>
  code
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .slice(0, 8);

export const load: PageServerLoad = async ({ locals, url }) => {
  const { house, leader } = locals;
  if (!leader) redirect(303, `/admin/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`);

  const done = url.searchParams.get('done');
  if (done) {
    const display = await house.store.get('display', done);
    if (!display) error(404, { message: m.pair_unknown_display() });
    return { step: 'done', name: display.name, display: display.id } as const;
  }

  const typed = url.searchParams.get('code');
  if (typed === null) return { step: 'code', typed: '', problem: '' } as const;
  const code = lettersOf(typed);
  if (code.length !== 8) return { step: 'code', typed, problem: m.pair_code_short() } as const;
  const found = await house.auth.findPairing(code, leader);
  if (!found.ok) return { step: 'code', typed, problem: house.say(found.refusal).message } as const;
  return {
    step: 'place',
    code,
    screen: found.value.screen,
    address: found.value.address,
    teams: (await teamsOf(house, leader)).map(({ id, name }) => ({ id, name })),
    /** Where a TV hangs already that this one may take the place of. */
    displays: (await displaysOf(house, leader)).map(({ id, name }) => ({ id, name })),
    profiles: house.profiles
      .list()
      .filter(({ name }) => name !== 'phone')
      .map(({ name, title, description, ...wall }) => ({
        name,
        title,
        description,
        shape: wallShape(wall),
      })),
  } as const;
};

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    const { house, leader } = locals;
    if (!leader) redirect(303, `/admin/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`);
    const form = await request.formData();
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const typed = { team: text('team'), name: text('name'), profile: text('profile') };
    const refused = (status: number, message: string, fields: Record<string, string> = {}) =>
      fail(status, { typed, message, fields });

    const replaces = text('replaces');
    if (replaces) {
      const found = await house.auth.findPairing(lettersOf(text('code')), leader);
      if (!found.ok) return refused(409, house.say(found.refusal).message);
      const input = { pairing: found.value.id, display: replaces };
      const outcome = await house.intake.submit('pairing:replace', input, leader);
      if (!outcome.ok) return refused(409, house.say(outcome.refusal).message);
      redirect(303, `/pair?done=${encodeURIComponent(replaces)}`);
    }

    const fields: Record<string, string> = {};
    const profile = house.profiles.get(typed.profile);
    if (!typed.name) fields.name = m.pair_name_missing();
    if (!typed.team) fields.team = m.pair_team_missing();
    if (!profile) fields.profile = m.pair_profile_missing();
    if (!profile || Object.keys(fields).length > 0) return refused(422, m.ui_look_again(), fields);

    const found = await house.auth.findPairing(lettersOf(text('code')), leader);
    if (!found.ok) return refused(409, house.say(found.refusal).message);
    const id = house.newId();
    const outcome = await house.intake.submit(
      'pairing:approve',
      {
        pairing: found.value.id,
        display: {
          id,
          ...typed,
          // Whoever hangs it reads it.
          language: locals.language === profile.language ? null : locals.language,
          playlist: profile.defaults.map((item) => ({ ...item, id: house.newId() })),
        },
      },
      leader,
    );
    if (!outcome.ok) {
      const said = house.say(outcome.refusal);
      return refused(
        422,
        said.message,
        Object.fromEntries(
          Object.entries(said.fields).map(([path, sentence]) => [path.replace(/^display\./, ''), sentence]),
        ),
      );
    }
    redirect(303, `/pair?done=${encodeURIComponent(id)}`);
  },
};
