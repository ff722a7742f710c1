/**
 * One entry of a display's playlist. `panel` is a panel's kind and `options` what that panel's schema accepts; `dwell`
 * is in seconds, null where the words decide; `days` are weekdays (1 = Monday), `from` and `to` local times (`HH:MM`).
 */
export interface PlaylistItem {
  id: string;
  panel: string;
  options: Record<string, unknown>;
  dwell: number | null;
  days?: number[];
  from?: string;
  to?: string;
}
