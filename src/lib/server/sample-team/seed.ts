import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { pino } from 'pino';
import type { Actor, CommandName, Commands } from '../../domain/command';
import { keyScopes } from '../../domain/records';
import { openAuth } from '../auth/open-auth';
import { hashOf, newSecret } from '../auth/secrets';
import { openProfiles } from '../board/profiles';
import type { Config } from '../config';
import { newId } from '../intake/ids';
import { createIntake } from '../intake/intake';
import { inWords } from '../intake/say';
import { openStore } from '../store/open-store';
import { fillSampleTeam } from './fill';

/** How to get into a board that was filled with the sample team. */
export interface Seeded {
  team: string;
  owner: { login: string; password: string };
  apiKey: string;
  /** `link` opens that display in a browser without pairing. */
  displays: { id: string; token: string; link: string }[];
}

/** The store holds something already, so it is left alone. */
export class NotEmpty extends Error {
  override name = 'NotEmpty';
}

/**
 * Fills an empty `DATA_DIR` with the sample team, its owner, an API key and two displays. The team is the same each time on
 * the same day; passwords and keys are not.
 *
 * @throws {NotEmpty} where the store already holds something
 */
export async function seedStore(config: Config, now: Date, { letClean = false } = {}): Promise<Seeded> {
  const store = await openStore({ dir: resolve(config.dataDir), now: () => now }).catch(inWords);
  try {
    if (store.head > 0) throw new NotEmpty(config.dataDir);
    const intake = createIntake({ store, now: () => now, log: pino({ level: 'silent' }) });
    const submit = async <C extends CommandName>(name: C, input: Commands[C], actor: Actor) => {
      const outcome = await intake.submit(name, input, actor);
      if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.refusal)}`);
    };
    const auth = await openAuth({ store, now: () => now, submit: (...command) => intake.submit(...command) });

    const owner = { login: 'dana', password: randomBytes(9).toString('base64url') };
    const hashed = await auth.hashPassword(owner.password);
    if (!hashed.ok) throw new Error(hashed.refusal.code);
    const account = { id: newId(), login: owner.login, name: 'Dana', passwordHash: hashed.value };
    await submit(
      'setup:claim',
      {
        organisation: { name: 'Harbour Kitchen', secret: randomBytes(32).toString('hex') },
        account,
        team: null,
      },
      { as: 'house' },
    );
    const leader: Actor = { as: 'account', id: account.id, name: account.name, role: 'owner', teams: [] };

    const profiles = openProfiles(resolve(config.profilesDir), { follow: false });
    const { team, displays } = await fillSampleTeam(store, profiles.list(), now, { letClean });
    profiles.close();

    const key = auth.newKey();
    await submit(
      'key:make',
      {
        id: newId(),
        name: 'Sample',
        keyHash: key.keyHash,
        hint: key.hint,
        teams: [team],
        scopes: [...keyScopes],
      },
      leader,
    );

    const origin = config.publicUrl?.replace(/\/$/, '') ?? `http://localhost:${config.port}`;
    const opened = [];
    for (const id of displays) {
      const { token, tokenHash } = auth.newToken();
      const enrol = newSecret();
      await submit('display:token', { id, tokenHash }, { as: 'house' });
      await submit('display:enrol', { id, enrolHash: hashOf(enrol) }, leader);
      opened.push({ id, token, link: `${origin}/display/${id}#enrol=${enrol}` });
    }
    return { team, owner, apiKey: key.key, displays: opened };
  } finally {
    await store.close();
  }
}
