import { fail, redirect } from '@sveltejs/kit';
import { isTimeZone } from '$lib/domain/calendar';
import { customerWords } from '$lib/domain/records';
import { m } from '$lib/paraglide/messages';
import { fillSampleTeam } from '$lib/server/sample-team/fill';
import { letIn } from '../let-in';
import type { Actions, PageServerLoad } from './$types';

const texts = ['name', 'login', 'organisation', 'start', 'team', 'timeZone', 'customer'] as const;
type Typed = Record<(typeof texts)[number], string>;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { auth } = locals.house;
  const code = url.searchParams.get('code') ?? '';
  const claimed = (await auth.setupCode()) === undefined;
  return {
    state: claimed ? ('claimed' as const) : auth.isSetupCode(code) ? ('open' as const) : ('locked' as const),
    typedCode: code !== '',
    timeZones: [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])],
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    customers: customerWords,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { request, url } = event;
    const { house } = event.locals;
    const form = await request.formData();
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const typed = Object.fromEntries(texts.map((name) => [name, text(name).trim()])) as Typed;
    const refused = (status: number, message: string, fields: Record<string, string> = {}) =>
      fail(status, { typed, message, fields });

    if (!house.auth.isSetupCode(url.searchParams.get('code') ?? '')) return refused(403, m.setup_code_over());

    const sample = typed.start === 'sample';
    const customer = customerWords.find((word) => word === typed.customer);
    const fields: Record<string, string> = {};
    if (!typed.name) fields.name = m.setup_name_missing();
    if (!/^[\w.@+-]{2,60}$/.test(typed.login)) fields.login = m.setup_login_wrong();
    if ([...text('password')].length < 10) fields.password = m.setup_password_short();
    if (!typed.organisation) fields.organisation = m.setup_organisation_missing();
    if (!sample) {
      if (!typed.team) fields.team = m.setup_team_missing();
      if (!isTimeZone(typed.timeZone)) fields.timeZone = m.setup_zone_wrong();
      if (!customer) fields.customer = m.setup_customer_missing();
    }
    if (Object.keys(fields).length > 0) return refused(422, m.ui_look_again(), fields);

    const hash = await house.auth.hashPassword(text('password'));
    if (!hash.ok) {
      const { message } = house.say(hash.refusal);
      return hash.refusal.kind === 'invalid'
        ? refused(422, m.ui_look_again(), { password: message })
        : refused(429, message);
    }
    const account = {
      id: house.newId(),
      login: typed.login.toLowerCase(),
      name: typed.name,
      passwordHash: hash.value,
    };
    const team = {
      id: house.newId(),
      name: typed.team,
      timeZone: typed.timeZone,
      customer: customer ?? 'customer',
    };
    const claim = await house.intake.submit(
      'setup:claim',
      {
        organisation: { name: typed.organisation, secret: house.auth.newSecret() },
        account,
        team: sample ? null : team,
      },
      { as: 'house' },
    );
    if (!claim.ok) {
      const said = house.say(claim.refusal);
      const named = Object.entries(said.fields).map(([path, sentence]) => {
        const [room, field] = path.split('.');
        return [field === 'name' && room !== 'account' ? room : (field ?? path), sentence];
      });
      return refused(422, said.message, Object.fromEntries(named));
    }

    // From here on the owner is in; what follows can be done again in admin.
    if (sample) {
      await fillSampleTeam(house.store, house.profiles.list(), house.now());
    } else {
      await house.intake.submit(
        'question:ask',
        { id: house.newId(), team: team.id, text: m.setup_first_question(), metric: 'nps' },
        { as: 'account', id: account.id, name: account.name, role: 'owner', teams: [team.id] },
      );
    }
    const refusal = await letIn(event, typed.login, text('password'));
    redirect(303, refusal ? '/admin/sign-in' : '/admin');
  },
};
