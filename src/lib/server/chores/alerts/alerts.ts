import { randomBytes } from 'node:crypto';
import { outageAfter, usualAlerts, type Alerts as Settled, type Outage } from '../../../domain/alert';
import type { Display } from '../../../domain/display';
import type { QuietHours } from '../../../domain/display-profile';
import { isQuiet, quietHoursOf } from '../../../domain/opening';
import type { Team } from '../../../domain/records';
import { mayLead } from '../../../domain/rights';
import { m } from '../../../paraglide/messages';
import type { Intake } from '../../intake/intake';
import type { Store } from '../../store/store';
import { isAddress, openLetters, type Letter } from '../letters';
import { deliver, NotTaken, type Destination, type Message } from './outgoing-hook';

/** SEES WALLS THAT ARE DARK in their opening hours, and tells those who can do something about it. */
export interface Alerts {
  /** Looks once; resolves when what it found is written down. It also looks by itself. */
  look(): Promise<void>;
  /** Sends a webhook that says it is a test. What went wrong, as a sentence; null where it was taken. */
  test(): Promise<string | null>;
  /** What last went wrong with telling somebody, as sentences; empty once it went well again. */
  readonly faults: readonly string[];
  /** Whether mail can be sent at all. */
  readonly mails: boolean;
  /** A new secret to sign webhooks with. */
  newSecret(): string;
  /** Stops looking; what is being sent is left to itself. */
  close(): void;
}

export interface AlertParts {
  store: Store;
  intake: Intake;
  now: () => Date;
  /** Whether a display’s screen is connected, and when it last was heard (ISO). */
  state: (display: string) => { connected: boolean };
  profile: (name: string) => { quietHours: QuietHours | null } | undefined;
  smtpUrl: string | null;
  /** Whether a webhook may go to a network of our own. */
  allowPrivate: boolean;
  /** Where the board is, for the link in a letter. */
  address: string;
  report: (what: string, error: unknown) => void;
  /** For tests: how often it looks by itself, in milliseconds; 0: never. */
  every?: number;
  send?: (letter: Letter) => Promise<unknown>;
  hook?: (to: Destination, message: Message, now: Date) => Promise<void>;
}

const house = { as: 'house' } as const;
/** How long after a try that failed the next one comes, in milliseconds; then it is given up. */
const waits = [60_000, 120_000, 300_000, 900_000, 1_800_000, 3_600_000];

/** One dark or returned display, as it is told of. */
interface Told {
  outage: Outage;
  display: Display;
  team: Team;
}

/** Something to be told by one way, tried until it is taken or given up. */
interface Errand {
  go: () => Promise<unknown>;
  fault: (error: unknown) => string;
  tries: number;
  next: number;
}

const hookFault = (error: unknown): string => {
  const why = error instanceof NotTaken ? error.message : 'unreachable';
  return m.alert_failed_hook({ why });
};

/** Starts looking at all displays, every half minute. */
export function openAlerts(parts: AlertParts): Alerts {
  const { store, intake, now, report, every = 30_000, hook = deliver } = parts;
  const letters = openLetters(parts.smtpUrl, parts.send);
  /** Since when a display has been dark, in milliseconds since 1970. */
  const darkSince = new Map<string, number>();
  const errands: Errand[] = [];
  const faults = new Map<'mail' | 'hook', string>();
  let looking: Promise<void> | undefined;
  let closed = false;

  const settled = async (): Promise<Pick<Settled, keyof typeof usualAlerts>> =>
    (await store.get('alerts', 'alerts')) ?? usualAlerts;

  async function all<K extends 'display' | 'outage' | 'account'>(kind: K, status: string) {
    return (await store.list(kind, { status })).records;
  }

  /** Which displays are dark by now for long enough, and which outages are over. */
  async function see(): Promise<void> {
    const at = now().getTime();
    const [displays, open] = [await all('display', 'active'), await all('outage', 'dark')];
    const dark = new Set<string>();
    for (const display of displays) {
      if (display.tokenHash === null && display.enrolHash === null) continue;
      const team = await store.get('team', display.team);
      const hours = quietHoursOf(display, parts.profile(display.profile));
      const isAsleep = isQuiet(hours, now(), display.timeZone ?? team?.timeZone ?? 'UTC');
      if (isAsleep || parts.state(display.id).connected) continue;
      dark.add(display.id);
      const since = darkSince.get(display.id) ?? at;
      darkSince.set(display.id, since);
      if (at - since < outageAfter || open.some((outage) => outage.display === display.id)) continue;
      const begun = { display: display.id, since: new Date(since).toISOString() };
      const outcome = await intake.submit('outage:begin', begun, house);
      if (!outcome.ok) report('That a display is dark was not written down.', outcome.refusal);
    }
    for (const id of darkSince.keys()) if (!dark.has(id)) darkSince.delete(id);
    for (const outage of open) {
      // After a start nobody has been heard of yet: what was dark is so until it comes back.
      const isBack = !dark.has(outage.display);
      if (isBack) await intake.submit('outage:end', { id: outage.id }, house);
    }
  }

  async function toldOf(outages: readonly Outage[]): Promise<Told[]> {
    const found = await Promise.all(
      outages.map(async (outage) => ({
        outage,
        display: await store.get('display', outage.display),
        team: await store.get('team', outage.team),
      })),
    );
    return found.filter((one): one is Told => one.display !== undefined && one.team !== undefined);
  }

  /** Letters to those who lead the teams, one each, and one webhook for all. */
  async function send(what: 'dark' | 'back', found: readonly Told[]): Promise<void> {
    if (found.length === 0) return;
    const { mail, url, secret, quiet, timeZone } = await settled();
    if (isQuiet(quiet, now(), timeZone)) return;
    if (mail && letters) {
      for (const account of await all('account', 'active')) {
        const own = found.filter(({ team }) => mayLead({ as: 'account', ...account }, team.id));
        if (own.length === 0 || !isAddress(account.login)) continue;
        const lines = own.map(({ display, team }) => `${display.name} (${team.name})`).join('\n');
        const words = { count: own.length, name: own[0]?.display.name ?? '' };
        const address = `${parts.address}/admin/displays`;
        errands.push({
          tries: 0,
          next: 0,
          fault: () => m.alert_failed_mail(),
          go: () =>
            letters.send({
              to: [account.login],
              subject: what === 'dark' ? m.alert_mail_subject(words) : m.alert_mail_back_subject(words),
              text:
                what === 'dark'
                  ? m.alert_mail_text({ lines, address })
                  : m.alert_mail_back_text({ lines, address }),
            }),
        });
      }
    }
    if (url !== null && secret !== null) {
      const message = {
        id: `${what}.${found.map(({ outage }) => outage.id).join('.')}`.slice(0, 200),
        type: what === 'dark' ? 'display.dark' : 'display.back',
        at: now().toISOString(),
        data: {
          displays: found.map(({ outage, display, team }) => ({
            ...{ id: display.id, name: display.name, team: { id: team.id, name: team.name } },
            ...{ since: outage.at, until: outage.until },
          })),
        },
      };
      const to = { url, secret, allowPrivate: parts.allowPrivate };
      errands.push({ tries: 0, next: 0, fault: hookFault, go: () => hook(to, message, now()) });
    }
  }

  /** What is new, unless it is an hour in which nobody is told. */
  async function tell(): Promise<void> {
    const { quiet, timeZone } = await settled();
    if (isQuiet(quiet, now(), timeZone)) return;
    const open = await all('outage', 'dark');
    const fresh = open.filter(({ told }) => told === null);
    if (fresh.length === 0) return;
    await send('dark', await toldOf(fresh));
    await intake.submit('outage:tell', { ids: fresh.map(({ id }) => id) }, house);
  }

  /** Carries errands out; nobody waits for them. */
  function run(): void {
    const at = now().getTime();
    for (const errand of errands.splice(0)) {
      if (errand.next > at) {
        errands.push(errand);
        continue;
      }
      const way = errand.fault === hookFault ? 'hook' : 'mail';
      errand.go().then(
        () => faults.delete(way),
        (error: unknown) => {
          faults.set(way, errand.fault(error));
          report('Somebody could not be told of a dark display.', error);
          const wait = waits[errand.tries];
          if (wait === undefined || closed) return;
          errands.push({ ...errand, tries: errand.tries + 1, next: now().getTime() + wait });
        },
      );
    }
  }

  // An outage that somebody was told of and that is over is told, too.
  const stop = store.watch(({ changes, kinds }) => {
    if (!kinds.has('outage')) return;
    const over = changes.flatMap((change) =>
      'put' in change && change.put === 'outage' && change.record.status === 'over' && change.record.told
        ? [change.record as Outage]
        : [],
    );
    if (over.length === 0) return;
    toldOf(over)
      .then((found) => send('back', found))
      .then(run)
      .catch((error: unknown) => report('That a display is back was not told.', error));
  });

  const look = (): Promise<void> =>
    (looking ??= (async () => {
      try {
        await see();
        await tell();
        run();
      } finally {
        looking = undefined;
      }
    })());

  const timer =
    every > 0
      ? setInterval(
          () => look().catch((error: unknown) => report('The displays could not be looked at.', error)),
          every,
        )
      : undefined;
  timer?.unref();

  return {
    look,
    get faults() {
      return [...faults.values()];
    },
    mails: letters !== undefined,
    newSecret: () => `whsec_${randomBytes(32).toString('base64')}`,
    async test() {
      const { url, secret } = await settled();
      if (url === null || secret === null) return m.alert_test_none();
      const at = now().toISOString();
      const message = { id: `test.${at}`, type: 'test', at, data: {} };
      try {
        await hook({ url, secret, allowPrivate: parts.allowPrivate }, message, now());
        return null;
      } catch (error) {
        return hookFault(error);
      }
    },
    close() {
      closed = true;
      clearInterval(timer);
      stop();
      letters?.close();
    },
  };
}
