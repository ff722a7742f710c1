import type { Commands } from '../command';
import { mayLogPlays } from '../rights';
import { accept } from '../refusal';
import { forbidden, notThere, put, type Decider } from './decision';

const ahead = 5 * 60_000;

/** `at` is the hour’s beginning, `last` when the newest play began (ISO). */
interface HourOfPlays {
  id: string;
  panel: string;
  of: string | undefined;
  at: string;
  plays: number;
  seconds: number;
  last: string;
}

/** Plays added up by panel, team and hour, as they are kept; `id` is the record's. */
export function playsByHour({ display, plays }: Commands['play:log']): HourOfPlays[] {
  const hours = new Map<string, HourOfPlays>();
  for (const { panel, at, seconds, team: of } of plays) {
    const hour = new Date(Math.floor(Date.parse(at) / 3_600_000) * 3_600_000).toISOString();
    const id = [display, panel, hour.slice(0, 13), ...(of === undefined ? [] : [of])].join('.');
    const sum = hours.get(id) ?? { id, panel, of, at: hour, plays: 0, seconds: 0, last: '' };
    const began = new Date(at).toISOString();
    if (began > sum.last) sum.last = began;
    sum.plays += 1;
    sum.seconds += seconds;
    hours.set(id, sum);
  }
  return [...hours.values()];
}

/** A screen tells what it has shown. What its clock puts into the future is left out. */
export const logPlays: Decider<'play:log'> = (input, { display, plays }, actor, now) => {
  if (!mayLogPlays(actor, input.display)) return forbidden();
  if (!display) return notThere();
  const changes = playsByHour(input).flatMap((hour, index) => {
    if (Date.parse(hour.at) > now.getTime() + ahead) return [];
    const before = plays[index];
    return put('play', {
      id: hour.id,
      team: display.team,
      at: hour.at,
      status: 'counted',
      batch: null,
      display: display.id,
      panel: hour.panel,
      ...(hour.of !== undefined && hour.of !== display.team ? { of: hour.of } : {}),
      plays: (before?.plays ?? 0) + hour.plays,
      seconds: Math.round((before?.seconds ?? 0) + hour.seconds),
      last: before?.last && before.last > hour.last ? before.last : hour.last,
    });
  });
  return accept({ changes, created: 0, updated: changes.length });
};
