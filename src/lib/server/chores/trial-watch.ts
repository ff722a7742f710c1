import { localDay, momentOf } from '../../domain/calendar';
import { baselineIn, baselinePeriod } from '../../domain/trial';
import type { Intake } from '../intake/intake';
import type { Store } from '../store/store';

/** COUNTS WHAT A TRIAL IS COMPARED WITH on the day on which it begins, where it was set for later. */
export interface TrialWatch {
  /** Stops following the store. */
  close(): void;
}

interface Parts {
  store: Store;
  intake: Intake;
  now: () => Date;
  report: (what: string, error: unknown) => void;
}

/** A timer reaches no further than some 24 days, in milliseconds. */
const farthest = 20 * 86_400_000;

/** Looks at the start, whenever a trial changes, and when the next one begins. */
export function watchTrials({ store, intake, now, report }: Parts): TrialWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let looking: Promise<void> = Promise.resolve();

  /** Milliseconds until the next team’s trial begins. */
  async function look(): Promise<number> {
    let next = Infinity;
    for (const trial of (await store.list('trial', { status: 'on' })).records)
      for (const id of trial.teams) {
        const team = id in trial.baselines ? undefined : await store.get('team', id);
        if (!team) continue;
        if (localDay(now(), team.timeZone) < trial.start) {
          const begins = momentOf(trial.start, '00:00', team.timeZone).getTime();
          next = Math.min(next, begins - now().getTime());
          continue;
        }
        const period = baselinePeriod(trial.start);
        const baseline = baselineIn(await store.tally({ team: id, ...period }), team, period);
        const command = { id: trial.id, team: id, baseline };
        const outcome = await intake.submit('trial:baseline', command, { as: 'house' });
        if (!outcome.ok) report('What a trial is compared with could not be written down.', outcome.refusal);
      }
    return next;
  }

  function again(): void {
    looking = looking
      .then(async () => {
        if (closed) return;
        const next = await look();
        clearTimeout(timer);
        if (next < Infinity && !closed) timer = setTimeout(again, Math.max(1000, Math.min(next, farthest)));
      })
      .catch((error: unknown) => report('The trials could not be looked at.', error));
  }

  const stop = store.watch(({ kinds }) => {
    if (kinds.has('trial')) again();
  });
  again();

  return {
    close() {
      closed = true;
      clearTimeout(timer);
      stop();
    },
  };
}
