import type { Interval } from '$lib/domain/cadence';

/** How an interval stands in a list of choices: `week`, `every:14`, or `on` for chosen days of the week. */
export const choiceOf = (interval: Interval): string =>
  typeof interval === 'string' ? interval : 'every' in interval ? `every:${interval.every}` : 'on';

/** The choices that are always offered, in the order of their length. */
export const choices = ['shift', 'day', 'every:2', 'week', 'every:14', 'month', 'on'] as const;

/** The days that an interval chooses; none where it goes by their number. */
export const daysIn = (interval: Interval | undefined): readonly number[] =>
  typeof interval === 'object' && 'on' in interval ? interval.on : [];

/** What was chosen in the fields `<name>-due` and `<name>-day-1` … 7; what it is worth is judged by intake. */
export function intervalIn(typed: Record<string, string>, name: string): Interval {
  const choice = typed[`${name}-due`] ?? '';
  if (choice === 'on')
    return { on: [1, 2, 3, 4, 5, 6, 7].filter((day) => typed[`${name}-day-${day}`] === 'on') };
  const every = /^every:(\d+)$/.exec(choice)?.[1];
  return every === undefined ? (choice as Interval) : { every: Number(every) };
}

/** The beginnings of shifts in the fields `shift-0` and up, without the empty ones, and which field each came from. */
export function shiftsIn(typed: Record<string, string>): {
  shifts: string[];
  rename: Record<string, string>;
} {
  const shifts: string[] = [];
  const rename: Record<string, string> = { shifts: 'shift-0' };
  for (let row = 0; `shift-${row}` in typed; row += 1) {
    const begins = typed[`shift-${row}`]?.trim();
    if (!begins) continue;
    rename[`shifts.${shifts.length}`] = `shift-${row}`;
    shifts.push(begins);
  }
  return { shifts, rename };
}
