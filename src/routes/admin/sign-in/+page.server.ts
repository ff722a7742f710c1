import { fail, redirect } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { cookieName, cookieOptions, sessionCookie } from '$lib/server/auth/auth';
import { letIn } from '../../let-in';
import type { Actions, PageServerLoad } from './$types';

/** Where to go after signing in: a path of ours, never another site's. */
function nextOf(url: URL): string {
  const next = url.searchParams.get('to') ?? url.searchParams.get('next') ?? '';
  return /^\/(?![/\\])/.test(next) ? next : '/admin';
}

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.leader) redirect(303, nextOf(url));
  return { pairing: nextOf(url).startsWith('/pair') };
};

export const actions: Actions = {
  'sign-in': async (event) => {
    const { request, url } = event;
    const { house } = event.locals;
    const form = await request.formData();
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const login = text('login').trim();
    const fields: Record<string, string> = {};
    if (!login) fields.login = m.signin_login_missing();
    if (!text('password')) fields.password = m.signin_password_missing();
    if (Object.keys(fields).length > 0) return fail(422, { login, message: '', fields });

    const refusal = await letIn(event, login, text('password'));
    if (refusal) {
      const { kind } = refusal;
      return fail(kind === 'busy' ? 429 : kind === 'unavailable' ? 503 : 403, {
        login,
        ...house.say(refusal),
      });
    }
    redirect(303, nextOf(url));
  },
  'sign-out': async ({ locals, cookies, url }) => {
    const secure = url.protocol === 'https:';
    const name = cookieName(sessionCookie, secure);
    const secret = cookies.get(name);
    if (secret) await locals.house.auth.signOut(secret);
    cookies.delete(name, cookieOptions(secure, 0));
    redirect(303, '/admin/sign-in');
  },
};
