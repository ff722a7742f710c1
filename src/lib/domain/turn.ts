import { actionPoints, type ActionPoint } from './action-point';
import { cadenceOf, daysOf, intervalOf, nextAfter, type Cadence, type Interval } from './cadence';
import { addDays, daysBetween, localDay, momentOf, type Day } from './calendar';
import type { Goal, Seen, Turn } from './practice';
import type { Team } from './records';
import type { PointState, RingState } from './ring';

/** Panels that show a report: a play of one of them is the report shown. */
export const reportPanels: readonly string[] = ['how-are-we-doing', 'score-trend', 'customers-voices'];

/** The order in which a turn goes round: it begins at Feedback and closes with Thanks. */
export const trip = ['feedback', 'involve', 'focus', 'thanks'] as const satisfies readonly ActionPoint[];

/** The id of a team’s turn: one record a number. */
export const turnId = (team: string, number: number): string => `${team}.turn.${number}`;
/** The id of what the shifts of a turn have tapped. */
export const seenId = (team: string, number: number): string => `${team}.seen.${number}`;

/** The id of an offer of help with a team’s point: one at a time. */
export const helpId = (team: string, point: ActionPoint): string => `${team}.help.${point}`;

/** What is missing for a point to be done in this turn. */
export type Lack =
  'report' | 'critical' | 'source' | 'shown' | 'shift' | 'goal' | 'routine' | 'decision' | 'question';

/** Everything that the state of a turn is reckoned from. Moments are ISO. */
export interface TurnFacts {
  team: Pick<Team, 'id' | 'at' | 'timeZone' | 'cadence' | 'cadenceDays' | 'owners'>;
  /** The open turn; undefined: the team is in its first. */
  turn: Turn | undefined;
  /** When the newest answer was given, whatever its source; null: none yet. */
  report: string | null;
  /** The same for each source that has a rhythm of its own; sources without an answer are left out. */
  sources: Record<string, string>;
  /** Ids of the criticals that no comment of this turn speaks of. */
  holes: string[];
  /** A wall has shown a report in this turn. */
  shown: boolean;
  /** What the shifts have tapped, newest turn first. */
  seen: Pick<Seen, 'turn' | 'shifts' | 'met' | 'at'>[];
  /** Open and reached goals. */
  goals: Pick<Goal, 'status' | 'at' | 'routine' | 'decidedAt'>[];
  /** When the newest decision that stands was taken; null: none. */
  taken: string | null;
  /** Customers are asked something. */
  asking: boolean;
  /** When somebody last put something on the board: a shout-out, story, announcement and the like; null: never. */
  posted: string | null;
}

/** How one action point stands. Moments are ISO; null where it was never done. */
export interface PointStanding {
  state: PointState;
  last: string | null;
  /** From when on it is to be done next. */
  ripe: string | null;
  /** From when on it is past its date. */
  due: string | null;
  owner: string | null;
  /** What it lacks in this turn; empty once it is done. */
  lacks: Lack[];
}

/** A report that should be here: `source` null is any report at all; `since` is when it became late (ISO). */
export interface LateReport {
  source: string | null;
  since: string;
}

/** A board that nobody moves: `since` the last move (ISO); `asleep` once it only thanks and asks. */
export interface Quiet {
  since: string;
  days: number;
  asleep: boolean;
}

/** The turn as it stands. */
export interface Standing {
  turn: number;
  /** When it opened (ISO). */
  opened: string;
  points: Record<ActionPoint, PointStanding>;
  late: LateReport[];
  holes: string[];
  /** Taps in this turn, all shifts together. */
  taps: number;
  /** Shifts (by their beginning) that have not met this turn’s report. */
  unmet: string[];
  quiet: Quiet | null;
  /** What is due next; null when all is done and in time. */
  next: ActionPoint | null;
  /** When time alone will change any of this; null: never. */
  changes: Date | null;
}

/** The number of the turn that a team is in. */
export const turnNumber = (turn: Pick<Turn, 'number'> | undefined): number => turn?.number ?? 1;

/** When the turn opened: the first one with the team. */
export const openedAt = (turn: Pick<Turn, 'at'> | undefined, team: Pick<Team, 'at'>): string =>
  turn?.at ?? team.at;

/** State of a point that was `last` done, and is `done` in this turn or not. */
export function pointState(
  { last, done, ripe, due }: { last: Date | null; done: boolean; ripe: Date | null; due: Date | null },
  now: Date,
): PointState {
  if (!last || !ripe || !due) return 'never';
  if (now >= due) return 'stale';
  return done && now < ripe ? 'fresh' : 'due';
}

/** A board falls quiet after two rounds without a move, at the earliest after two weeks; a week later it sleeps. */
export const quietAfter = (interval: Interval): number => Math.max(14, 2 * daysOf(interval));
const sleepsLater = 7;

const latest = (...moments: (string | null | undefined)[]): string | null =>
  moments.reduce<string | null>((best, at) => (at && (!best || at > best) ? at : best), null);

/** Whether a goal is one that a team can work on: tied to a routine that it has already. */
const isTied = ({ routine }: Pick<Goal, 'routine'>): boolean => Boolean(routine);

function quietOf(facts: TurnFacts, turn: Interval, now: Date): { quiet: Quiet | null; moments: Date[] } {
  const { team, seen, goals, posted } = facts;
  const moved = latest(
    facts.turn?.at,
    facts.turn?.woken,
    ...seen.map(({ at }) => at),
    ...goals.map(({ decidedAt }) => decidedAt),
    facts.taken,
  );
  // A team that never began is told so by its ring, not by a sentence.
  if (!moved) return { quiet: null, moments: [] };
  const since = latest(moved, posted) ?? moved;
  const day = localDay(new Date(since), team.timeZone);
  const days = daysBetween(day, localDay(now, team.timeZone));
  const [falls, sleeps] = [quietAfter(turn), quietAfter(turn) + sleepsLater];
  return {
    quiet: days >= falls ? { since, days, asleep: days >= sleeps } : null,
    moments: [Math.max(falls, days + 1), sleeps].map((days) =>
      momentOf(addDays(day, days), '00:00', team.timeZone),
    ),
  };
}

function lateOf(facts: TurnFacts, cadence: Cadence): LateReport[] {
  const { team, report, sources } = facts;
  const since = (at: string, interval: Interval) =>
    nextAfter(new Date(at), interval, cadence, team.timeZone).due.toISOString();
  return [
    ...(report ? [{ source: null, since: since(report, cadence.reports) }] : []),
    ...Object.entries(cadence.sources).flatMap(([source, interval]) => {
      const at = sources[source];
      return at ? [{ source, since: since(at, interval) }] : [];
    }),
  ];
}

/** The turn as it stands at a moment, from what really happened. */
export function standingOf(facts: TurnFacts, now: Date): Standing {
  const { team, turn, seen, goals } = facts;
  const cadence = cadenceOf(team);
  const number = turnNumber(turn);
  const opened = openedAt(turn, team);
  const moments: Date[] = [];
  const isNow = (at: string | null) => at !== null && at >= opened;

  const expected = lateOf(facts, cadence);
  const late = expected.filter(({ since }) => Date.parse(since) <= now.getTime());
  moments.push(...expected.map(({ since }) => new Date(since)));

  const ours = seen.find((one) => one.turn === number);
  const unmet = cadence.shifts.filter((start) => !ours?.shifts[start]);
  const met =
    facts.shown && unmet.length === 0
      ? latest(...Object.values(ours?.shifts ?? {}).map(({ first }) => first))
      : null;
  const open = goals.filter(({ status }) => status === 'open');
  const decided = latest(facts.taken, ...goals.filter(isTied).map(({ decidedAt, at }) => decidedAt ?? at));

  const lasts: Record<ActionPoint, string | null> = {
    feedback: facts.report,
    involve: met ?? latest(...seen.filter((one) => one.turn < number).map((one) => one.met)),
    focus: decided,
    thanks: number > 1 ? opened : null,
  };
  const lacks: Record<ActionPoint, Lack[]> = {
    feedback: [
      ...(isNow(facts.report) ? [] : ['report' as const]),
      ...(facts.holes.length > 0 ? ['critical' as const] : []),
      ...(late.some(({ source }) => source !== null) ? ['source' as const] : []),
    ],
    involve: [...(facts.shown ? [] : ['shown' as const]), ...(unmet.length > 0 ? ['shift' as const] : [])],
    focus:
      open.length === 0 ? ['goal'] : !open.some(isTied) ? ['routine'] : isNow(decided) ? [] : ['decision'],
    thanks: facts.asking ? [] : ['question'],
  };
  // Once the rest of the turn is done, it is time to thank.
  const round = trip.every(
    (point) => point === 'thanks' || (isNow(lasts[point]) && lacks[point].length === 0),
  );

  const points = Object.fromEntries(
    actionPoints.map((point): [ActionPoint, PointStanding] => {
      const last = lasts[point] ? new Date(lasts[point]) : null;
      const times = last && nextAfter(last, intervalOf(cadence, point), cadence, team.timeZone);
      const done = lacks[point].length === 0 && !(point === 'thanks' && round);
      if (times) moments.push(times.ripe, times.due);
      return [
        point,
        {
          state: pointState({ last, done, ripe: times?.ripe ?? null, due: times?.due ?? null }, now),
          last: lasts[point],
          ripe: times?.ripe.toISOString() ?? null,
          due: times?.due.toISOString() ?? null,
          owner: team.owners?.[point] || null,
          lacks: lacks[point],
        },
      ];
    }),
  ) as Record<ActionPoint, PointStanding>;

  const { quiet, moments: quietMoments } = quietOf(facts, cadence.turn, now);
  moments.push(...quietMoments);
  const later = moments.filter((moment) => moment > now).map(Number);
  return {
    turn: number,
    opened,
    points,
    late,
    holes: facts.holes,
    taps: Object.values(ours?.shifts ?? {}).reduce((sum, { taps }) => sum + taps, 0),
    unmet,
    quiet,
    next: nextPoint(points, round),
    changes: later.length > 0 ? new Date(Math.min(...later)) : null,
  };
}

/**
 * What is due next: what is past its date, then what is not yet done or ripe, each in the order of the trip. Thanks comes when
 * the rest is done, or when it is past its date itself.
 */
function nextPoint(points: Record<ActionPoint, PointStanding>, round: boolean): ActionPoint | null {
  const is = (point: ActionPoint, ...states: PointState[]) => states.includes(points[point].state);
  return (
    trip.find((point) => is(point, 'stale')) ??
    (round ? 'thanks' : undefined) ??
    trip.find((point) => point !== 'thanks' && is(point, 'never', 'due') && points[point].lacks.length > 0) ??
    trip.find((point) => is(point, 'never', 'due')) ??
    null
  );
}

/**
 * What a wall admits of its turn: a report that is `late`, `day` the last on which it was in time; a board that nobody has moved
 * since a `day`, `asleep` once it only thanks and asks. Days are the team’s.
 */
export type Admission = { what: 'late'; day: Day } | { what: 'quiet' | 'asleep'; day: Day };

/** What a wall has to admit of a standing, the gravest thing of it; null: nothing. */
export function admissionOf(
  { quiet, late }: Pick<Standing, 'quiet' | 'late'>,
  timeZone: string,
): Admission | null {
  const unmoved = quiet && localDay(new Date(quiet.since), timeZone);
  if (unmoved && quiet.asleep) return { what: 'asleep', day: unmoved };
  const [first] = late.map(({ since }) => since).sort();
  if (first) return { what: 'late', day: localDay(new Date(Date.parse(first) - 1), timeZone) };
  return unmoved ? { what: 'quiet', day: unmoved } : null;
}

/** What the ring shows of a standing. */
export const ringOf = ({ turn, points }: Pick<Standing, 'turn' | 'points'>): RingState => ({
  turn,
  points: {
    thanks: points.thanks.state,
    feedback: points.feedback.state,
    involve: points.involve.state,
    focus: points.focus.state,
  },
});
