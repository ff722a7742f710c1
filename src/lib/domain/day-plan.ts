import { momentOf, type Day } from './calendar';
import type { QuietHours } from './display-profile';
import { isQuiet } from './opening';
import type { PlaylistItem } from './playlist';
import { isOn } from './schedule';

/** A part of a day, in local times (`HH:MM`, the end exclusive, `24:00` for midnight), and what takes turns in it. */
export interface Spell {
  from: string;
  to: string;
  /** Ids of playlist items, in their order. */
  items: string[];
  /** The wall is dark. */
  dark: boolean;
}

/** What a display shows on a day, spell by spell: what its playlist says and when it is dark, and nothing else. */
export function dayPlan(
  playlist: readonly PlaylistItem[],
  quiet: QuietHours | null,
  day: Day,
  timeZone: string,
): Spell[] {
  const times = [quiet?.from, quiet?.to, ...playlist.flatMap(({ from, to }) => [from, to])];
  const starts = [...new Set(['00:00', ...times.filter((time) => time !== undefined)])].sort();
  const spells: Spell[] = [];
  starts.forEach((from, at) => {
    const to = starts[at + 1] ?? '24:00';
    const moment = momentOf(day, from, timeZone);
    const dark = isQuiet(quiet, moment, timeZone);
    const items = dark ? [] : playlist.filter((item) => isOn(item, moment, timeZone)).map(({ id }) => id);
    const before = spells.at(-1);
    if (before && before.dark === dark && before.items.join() === items.join()) before.to = to;
    else spells.push({ from, to, items, dark });
  });
  return spells;
}
