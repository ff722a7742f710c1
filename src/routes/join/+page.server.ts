import { fail, redirect } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { letIn } from '../let-in';
import type { Actions, PageServerLoad } from './$types';

/** The longest secret that a link of ours holds. */
const secretOf = (url: URL) => (url.searchParams.get('code') ?? '').slice(0, 200);

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const { auth, store } = locals.house;
  const invitation = await auth.invitation(secretOf(url));
  if (!invitation) return { invitation: null };
  const { name, role, by } = invitation;
  const teams = await Promise.all(invitation.teams.map((team) => store.get('team', team)));
  const own = locals.leader?.id === by;
  return { invitation: { name, role, own, teams: teams.flatMap((team) => (team ? [team.name] : [])) } };
};

export const actions: Actions = {
  default: async (event) => {
    const { house } = event.locals;
    const form = await event.request.formData();
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const typed = { name: text('name').trim(), login: text('login').trim() };
    const refused = (status: number, message: string, fields: Record<string, string> = {}) =>
      fail(status, { typed, message, fields });

    const secret = secretOf(event.url);
    if (!(await house.auth.invitation(secret))) return refused(403, m.refusal_invitation_gone());
    const fields: Record<string, string> = {};
    if (!typed.name) fields.name = m.setup_name_missing();
    if (!/^[\w.@+-]{2,60}$/.test(typed.login)) fields.login = m.setup_login_wrong();
    if ([...text('password')].length < 10) fields.password = m.setup_password_short();
    if (Object.keys(fields).length > 0) return refused(422, m.ui_look_again(), fields);

    const hash = await house.auth.hashPassword(text('password'));
    if (!hash.ok) {
      const { message } = house.say(hash.refusal);
      return hash.refusal.kind === 'invalid'
        ? refused(422, m.ui_look_again(), { password: message })
        : refused(429, message);
    }
    const outcome = await house.intake.submit(
      'invitation:take',
      {
        secretHash: house.auth.hashOf(secret),
        ...(event.locals.leader && { signedIn: event.locals.leader.id }),
        account: { id: house.newId(), ...typed, passwordHash: hash.value },
      },
      { as: 'house' },
    );
    if (!outcome.ok) {
      const said = house.say(outcome.refusal);
      return refused(outcome.refusal.kind === 'invalid' ? 422 : 403, said.message, said.fields);
    }
    const refusal = await letIn(event, typed.login, text('password'));
    redirect(303, refusal ? '/admin/sign-in' : '/admin');
  },
};
