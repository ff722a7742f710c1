import { outageId, outagesKept } from '../alert';
import { isTimeZone } from '../calendar';
import { isHouse, mayRun } from '../rights';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  notThere,
  nothingToDo,
  updated,
  type Decider,
} from './decision';

/** A display went dark; one outage at a time. */
export const beginOutage: Decider<'outage:begin'> = ({ since }, { display, outages }, actor, now) => {
  if (!isHouse(actor)) return forbidden();
  if (display?.status !== 'active') return notThere();
  if (outages.some(({ status }) => status === 'dark')) return nothingToDo();
  const begun = new Date(since);
  const old = new Date(now.getTime() - outagesKept).toISOString();
  return created(
    add('outage', {
      id: outageId(display.id, begun),
      team: display.team,
      at: begun.toISOString(),
      status: 'dark',
      batch: null,
      display: display.id,
      told: null,
      until: null,
    }),
    ...outages
      .filter(({ until }) => until !== null && until < old)
      .map(({ id }) => ({ erase: 'outage' as const, id })),
  );
};

export const tellOutages: Decider<'outage:tell'> = (_, { outages }, actor, now) => {
  if (!isHouse(actor)) return forbidden();
  const changes = outages.flatMap((outage) =>
    outage && outage.told === null ? [edit('outage', outage, { told: now.toISOString() })] : [],
  );
  return changes.length > 0 ? updated(...changes) : nothingToDo();
};

export const endOutage: Decider<'outage:end'> = (_, { outage }, actor, now) => {
  if (!isHouse(actor)) return forbidden();
  if (!outage) return notThere();
  if (outage.status === 'over') return nothingToDo();
  return updated(edit('outage', outage, { status: 'over', until: now.toISOString() }));
};

/** Where a webhook may go: by http or https, without a name and password in the address. */
function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && hostname !== '' && !username && !password;
}

/** An owner settles who is told of walls that are dark. */
export const setAlerts: Decider<'alerts:set'> = (input, { alerts }, actor, now) => {
  if (!mayRun(actor)) return forbidden();
  const { saw, mail, quiet, timeZone } = input;
  const url = input.url?.trim() || null;
  const secret = input.secret ?? alerts?.secret ?? null;
  if (!isTimeZone(timeZone)) return invalid({ code: 'unknown-time-zone', path: 'timeZone' });
  if (url !== null && !isAddress(url)) return invalid({ code: 'alert-address', path: 'url' });
  if (quiet && quiet.from === quiet.to) return invalid({ code: 'always-quiet-alerts', path: 'quiet.to' });
  if (url !== null && secret === null) return invalid({ code: 'missing', path: 'secret' });
  if ((alerts?.version ?? null) !== saw) return changedMeanwhile();
  const settled = { mail, url, secret: url === null ? null : secret, quiet, timeZone };
  if (alerts) return updated(edit('alerts', alerts, settled));
  return created(
    add('alerts', {
      ...{ id: 'alerts', team: null, at: now.toISOString(), status: 'set', batch: null },
      ...settled,
    }),
  );
};
