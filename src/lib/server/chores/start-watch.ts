import { startOf } from '../../domain/start';
import type { Intake } from '../intake/intake';
import type { Store } from '../store/store';
import { lookAgain } from './nightly';

/** WRITES DOWN WHERE A TEAM STARTED, once there is enough to count, so that it can be seen ever after. */
export interface StartWatch {
  /** Looks once at every team that has none; resolves when what it found is written down. It also looks by itself. */
  look(): Promise<void>;
  /** Stops following the store. */
  close(): void;
}

interface Parts {
  store: Store;
  intake: Intake;
  now: () => Date;
  report: (what: string, error: unknown) => void;
  /** For tests: how often it looks by itself, in milliseconds; 0: never. */
  every?: number;
}

/** Looks at the start, once an hour, and when a file brought answers. */
export function watchStarts({ store, intake, now, report, every = 3_600_000 }: Parts): StartWatch {
  let looking: Promise<void> = Promise.resolve();

  async function lookNow(): Promise<void> {
    for (const team of (await store.list('team', { status: 'active' })).records) {
      if (team.began) continue;
      const began = startOf(await store.tally({ team: team.id, by: ['day'] }), team, now());
      if (!began) continue;
      const outcome = await intake.submit('team:began', { team: team.id, began }, { as: 'house' });
      if (!outcome.ok) report('Where a team started could not be written down.', outcome.refusal);
    }
  }

  const look = () =>
    (looking = looking
      .then(lookNow)
      .catch((error: unknown) => report('Where teams started could not be looked at.', error)));
  const timer = every > 0 ? lookAgain(look, every) : undefined;
  const stop = store.watch(({ kinds }) => {
    if (kinds.has('import')) void look();
  });
  void look();
  return {
    look,
    close() {
      clearInterval(timer);
      stop();
    },
  };
}
