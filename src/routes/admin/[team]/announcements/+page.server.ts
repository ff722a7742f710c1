import { localDay, localTime, momentOf } from '$lib/domain/calendar';
import { m } from '$lib/paraglide/messages';
import { teamFor } from '../../access';
import { carryOut, leaderOf, sayField, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const { team } = await parent();
  const page = await locals.house.store.list(
    'announcement',
    { team: params.team, status: 'published' },
    { after: url.searchParams.get('after'), limit: 20 },
  );
  const now = locals.house.now();
  return {
    announcements: page.records,
    next: page.next,
    earliest: `${localDay(now, team.timeZone)}T${localTime(now, team.timeZone)}`,
  };
};

/** A moment typed as the team's local `YYYY-MM-DDTHH:MM`; null for none, undefined for one that cannot be read. */
function momentIn(text: string | undefined, timeZone: string): string | null | undefined {
  if (!text) return null;
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2})?$/.exec(text);
  const [, day, time] = found ?? [];
  if (!day || !time || Number.isNaN(Date.parse(`${day}T${time}:00Z`))) return undefined;
  return momentOf(day, time, timeZone).toISOString();
}

export const actions: Actions = {
  add: async (event) => {
    const typed = await typedIn(event.request);
    const team = await teamFor(event.locals.house, leaderOf(event), event.params.team);
    const from = momentIn(typed.from, team.timeZone);
    if (from === undefined) return sayField('add', 'from', m.admin_no_such_moment(), typed);
    const until = momentIn(typed.until, team.timeZone);
    if (until === undefined) return sayField('add', 'until', m.admin_no_such_moment(), typed);
    const input = {
      id: event.locals.house.newId(),
      team: team.id,
      title: typed.title ?? '',
      text: typed.text ?? '',
      from,
      until,
    };
    return carryOut(event, 'add', 'announcement:add', input, typed, m.admin_announcement_added());
  },
  withdraw: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'list', 'announcement:withdraw', input, typed, m.admin_announcement_withdrawn());
  },
};
