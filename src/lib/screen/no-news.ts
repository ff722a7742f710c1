import { spoken } from '$lib/domain/language';
import { m } from '$lib/paraglide/messages';

/** Since when nothing was heard of the server, in words: the time, with its day where that is not the last. */
export function noNewsSince(since: Date, now: Date, language: string, timeZone: string): string {
  const recent = now.getTime() - since.getTime() < 20 * 3_600_000;
  const time = new Intl.DateTimeFormat(spoken(language), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(recent ? {} : { weekday: 'long', day: 'numeric', month: 'long' }),
  }).format(since);
  return m.wall_no_link({ time });
}
