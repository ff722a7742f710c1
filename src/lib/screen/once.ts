import type { Snapshot, Takeover } from '$lib/protocol/events';

/** What a TV’s browser says with the page that it asks for: the moment that it had last, by when that ends. */
export const hadCookie = 'huddleboard_had';

const markOf = ({ until }: Takeover): string => String(Date.parse(until));

/** Writes down that this TV has had a moment; a minute later it is over everywhere. */
export function noteHad(takeover: Takeover): void {
  document.cookie = `${hadCookie}=${markOf(takeover)}; path=/display; max-age=60; samesite=lax`;
}

/** What this browser has written down; undefined: nothing. */
export const notedHad = (): string | undefined =>
  new RegExp(`${hadCookie}=(\\d+)`).exec(document.cookie)?.[1];

/** Whether it is a moment that comes once and was had already. */
export const wasHad = (takeover: Takeover, had: string | undefined): boolean =>
  takeover.once === true && markOf(takeover) === had;

/** A board without the moment that the TV has had. */
export function withoutHad(board: Snapshot, had: string | undefined): Snapshot {
  const { takeover, ...layout } = board.layout;
  return takeover && wasHad(takeover, had) ? { ...board, layout } : board;
}
