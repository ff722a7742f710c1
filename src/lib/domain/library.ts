import { daysBetween, localDay } from './calendar';
import type { Envelope, Team } from './records';

/**
 * What a card may be: what works for somebody (what I do, when, what came of it), one behaviour as it is said or done, a series of tips on
 * one theme, what to look for after a training. How many lines each has, and for how many days it is with a team.
 */
export const sorts = {
  trick: { fewest: 3, most: 3, days: 7 },
  model: { fewest: 1, most: 1, days: 7 },
  tips: { fewest: 2, most: 7, days: 7 },
  training: { fewest: 1, most: 4, days: 28 },
} as const;
export type CardSort = keyof typeof sorts;
export const cardSorts = Object.keys(sorts) as CardSort[];

/**
 * A card that a team put into the house’s library, or took over from it. `at` is when it last began with its team. It names teams, never a
 * person.
 */
export interface LibraryCard extends Envelope {
  team: string;
  status: 'published' | 'adopted' | 'withdrawn';
  sort: CardSort;
  title: string;
  lines: string[];
  /** Whose it is, by the name that the team had then; null: the team’s own. */
  from: { card: string; team: string; name: string } | null;
  /** How often each line was seen, by week since it began; of a training alone, else empty. */
  seen: number[][];
  /** Ids of the newest taps, so that one that is sent twice counts once. */
  acts: string[];
}

/** How long a title, and a line, may be, in characters. */
export const longestTitle = 50;
export const longestLine = 120;

/** The id of a card that a team took over: taken over again it begins anew. */
export const adoptedId = (card: string, team: string): string => `${card}.${team}`;

/** Counts that begin. */
export const unseen = (sort: CardSort, lines: readonly string[]): number[][] =>
  sort === 'training' ? Array.from({ length: sorts.training.days / 7 }, () => lines.map(() => 0)) : [];

/** A card that is with its team, and since how many days: 0 on the first. */
export interface Current {
  card: LibraryCard;
  day: number;
}

/** What is with a team, in the order of `sorts`: of each sort the newest, while its days last. A series lasts as long as it has tips. */
export function current(cards: readonly LibraryCard[], team: Pick<Team, 'timeZone'>, now: Date): Current[] {
  const today = localDay(now, team.timeZone);
  return cardSorts.flatMap((sort) => {
    const [card] = cards
      .filter((one) => one.sort === sort && one.status !== 'withdrawn')
      .sort((a, b) => (a.at < b.at ? 1 : -1));
    if (!card) return [];
    const day = daysBetween(localDay(new Date(card.at), team.timeZone), today);
    return day >= 0 && day < (sort === 'tips' ? card.lines.length : sorts[sort].days) ? [{ card, day }] : [];
  });
}

/** Which line is today’s: a series has one for each day, what to look for takes turns, others begin with their first. */
export const lineOf = ({ card, day }: Current): number =>
  card.sort === 'tips' || card.sort === 'training' ? day % card.lines.length : 0;

/** The week of a training, from 0. */
export const weekOfTraining = ({ day }: Pick<Current, 'day'>): number => Math.floor(day / 7);
