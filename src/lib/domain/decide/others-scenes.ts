import type { Actor } from '../command';
import type { Display } from '../display';
import type { PlaylistItem } from '../playlist';
import type { Team } from '../records';
import { refuse, type Refusal } from '../refusal';
import { mayLead } from '../rights';
import { invalid } from './decision';

type Playlist = readonly PlaylistItem[];

/** The playlist as a display of the team has it: what is the team’s own needs no naming. */
export const asHungBy = (playlist: Playlist, team: string): PlaylistItem[] =>
  playlist.map((item) => {
    const { team: of, ...own } = item;
    return of === team ? own : item;
  });

/** Whether it is the very scene: the same team’s, with the same options. Its hours and its seconds do not matter. */
const isSame = (a: PlaylistItem, b: PlaylistItem): boolean =>
  a.team === b.team && a.panel === b.panel && JSON.stringify(a.options) === JSON.stringify(b.options);

/**
 * Why a playlist may not hang on the display, for scenes of other teams. Whoever leads a team puts its scenes on any wall that is
 * theirs to change; one that `allowed` has already stays there, goes elsewhere in it and comes off it by whoever leads the wall.
 */
export function othersRefused(
  playlist: Playlist,
  { team: home }: Pick<Display, 'team'>,
  allowed: Playlist,
  teams: readonly (Team | undefined)[],
  actor: Actor,
): { ok: false; refusal: Refusal } | undefined {
  for (const [at, item] of playlist.entries()) {
    if (item.team === undefined || item.team === home || allowed.some((one) => isSame(one, item))) continue;
    if (!mayLead(actor, item.team)) return refuse('forbidden', 'scene-not-yours');
    if (!teams.some((team) => team?.id === item.team))
      return invalid({ code: 'unknown-team', path: `playlist.${at}.team` });
  }
  return undefined;
}
