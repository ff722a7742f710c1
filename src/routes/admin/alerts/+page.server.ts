import { error, type RequestEvent } from '@sveltejs/kit';
import { usualAlerts } from '$lib/domain/alert';
import { mayRun } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { displaysOf } from '../access';
import { carryOut, leaderOf, numberIn, sayField, sayYes, typedIn } from '../answer';
import type { Actions, PageServerLoad } from './$types';

type Event = Pick<RequestEvent, 'locals' | 'url'>;

/** The owner who is signed in. @throws 403 for everybody else */
function ownerOf(event: Event) {
  const leader = leaderOf(event);
  if (!mayRun(leader)) error(403, m.alerts_owners_only());
  return leader;
}

/** So many of the newest outages stand on the page. */
const shown = 30;

export const load: PageServerLoad = async (event) => {
  const leader = ownerOf(event);
  const { house } = event.locals;
  const [alerts, outages, displays] = await Promise.all([
    house.store.get('alerts', 'alerts'),
    house.store.list('outage', {}, { limit: shown }),
    displaysOf(house, leader),
  ]);
  const { mail, url, quiet, timeZone } = alerts ?? {
    ...usualAlerts,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const names = new Map(displays.map(({ id, name }) => [id, name]));
  return {
    version: alerts?.version ?? 0,
    mail,
    mails: house.alerts.mails,
    url,
    quiet,
    timeZone,
    faults: [...house.alerts.faults],
    outages: outages.records.map(({ id, display, at, until, told }) => ({
      id,
      name: names.get(display) ?? m.admin_no_such_display(),
      at,
      until,
      told,
    })),
  };
};

export const actions: Actions = {
  set: async (event) => {
    ownerOf(event);
    const { house } = event.locals;
    const typed = await typedIn(event.request);
    const known = await house.store.get('alerts', 'alerts');
    const url = typed.url?.trim() || null;
    // A secret is made with the first address, and anew when that is asked for.
    const secret =
      url !== null && (!known?.secret || typed.renew === 'on') ? house.alerts.newSecret() : undefined;
    const input = {
      saw: Number(typed.saw) > 0 ? numberIn(typed.saw) : null,
      mail: typed.mail === 'on',
      url,
      ...(secret === undefined ? {} : { secret }),
      quiet: typed.quiet === 'on' ? { from: typed.quietFrom ?? '', to: typed.quietTo ?? '' } : null,
      timeZone: typed.timeZone?.trim() ?? '',
    };
    const rename = { 'quiet.from': 'quietFrom', 'quiet.to': 'quietTo' };
    const answer = await carryOut(event, 'set', 'alerts:set', input, typed, m.alerts_saved(), rename);
    return 'ok' in answer && secret !== undefined ? { ...answer, once: secret } : answer;
  },
  test: async (event) => {
    ownerOf(event);
    const fault = await event.locals.house.alerts.test();
    return fault === null ? sayYes('test', m.alerts_tested()) : sayField('test', '', fault, {});
  },
};
