import { localDay, localTime } from '$lib/domain/calendar';
import { momentInWords } from '$lib/panels/dates';
import { m } from '$lib/paraglide/messages';

/** Since when nothing was heard of the server, in words: the time, with its day where that is not the last. */
export function noNewsSince(since: Date, now: Date, language: string, timeZone: string): string {
  const recent = now.getTime() - since.getTime() < 20 * 3_600_000;
  const time = recent
    ? localTime(since, timeZone)
    : momentInWords(since.toISOString(), localDay(now, timeZone), timeZone, language);
  return m.wall_no_link({ time });
}
