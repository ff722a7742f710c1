import { createTransport } from 'nodemailer';
import type { ActionPoint } from '../../domain/action-point';
import type { Help } from '../../domain/practice';
import { mayLead } from '../../domain/rights';
import { m } from '../../paraglide/messages';
import type { Commit, Store } from '../store/store';

/** TELLS LEADERS BY MAIL that somebody offers help, where mail is set up. */
export interface HelpMail {
  /** Stops following the store; what is being sent is given up. */
  close(): void;
}

/** One letter, in plain text. */
export interface Letter {
  from: string;
  to: string[];
  subject: string;
  text: string;
}

interface Parts {
  store: Store;
  /** `SMTP_URL`; null: no mail is sent. */
  smtpUrl: string | null;
  /** Where the board is, for the link in a letter. */
  address: string;
  report: (what: string, error: unknown) => void;
  /** For tests: how a letter is sent instead of by `smtpUrl`. */
  send?: (letter: Letter) => Promise<unknown>;
}

/** A mail server that does not answer is given up after so many milliseconds. */
const patience = 15_000;
const isAddress = (login: string): boolean => /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(login);
const points: Record<ActionPoint, () => string> = {
  thanks: m.point_thanks,
  feedback: m.point_feedback,
  involve: m.point_involve,
  focus: m.point_focus,
};

/** Whom letters come from: the mail server’s own account where that is an address. */
function senderOf(smtpUrl: string): string {
  const { username, hostname } = new URL(smtpUrl);
  const user = decodeURIComponent(username);
  return isAddress(user) ? user : `huddleboard@${hostname}`;
}

/**
 * Writes to the team’s leaders and owners whose login is a mail address, once an offer of help is durable. Whether a letter arrives is of
 * no matter to the offer: it stands on the leader’s home, and a mail that fails is reported and no more.
 */
export function mailHelp({ store, smtpUrl, address, report, send }: Parts): HelpMail {
  if (smtpUrl === null && !send) return { close: () => {} };
  const transport =
    smtpUrl === null || send
      ? undefined
      : createTransport({
          url: smtpUrl,
          connectionTimeout: patience,
          greetingTimeout: patience,
          socketTimeout: patience,
        });
  const post = send ?? ((letter: Letter) => transport?.sendMail(letter) ?? Promise.resolve());
  const from = smtpUrl === null ? 'huddleboard@localhost' : senderOf(smtpUrl);

  async function tell({ team: id, point, name, by }: Help): Promise<void> {
    const team = await store.get('team', id);
    const accounts = await store.list('account', { status: 'active' });
    const to = accounts.records
      .filter((account) => account.id !== by && mayLead({ as: 'account', ...account }, id))
      .map(({ login }) => login)
      .filter(isAddress);
    if (!team || to.length === 0) return;
    await post({
      from,
      to,
      subject: m.help_mail_subject({ name, team: team.name }),
      text: m.help_mail_text({
        name,
        point: points[point](),
        team: team.name,
        address: `${address}/admin/${id}`,
      }),
    });
  }

  function onCommit({ changes }: Commit): void {
    for (const change of changes)
      if ('put' in change && change.put === 'help' && change.record.status === 'offered')
        tell(change.record as Help).catch((error: unknown) =>
          report('A mail about help was not sent.', error),
        );
  }

  const stop = store.watch(onCommit);
  return {
    close() {
      stop();
      transport?.close();
    },
  };
}
