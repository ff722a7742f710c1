import { localDay } from '$lib/domain/calendar';
import type { PointStanding } from '$lib/domain/turn';
import { m } from '$lib/paraglide/messages';
import { dayWords, whenWords } from './when';

interface Here {
  timeZone: string;
  now: string;
  language: string;
}

/** The last day on which a point is in time; null where it was never done. */
export function dueDay(
  { due }: Pick<PointStanding, 'due'>,
  { timeZone, now, language }: Here,
): string | null {
  if (due === null) return null;
  const last = localDay(new Date(Date.parse(due) - 1), timeZone);
  return dayWords(last, localDay(new Date(now), timeZone), language);
}

/** How a point stands, in a few words: "due Friday", "done today 14:10", "was due yesterday", "not yet". */
export function standingWords(point: PointStanding, here: Here): string {
  const day = dueDay(point, here);
  if (point.state === 'never' || point.last === null || day === null) return m.admin_point_never();
  if (point.state === 'due') return m.admin_point_due({ day });
  if (point.state === 'stale') return m.admin_point_stale({ day });
  return m.admin_point_fresh({ when: whenWords(point.last, here.now, here.timeZone, here.language) });
}

/** What else is known of a point: when it was last done, by when again, who looks after it. Empty where nothing is. */
export function factsWords(point: PointStanding, here: Here): string {
  const day = dueDay(point, here);
  const facts: string[] = [];
  if (point.last !== null && day !== null)
    facts.push(
      point.state === 'fresh'
        ? m.admin_point_again({ day })
        : m.admin_point_last({ when: whenWords(point.last, here.now, here.timeZone, here.language) }),
    );
  if (point.owner) facts.push(point.owner);
  return facts.reduce((rest, next) => (rest === '' ? next : m.admin_facts({ rest, next })), '');
}
