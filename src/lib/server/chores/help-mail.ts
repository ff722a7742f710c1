import type { ActionPoint } from '../../domain/action-point';
import type { Help } from '../../domain/practice';
import { mayLead } from '../../domain/rights';
import { m } from '../../paraglide/messages';
import type { Commit, Store } from '../store/store';
import { isAddress, openLetters, type Letter } from './letters';

/** TELLS LEADERS BY MAIL that somebody offers help, where mail is set up. */
export interface HelpMail {
  /** Stops following the store; what is being sent is given up. */
  close(): void;
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

const points: Record<ActionPoint, () => string> = {
  thanks: m.point_thanks,
  feedback: m.point_feedback,
  involve: m.point_involve,
  focus: m.point_focus,
};

/**
 * Writes to the team’s leaders and owners whose login is a mail address, once an offer of help is durable. Whether a letter arrives is of
 * no matter to the offer: it stands on the leader’s home, and a mail that fails is reported and no more.
 */
export function mailHelp({ store, smtpUrl, address, report, send }: Parts): HelpMail {
  const letters = openLetters(smtpUrl, send);
  if (!letters) return { close: () => {} };

  async function tell({ team: id, point, name, by }: Help): Promise<void> {
    const team = await store.get('team', id);
    const accounts = await store.list('account', { status: 'active' });
    const to = accounts.records
      .filter((account) => account.id !== by && mayLead({ as: 'account', ...account }, id))
      .map(({ login }) => login)
      .filter(isAddress);
    if (!team || to.length === 0) return;
    await letters?.send({
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

  function onCommit({ changes, kinds }: Commit): void {
    if (!kinds.has('help')) return;
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
      letters.close();
    },
  };
}
