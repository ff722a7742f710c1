import { addDays, localDay } from '$lib/domain/calendar';

/** What a board is looked at for: is the goal clear, can success be seen, is something learned? */
export interface Lamps {
  goal: boolean;
  success: boolean;
  learning: boolean;
}

/** What tells of success, by the panel that shows it. */
export const successPanels = ['shout-outs', 'story', 'improvements', 'celebration'] as const;
export type SuccessPanel = (typeof successPanels)[number];

/** What is known of a team’s board. */
export interface Lit {
  /** The panels that a wall of the team has something to show for. */
  shown: ReadonlySet<string>;
  /** When the newest was said that each panel shows (ISO); null: nothing was. */
  newest: Record<SuccessPanel, string | null>;
  /** What the team wrote down as it closed the turn before; null: nothing. */
  learned: string | null;
  timeZone: string;
  now: Date;
}

/** The three lamps: the goal hangs; a success of the last seven days hangs; the last turn closed with what was learned. */
export function lampsOf({ shown, newest, learned, timeZone, now }: Lit): Lamps {
  const week = addDays(localDay(now, timeZone), -6);
  const fresh = (at: string | null) => at !== null && localDay(new Date(at), timeZone) >= week;
  return {
    goal: shown.has('focus-goal'),
    success: successPanels.some((panel) => shown.has(panel) && fresh(newest[panel])),
    learning: learned !== null,
  };
}
