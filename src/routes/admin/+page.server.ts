import { redirect } from '@sveltejs/kit';
import { customerWords } from '$lib/domain/records';
import { m } from '$lib/paraglide/messages';
import { byGroup, displaysOf, teamsOf } from './access';
import { carryOut, leaderOf, sayNo, typedIn } from './answer';
import { noticesFor } from './notices';
import { templateOf } from './template-words';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house } = event.locals;
  if (leader.role === 'manager') redirect(303, '/admin/grid');
  const own = await teamsOf(house, leader);
  const closed = await teamsOf(house, leader, 'closed');
  const only = own.length === 1 ? own[0] : undefined;
  if (only && !event.url.searchParams.has('all')) redirect(303, `/admin/${only.id}`);
  const { groups, group, teams } = await byGroup(house, own, event.url);
  const waiting = await Promise.all(
    teams.map(async ({ id }) => {
      const page = await house.store.list('verbatim', { team: id, status: 'waiting' }, { limit: 100 });
      return { count: page.records.length, more: page.next !== null };
    }),
  );
  const standings = await Promise.all(teams.map(({ id }) => house.boards.standing(id)));
  return {
    groups,
    group,
    teams: teams.map(({ id, name }, at) => ({
      id,
      name,
      waiting: waiting[at] ?? { count: 0, more: false },
      late: Boolean(standings[at]?.late.length),
      quiet: standings[at]?.quiet ?? null,
    })),
    displays: (await displaysOf(house, leader)).length,
    /** Teams that are no more; an owner opens them again. */
    closed: closed.map(({ id, name }) => ({ id, name })),
    notices: [
      ...noticesFor(house, leader),
      ...(leader.role === 'owner' ? [] : closed.map(({ name }) => m.team_closed_page({ team: name }))),
    ],
  };
};

export const actions: Actions = {
  open: async (event) => {
    const typed = await typedIn(event.request);
    return carryOut(event, 'open', 'team:open', { team: typed.id ?? '' }, typed, m.team_opened());
  },
  add: async (event) => {
    const leader = leaderOf(event);
    const typed = await typedIn(event.request);
    const id = event.locals.house.newId();
    const customer = customerWords.find((word) => word === typed.customer) ?? 'customer';
    const outcome = await event.locals.house.intake.submit(
      'team:add',
      {
        id,
        name: typed.name ?? '',
        timeZone: typed.timeZone ?? '',
        customer,
        ...templateOf(typed.template, event.locals.house.newId),
      },
      leader,
    );
    if (!outcome.ok) return sayNo('add', outcome.refusal, typed);
    redirect(303, `/admin/${id}`);
  },
};
