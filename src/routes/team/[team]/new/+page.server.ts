import { localDay } from '$lib/domain/calendar';
import { mayLead } from '$lib/domain/rights';
import { qrCode } from '$lib/panels/qr';
import { partaker } from '../huddle/huddle-view';
import { enter, phoneOf, teamOf } from '../phone';
import { forStarters } from './for-starters';
import type { PageServerLoad } from './$types';

/** The team for somebody who is new in it; whoever leads it finds the day's code there to hand on. */
export const load: PageServerLoad = async ({ locals, params, cookies, url, setHeaders }) => {
  const { house, language } = locals;
  const team = await teamOf(house, params.team);
  await enter(house, team, cookies, url);
  // The code is not for whoever has the phone after its leader.
  setHeaders({ 'cache-control': 'no-store' });
  const now = house.now();
  const today = localDay(now, team.timeZone);
  const { id, name, customer, minimumN } = team;
  const page = { team: { id, name, customer, minimumN }, language, today };
  const actor = await partaker(locals, id, cookies, url);
  if (!actor)
    return {
      ...page,
      old: url.searchParams.has('old'),
      what: null,
      leads: false,
      takesPart: false,
      code: null,
    };
  const leads = mayLead(actor, id);
  const join = encodeURIComponent(leads ? await house.auth.joinCode(id, today) : '');
  return {
    ...page,
    old: false,
    what: await forStarters(house, team, now),
    leads,
    /** This browser may go on to where a phone takes part: a leader’s does once it has scanned the wall. */
    takesPart: (await phoneOf(house, id, cookies, url)) !== undefined,
    /** Lets the phone of somebody new in, and leads it here. */
    code: leads ? qrCode(`${house.config.publicUrl ?? url.origin}/team/${id}/new?join=${join}`) : null,
  };
};
