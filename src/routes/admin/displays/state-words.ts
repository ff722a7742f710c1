import type { DisplayState } from '$lib/protocol/events';
import { m } from '$lib/paraglide/messages';
import { sinceWords } from '../when';

/** How it stands with a display, in one sentence: connected or silent, showing since when, current or behind. */
export function stateWords(
  state: DisplayState,
  { paired, now, timeZone, language }: { paired: boolean; now: string; timeZone: string; language: string },
): string {
  const since = (at: string) => sinceWords(at, now, timeZone, language);
  if (!state.connected) {
    if (!paired) return m.admin_state_never_paired();
    return state.heard ? m.admin_state_silent({ since: since(state.heard) }) : m.admin_state_not_heard();
  }
  if (!state.current) return m.admin_state_behind();
  return state.since ? m.admin_state_showing({ since: since(state.since) }) : m.admin_state_connected();
}
