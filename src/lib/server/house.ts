import type { Auth } from './auth/auth';
import type { Config } from './config';
import type { Boards } from './board/board';
import type { Profiles } from './board/profiles';
import type { Feedback } from './intake/feedback/feedback';
import type { Intake } from './intake/intake';
import type { Live } from './live/live';
import type { Store } from './store/store';
import type { Limits } from './auth/limits';
import type { Said } from './intake/say';
import type { Refusal } from '../domain/refusal';
import type { Logger } from 'pino';

/** The assembled server. */
export interface House {
  config: Config;
  store: Store;
  intake: Intake;
  /** Reads the files of feedback that teams already have: `createFeedback({ store, intake, now, newId })`. */
  feedback: Feedback;
  auth: Auth;
  profiles: Profiles;
  boards: Boards;
  live: Live;
  log: Logger;
  now: () => Date;
  /** A fresh id for a record: 16 letters and digits, fit for addresses. */
  newId: () => string;
  /** How often strangers may do what they do. */
  limits: Limits;
  /** A refusal as the sentences that a page shows: one for the whole, one for each field. */
  say(refusal: Refusal): Said;
  close(): Promise<void>;
}
