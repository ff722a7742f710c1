import type { Auth } from './auth/auth';
import type { Config } from './config';
import type { Boards } from './board/board';
import type { Profiles } from './board/profiles';
import type { Intake } from './intake/intake';
import type { Live } from './live/live';
import type { Store } from './store/store';
import type { Logger } from 'pino';

/** The assembled server. */
export interface House {
  config: Config;
  store: Store;
  intake: Intake;
  auth: Auth;
  profiles: Profiles;
  boards: Boards;
  live: Live;
  log: Logger;
  now: () => Date;
  close(): Promise<void>;
}
