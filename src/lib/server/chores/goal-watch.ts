import { localDay } from '../../domain/calendar';
import { newestReading } from '../../domain/goal';
import { figureDays, isReached, standOf, type Stand } from '../../domain/goal-stand';
import type { Goal } from '../../domain/practice';
import type { Team } from '../../domain/records';
import type { Intake } from '../intake/intake';
import type { Commit, Store } from '../store/store';

/** SEES GOALS COME TO THEIR TARGET, so that a leader is asked for words and walls celebrate. */
export interface GoalWatch {
  /** Stops following the store. */
  close(): void;
}

interface Parts {
  store: Store;
  intake: Intake;
  now: () => Date;
  report: (what: string, error: unknown) => void;
}

/** Answers may come by the thousand: a team is looked at once for all that came within so many milliseconds. */
const pause = 100;

/** Teams whose goals a commit may have moved; `all` where it does not say whose record went. */
function moved({ firsts }: Commit): Set<string> | 'all' {
  const teams = new Set<string>();
  for (const change of firsts) {
    if ('erase' in change) {
      if (change.erase === 'response') return 'all';
    } else if ((change.put === 'response' || change.put === 'goal') && change.record.team)
      teams.add(change.record.team);
    else if (change.put === 'team') teams.add(change.record.id);
  }
  return teams;
}

/**
 * Looks at the open goals of a team whenever its answers, readings or goals change, and once at the start; what came to its
 * target, or fell back from it before anybody spoke of it, is written down by `goal:reach`.
 */
export function watchGoals({ store, intake, now, report }: Parts): GoalWatch {
  const waiting = new Set<string>();
  let all = true;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let working = false;

  async function standNow(goal: Goal, team: Team): Promise<Stand | undefined> {
    if (goal.follow === null) {
      const reading = newestReading(goal.readings);
      return reading && { ...reading, at: null };
    }
    const newest = { days: figureDays, upTo: localDay(now(), team.timeZone) };
    const tallies = await store.tally({ team: team.id, newest, by: ['day'] });
    const answers = tallies.map(({ measure, latest, rows }) => ({
      measure,
      latest,
      rows: rows.map(({ day, value, count }) => ({ day: day ?? newest.upTo, value, count })),
    }));
    return standOf(goal, answers, figureDays, team, now());
  }

  async function look(goal: Goal): Promise<void> {
    const team = await store.get('team', goal.team);
    if (!team) return;
    const stand = await standNow(goal, team);
    const reached = stand !== undefined && isReached(goal, stand, team.minimumN);
    if (reached === Boolean(goal.reach)) return;
    const figure = reached ? { value: stand.value, n: stand.n, day: stand.day } : null;
    const command = { team: team.id, id: goal.id, stand: figure };
    const outcome = await intake.submit('goal:reach', command, { as: 'house' });
    if (!outcome.ok) report('A goal that was reached could not be written down.', outcome.refusal);
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    try {
      while (!closed && (all || waiting.size > 0)) {
        const teams = all ? [undefined] : [...waiting];
        all = false;
        waiting.clear();
        for (const team of teams) {
          const open = await store.list('goal', { ...(team ? { team } : {}), status: 'open' });
          for (const goal of open.records) await look(goal);
        }
      }
    } catch (error) {
      report('The goals could not be looked at.', error);
    } finally {
      working = false;
    }
  }

  function soon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void work();
    }, pause);
  }

  const stop = store.watch((commit) => {
    const teams = moved(commit);
    if (teams === 'all') all = true;
    else for (const team of teams) waiting.add(team);
    if (all || waiting.size > 0) soon();
  });
  soon();

  return {
    close() {
      closed = true;
      clearTimeout(timer);
      stop();
    },
  };
}
