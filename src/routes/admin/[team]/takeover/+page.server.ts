import { m } from '$lib/paraglide/messages';
import { displaysOf, teamFor } from '../../access';
import { carryOut, leaderOf, numberIn, sayField, typedIn } from '../../answer';
import { takeoverNotices } from '../../takeovers';
import { lengths } from './lengths';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { team, language } = await event.parent();
  const { house } = event.locals;
  const leader = leaderOf(event);
  const walls = await displaysOf(house, leader, team.id);
  return {
    on: await takeoverNotices(house, await teamFor(house, leader, team.id), walls, language),
    walls: walls.map(({ id, name }) => ({ id, name })),
  };
};

export const actions: Actions = {
  start: async (event) => {
    const typed = await typedIn(event.request);
    const { house } = event.locals;
    const leader = leaderOf(event);
    const team = await teamFor(house, leader, event.params.team);
    const { tone } = typed;
    if (tone !== 'alarm' && tone !== 'call')
      return sayField('start', 'tone', m.admin_takeover_no_tone(), typed);
    const minutes = numberIn(typed.minutes);
    const walls = await displaysOf(house, leader, team.id);
    const chosen = walls.filter(({ id }) => typed[`wall-${id}`] === 'on').map(({ id }) => id);
    if (walls.length > 0 && chosen.length === 0)
      return sayField('start', 'walls', m.admin_takeover_no_wall(), typed);
    const input = {
      id: house.newId(),
      team: team.id,
      tone,
      title: typed.title?.trim() || (tone === 'alarm' ? m.admin_takeover_alarm() : m.admin_takeover_call()),
      text: typed.text ?? '',
      displays: chosen.length === walls.length ? null : chosen,
      customers: typed.customers === 'on',
      until: new Date(
        house.now().getTime() + (lengths.includes(minutes) ? minutes : 15) * 60_000,
      ).toISOString(),
      reason: typed.reason || null,
    } as const;
    return carryOut(event, 'start', 'takeover:start', input, typed, m.admin_takeover_started());
  },
  end: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'end', 'takeover:end', input, typed, m.admin_takeover_ended());
  },
};
