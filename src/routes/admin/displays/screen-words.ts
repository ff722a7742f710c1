import type { Health, LinkState } from '$lib/protocol/events';
import { m } from '$lib/paraglide/messages';

/** A clock that differs less is called right, in seconds. */
const right = 2;

/** "Chromium 108": the program that a screen runs on, from what it says of itself ("Chrome/108.0.5359.71"). */
function engineWords(engine: string): string {
  const [, name, version] = /^(Chrome|Version|Firefox)\/(\d+)/.exec(engine) ?? [];
  if (!name || !version) return m.admin_screen_engine_unknown();
  const names = { Chrome: 'Chromium', Version: 'WebKit', Firefox: 'Firefox' };
  return m.admin_screen_engine({ name: names[name as keyof typeof names], version });
}

/** A length of time in its largest unit, whole: "3 days", "5 hours", "20 minutes". */
function lengthWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return m.admin_screen_moment();
  if (minutes < 60) return m.admin_screen_minutes({ count: minutes });
  if (minutes < 48 * 60) return m.admin_screen_hours({ count: Math.floor(minutes / 60) });
  return m.admin_screen_days({ count: Math.floor(minutes / 1440) });
}

function clockWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const off = Math.abs(seconds);
  if (off < right) return m.admin_screen_clock_right();
  const length = off < 120 ? m.admin_screen_seconds({ count: off }) : lengthWords(off);
  return seconds > 0 ? m.admin_screen_clock_ahead({ length }) : m.admin_screen_clock_behind({ length });
}

/** How good the way to a screen is: its round trip, and how often it was lost within the last hour. */
export function linkWords({ roundTrip, breaks }: LinkState): string[] {
  return [
    ...(roundTrip === null ? [] : [m.screens_link({ milliseconds: Math.max(1, Math.round(roundTrip)) })]),
    ...(breaks === 0 ? [] : [m.screens_breaks({ count: breaks })]),
  ];
}

/** What a screen last told of itself, in words, one thing each: engine, size, since when, memory, clock. */
export function screenWords({ engine, width, height, uptime, heap, clockOffset }: Health): string[] {
  return [
    engineWords(engine),
    m.admin_screen_size({ width, height }),
    m.admin_screen_on({ length: lengthWords(uptime) }),
    ...(heap === null ? [] : [m.admin_screen_heap({ megabytes: Math.round(heap / 1e6) })]),
    clockWords(clockOffset),
  ];
}
