import { usualAlerts } from '../../domain/alert';
import { localDay } from '../../domain/calendar';
import { isQuiet } from '../../domain/opening';
import type { Team } from '../../domain/records';
import { actorOf, maySee } from '../../domain/rights';
import type { Standing } from '../../domain/turn';
import { m } from '../../paraglide/messages';
import type { Intake } from '../intake/intake';
import type { Store } from '../store/store';
import { isAddress, openLetters, type Letter } from './letters';
import { lookAgain } from './nightly';

/** TELLS LEADERS AND MANAGERS BY MAIL that nobody moves a team’s board, once each time it stands still. */
export interface QuietWatch {
  /** Looks once; resolves when what it found is written down. It also looks by itself, once an hour. */
  look(): Promise<void>;
  /** Stops looking; what is being sent is given up. */
  close(): void;
}

interface Parts {
  store: Store;
  intake: Intake;
  now: () => Date;
  standing: (team: string) => Promise<Standing | undefined>;
  /** `SMTP_URL`; null: no mail is sent. */
  smtpUrl: string | null;
  /** Where the board is, for the link in a letter. */
  address: string;
  report: (what: string, error: unknown) => void;
  /** For tests: how often it looks by itself, in milliseconds; 0: never. */
  every?: number;
  send?: (letter: Letter) => Promise<unknown>;
}

const hour = 3_600_000;

/**
 * Writes to everybody who leads or helps a quiet team and whose login is a mail address, where mail is set up, wanted, and in no hour in
 * which nobody is told. That a letter went is noted with the turn before it goes: nobody is told twice of one standstill.
 */
export function watchQuiet({
  store,
  intake,
  now,
  standing,
  address,
  report,
  every = hour,
  ...way
}: Parts): QuietWatch {
  const letters = openLetters(way.smtpUrl, way.send);
  if (!letters) return { look: async () => {}, close: () => {} };
  let looking: Promise<void> = Promise.resolve();

  async function tell(team: Team, since: string): Promise<void> {
    const outcome = await intake.submit('turn:nudge', { team: team.id, since }, { as: 'house' });
    if (!outcome.ok || outcome.created + outcome.updated === 0) return;
    const teams = (await store.list('team')).records;
    const accounts = (await store.list('account', { status: 'active' })).records;
    const to = accounts
      .filter((account) => maySee(actorOf(account, teams), team.id))
      .map(({ login }) => login)
      .filter(isAddress);
    const words = {
      team: team.name,
      day: localDay(new Date(since), team.timeZone),
      address: `${address}/admin/${team.id}`,
    };
    const letter = { subject: m.quiet_mail_subject(words), text: m.quiet_mail_text(words) };
    // Each has their own: managers and leaders of a team need not know one another’s address.
    for (const one of to) await letters?.send({ ...letter, to: [one] });
  }

  async function lookNow(): Promise<void> {
    const { mail, quiet, timeZone } = (await store.get('alerts', 'alerts')) ?? usualAlerts;
    if (!mail || isQuiet(quiet, now(), timeZone)) return;
    for (const team of (await store.list('team', { status: 'active' })).records) {
      const since = (await standing(team.id))?.quiet?.since;
      if (since) await tell(team, since);
    }
  }

  const look = () =>
    (looking = looking
      .then(lookNow)
      .catch((error: unknown) => report('A mail about a quiet board was not sent.', error)));
  const timer = every > 0 ? lookAgain(look, every) : undefined;
  return {
    look,
    close() {
      clearInterval(timer);
      letters.close();
    },
  };
}
