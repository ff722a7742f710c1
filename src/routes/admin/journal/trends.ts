import { byWeek, heldOf, minutesByWeek, newestOf, type Dated } from '$lib/domain/journal';

/** How many weeks a trend goes back. */
const weeks = 8;

/** Yes or no in each of the last weeks, this one last; null: nothing was said. */
export type WeeksSaid = (boolean | null)[];

/** How it went over the last weeks, for the leader’s own eyes. Only what was ever said has a trend. */
export function trendsOf(entries: readonly Dated[], today: string) {
  const span = [today, weeks] as const;
  const said = (weeks: WeeksSaid) => (weeks.some((week) => week !== null) ? weeks : null);
  const habits = newestOf(entries, 'habits')?.written.habits ?? [];
  return {
    minutes: (newestOf(entries, 'time')?.written.buckets ?? []).map(({ name }) => ({
      name,
      weeks: minutesByWeek(entries, name, today, weeks),
    })),
    habits: habits.map(({ text }) => ({
      text,
      weeks: said(
        byWeek(
          ...([entries, 'habits', span] as const),
          (written) => written.habits.find((habit) => habit.text === text)?.kept ?? null,
        ),
      ),
    })),
    held: said(byWeek(entries, 'coaching', span, (week) => heldOf(week) >= week.slots.length)),
    noTime: said(byWeek(entries, 'coaching', span, ({ noTime }) => !noTime)),
    noSkill: said(byWeek(entries, 'coaching', span, ({ noSkill }) => !noSkill)),
    wish: said(byWeek(entries, 'mirror', span, ({ wish }) => wish)),
    coached: said(byWeek(entries, 'closing', span, ({ coached }) => coached)),
    modelled: said(byWeek(entries, 'closing', span, ({ modelled }) => modelled)),
  };
}
export type Trends = ReturnType<typeof trendsOf>;
