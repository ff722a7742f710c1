import type { QuietHours } from './display-profile';

/** What is told of walls that are dark, and to whom; a part of `Commands`. */
export interface AlertCommands {
  /** The house saw that a display is dark in its opening hours, since a moment (ISO). */
  'outage:begin': { display: string; since: string };
  /** Somebody was told of these. */
  'outage:tell': { ids: string[] };
  'outage:end': { id: string };
  /** An owner settles who is told. `saw` null: nobody had settled it. `secret` left out: as it is. */
  'alerts:set': {
    saw: number | null;
    mail: boolean;
    url: string | null;
    secret?: string;
    quiet: QuietHours | null;
    timeZone: string;
  };
}
