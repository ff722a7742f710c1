import { weekOf } from './asking';
import { addDays, weekday, type Day } from './calendar';
import type { Envelope } from './records';

/**
 * An entry of a leader’s notebook, for the leader alone: no page, key or export gives it to anybody else. One that is `shared` is a
 * copy of the answers to “Why?” of another, which managers who help a team read until its author takes it back.
 */
export interface JournalEntry extends Envelope {
  team: null;
  status: 'kept' | 'shared';
  /** Id of the account whose it is. */
  by: string;
  /** What stands in it (`Written`, or the answers that are shared), sealed by the server: nobody reads it here. */
  sealed: string;
  /** Of a shared one: id of the entry that it is a copy of, and of the team whose managers read it. */
  of?: string;
  readers?: string;
}

/** What a leader tried with a team in a turn of it, and what came of that. */
export interface Tried {
  kind: 'tried';
  /** Id of the team, and number of its turn then. */
  team: string;
  turn: number;
  tried: string;
  happened: string | null;
}

/** Where a day’s time went: four buckets that the leader named, in minutes. */
export interface TimeSpent {
  kind: 'time';
  buckets: { name: string; minutes: number }[];
}

/** A week’s coaching: for when it was planned, which of it was held, what was missing, and the answers to one “Why?” after another. */
export interface Coaching {
  kind: 'coaching';
  slots: { when: string; held: boolean }[];
  noTime: boolean;
  noSkill: boolean;
  whys: string[];
}

/** How people were listened to: what was asked, heard, and how they spoke with each other. At least one is said. */
export interface Listening {
  kind: 'listening';
  asked: string | null;
  heard: string | null;
  spoke: string | null;
}

/** What a leader saw another leader do, to tell it to them. */
export interface Observation {
  kind: 'observation';
  whom: string;
  seen: Behaviour[];
  note: string | null;
}

/** Habits that a leader chose, and whether each was kept this week; null: not said yet. */
export interface Habits {
  kind: 'habits';
  habits: { text: string; kept: boolean | null }[];
}

/** Whether a leader would wish this week that everybody did as they did, or hopes that nobody follows. */
export interface Mirror {
  kind: 'mirror';
  wish: boolean;
}

/** The two questions that close a week. */
export interface Closing {
  kind: 'closing';
  coached: boolean;
  modelled: boolean;
}

/** What a leader wrote or chose. */
export type Written = Tried | TimeSpent | Coaching | Listening | Observation | Habits | Mirror | Closing;
export type WrittenKind = Written['kind'];
type Of<K extends WrittenKind> = Extract<Written, { kind: K }>;

/** The longest text of an entry, and of a name in it, in characters. */
export const longestEntry = 600;
export const longestName = 60;
export const buckets = 4;
export const mostSlots = 5;
export const mostWhys = 5;
export const mostHabits = 3;
/** What can be seen of a leader among people. */
export const behaviours = ['greeted', 'asked', 'listened', 'thanked', 'owned'] as const;
export type Behaviour = (typeof behaviours)[number];

/** Whom an entry is about, from the inside out: themselves, the team, the network of leaders. */
export const mirrorRings = ['self', 'team', 'network'] as const;
export type MirrorRing = (typeof mirrorRings)[number];
export const ringOfKind: Record<WrittenKind, MirrorRing> = {
  time: 'self',
  habits: 'self',
  mirror: 'self',
  closing: 'self',
  coaching: 'team',
  listening: 'team',
  tried: 'team',
  observation: 'network',
};

/** An entry with the author’s local day on which it was begun. */
export interface Dated<W extends Written = Written> {
  day: Day;
  written: W;
}

const isA =
  <K extends WrittenKind>(kind: K) =>
  <D extends Dated>(entry: D): entry is D & { written: Of<K> } =>
    entry.written.kind === kind;

/** The newest entry of a kind begun on a day or later; `entries` come newest first. */
export const newestOf = <K extends WrittenKind, D extends Dated>(
  entries: readonly D[],
  kind: K,
  since: Day = '',
): (D & { written: Of<K> }) | undefined => entries.filter(isA(kind)).find(({ day }) => day >= since);

/** What is due once a day or week, themselves first. The others are written when there is something to write. */
export const dueKinds = ['time', 'closing', 'habits', 'mirror', 'coaching'] as const;
export type DueKind = (typeof dueKinds)[number];

/** From when on an entry of a kind is gone on with instead of begun anew: of its day, of its week; null: each stands for itself. */
export function sinceOf(kind: WrittenKind, today: Day): Day | null {
  if (kind === 'time') return today;
  return dueKinds.some((due) => due === kind) ? weekOf(today) : null;
}

/** The day of the week (Friday) from which on it is time to close it. */
const closes = 5;

/** The one thing that is due; null: nothing today. */
export const dueOf = (entries: readonly Dated[], today: Day): DueKind | null =>
  dueKinds
    .filter((kind) => kind !== 'closing' || weekday(today) >= closes)
    .find((kind) => !newestOf(entries, kind, sinceOf(kind, today) ?? today)) ?? null;

/** The rings from the inside out, with their entries of this week. A later one is grey until the first has one. */
export function mirrorOf(entries: readonly Dated[], today: Day) {
  const week = entries.filter(({ day }) => day >= weekOf(today));
  const count = (ring: MirrorRing) => week.filter(({ written }) => ringOfKind[written.kind] === ring).length;
  return mirrorRings.map((ring) => ({
    ring,
    count: count(ring),
    grey: ring !== 'self' && count('self') === 0,
  }));
}

/** The Mondays of the last weeks, this one last. */
export const weeksUpTo = (today: Day, weeks: number): Day[] =>
  Array.from({ length: weeks }, (_, n) => addDays(weekOf(today), 7 * (n - weeks + 1)));

/** What was said of a kind in each of the last weeks, this one last: by the newest entry of the week, null where there is none. */
export function byWeek<K extends WrittenKind, T>(
  entries: readonly Dated[],
  kind: K,
  [today, weeks]: readonly [Day, number],
  say: (written: Of<K>) => T | null,
): (T | null)[] {
  return weeksUpTo(today, weeks).map((week) => {
    const found = entries.filter(isA(kind)).find(({ day }) => weekOf(day) === week);
    return found ? say(found.written) : null;
  });
}

/** Minutes that went into a bucket in each of the last weeks, this one last. */
export const minutesByWeek = (entries: readonly Dated[], name: string, today: Day, weeks: number): number[] =>
  weeksUpTo(today, weeks).map((week) =>
    entries
      .filter(isA('time'))
      .filter(({ day }) => weekOf(day) === week)
      .flatMap(({ written }) => written.buckets)
      .reduce((sum, bucket) => sum + (bucket.name === name ? bucket.minutes : 0), 0),
  );

export const heldOf = ({ slots }: Pick<Coaching, 'slots'>): number => slots.filter(({ held }) => held).length;

/** Whether less coaching was held than planned, twice in a row: then it is asked why. The week that is on counts from Friday. */
export function isBehind(entries: readonly Dated[], today: Day): boolean {
  const over = ({ day }: Dated) => day < weekOf(today) || weekday(today) >= closes;
  const [last, before] = entries.filter(isA('coaching')).filter(over);
  return [last, before].every(
    (week) => week !== undefined && heldOf(week.written) < week.written.slots.length,
  );
}
