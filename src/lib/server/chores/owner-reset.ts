import { pino } from 'pino';
import { m } from '../../paraglide/messages';
import type { Result } from '../../domain/refusal';
import { createIntake } from '../intake/intake';
import { inWords, sentenceOf } from '../intake/say';
import { openStore } from '../store/open-store';

/** The reset ends here; `message` is a sentence for whoever ran it. */
export class ResetRefusal extends Error {
  override name = 'ResetRefusal';
}

/**
 * Gives an owner a new password and signs every browser of theirs out. For whoever sits at the machine: the server has to be
 * stopped, since the store is open once. `login` may be left out where there is one owner.
 *
 * @throws {ResetRefusal} @throws {StartRefusal} where the store is in use or cannot be read
 */
export async function resetOwner(
  dataDir: string,
  login: string | undefined,
  {
    password,
    hash,
    now,
  }: { password: string; hash: (password: string) => Promise<Result<string>>; now: () => Date },
): Promise<{ login: string; password: string }> {
  const store = await openStore({ dir: dataDir, now }).catch(inWords);
  try {
    const { records } = await store.list('account', { status: 'active' });
    const owners = records.filter(({ role }) => role === 'owner');
    if (owners.length === 0) throw new ResetRefusal(m.owner_reset_none({ folder: dataDir }));
    const logins = owners
      .map((owner) => owner.login)
      .sort()
      .join(', ');
    const named = owners.filter((owner) => login === undefined || owner.login === login.trim().toLowerCase());
    const [owner] = named;
    if (!owner) throw new ResetRefusal(m.owner_reset_unknown({ login: login ?? '', logins }));
    if (named.length > 1) throw new ResetRefusal(m.owner_reset_which({ logins }));
    const hashed = await hash(password);
    if (!hashed.ok) throw new ResetRefusal(sentenceOf(hashed.refusal));
    const intake = createIntake({ store, now, log: pino({ level: 'silent' }) });
    const outcome = await intake.submit(
      'account:password',
      { id: owner.id, passwordHash: hashed.value },
      { as: 'house' },
    );
    if (!outcome.ok) throw new ResetRefusal(sentenceOf(outcome.refusal));
    return { login: owner.login, password };
  } finally {
    await store.close();
  }
}
