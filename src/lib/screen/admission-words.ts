import { daysBetween, localDay } from '$lib/domain/calendar';
import type { Admission } from '$lib/domain/turn';
import { dayInWords, weekdayInWords } from '$lib/panels/dates';
import type { Surroundings } from '$lib/panels/surroundings';
import { m } from '$lib/paraglide/messages';

/** What a wall has to admit of the turn, as the line under its head says it. */
export function admissionWords(
  admits: Admission,
  now: Date,
  { timeZone, language }: { timeZone: string; language: string },
): NonNullable<Surroundings['admits']> {
  const today = localDay(now, timeZone);
  const day =
    daysBetween(admits.day, today) < 7
      ? weekdayInWords(`${admits.day}T12:00:00Z`, 'UTC', language)
      : dayInWords(admits.day, today, language);
  if (admits.what === 'late') return { icon: 'late', text: m.wall_late({ day }) };
  return {
    icon: 'asleep',
    text: admits.what === 'asleep' ? m.wall_asleep({ day }) : m.wall_unmoved({ day }),
  };
}
