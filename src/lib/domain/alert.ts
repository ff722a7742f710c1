import type { QuietHours } from './display-profile';
import type { Envelope } from './records';

/** A time in which a display was dark though people were there; `at` is when it began. */
export interface Outage extends Envelope {
  team: string;
  status: 'dark' | 'over';
  display: string;
  /** When somebody was told (ISO); null: not yet, or nobody was to be. */
  told: string | null;
  /** When it was over (ISO); null: it is not. */
  until: string | null;
}

/** Whom the board tells that a display is dark. There is one: id `alerts`. */
export interface Alerts extends Envelope {
  status: 'set';
  /** Whether leaders and owners get a mail. */
  mail: boolean;
  /** Where a webhook goes; null: nowhere. */
  url: string | null;
  /** What the webhook is signed with (`whsec_…`). */
  secret: string | null;
  /** When nobody is told; what is still dark at their end is told then. Null: at any hour. */
  quiet: QuietHours | null;
  timeZone: string;
}

/** How it is while nobody has settled it: a mail where there is a mail server, at any hour. */
export const usualAlerts: Pick<Alerts, 'mail' | 'url' | 'secret' | 'quiet' | 'timeZone'> = {
  mail: true,
  url: null,
  secret: null,
  quiet: null,
  timeZone: 'UTC',
};

/** How long a display may be gone before that is an outage, in milliseconds: a TV that restarts is back before. */
export const outageAfter = 3 * 60_000;

/** Outages that were over longer ago are let go, in milliseconds. */
export const outagesKept = 92 * 86_400_000;

export const outageId = (display: string, since: Date): string => `${display}.${since.getTime()}`;
