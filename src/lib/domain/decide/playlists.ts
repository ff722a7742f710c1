import type { Actor } from '../command';
import type { Display } from '../display';
import { asHungBy, othersRefused } from './others-scenes';
import { playlistsKept, type PastPlaylist } from '../past-playlist';
import type { Change } from '../records';
import { mayLead } from '../rights';
import {
  add,
  changedMeanwhile,
  edit,
  forbidden,
  invalid,
  isOf,
  notThere,
  nothingToDo,
  updated,
  type Decider,
} from './decision';

const same = (a: Display['playlist'], b: Display['playlist']) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What a playlist that gives way leaves behind: itself, with who replaced it and when. The oldest go once there are more
 * than `playlistsKept`. Nothing where the new one is the same.
 */
export function leavesBehind(
  display: Display,
  playlist: Display['playlist'],
  past: readonly PastPlaylist[],
  actor: Actor,
  now: Date,
): Change[] {
  if (same(display.playlist, playlist)) return [];
  const oldest = [...past].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(playlistsKept - 1);
  return [
    add('past-playlist', {
      id: `${display.id}.${display.version}`,
      team: display.team,
      at: now.toISOString(),
      status: 'past',
      batch: null,
      display: display.id,
      playlist: display.playlist,
      by: actor.as === 'account' ? actor.name : '',
    }),
    ...oldest.map(({ id }) => ({ erase: 'past-playlist' as const, id })),
  ];
}

/** A playlist of before hangs again; what it replaces can be taken back in turn. */
export const undoPlaylist: Decider<'playlist:undo'> = (input, { display, past, others }, actor, now) => {
  if (display?.status !== 'active') return notThere();
  if (!mayLead(actor, display.team)) return forbidden();
  const found = past.find(({ id }) => id === input.past);
  if (!found || found.display !== display.id) return notThere();
  const refused = othersRefused(found.playlist, display, display.playlist, others, actor);
  if (refused) return refused;
  if (input.saw !== display.version) return changedMeanwhile();
  const changes = leavesBehind(display, found.playlist, past, actor, now);
  if (changes.length === 0) return nothingToDo();
  return updated(edit('display', display, { playlist: found.playlist }), ...changes);
};

/** Other displays show the same from now on; all of them or, where one is not the leader’s, none. */
export const copyPlaylist: Decider<'playlist:copy'> = (input, { display, to, past, others }, actor, now) => {
  if (display?.status !== 'active') return notThere();
  if (!mayLead(actor, display.team)) return forbidden();
  if (input.to.length === 0) return invalid({ code: 'choose-one', path: 'to' });
  if (input.saw !== display.version) return changedMeanwhile();
  const changes: Change[] = [];
  for (const target of to) {
    if (target?.status !== 'active') return invalid({ code: 'unknown-display', path: 'to' });
    if (!mayLead(actor, target.team)) return forbidden();
    if (target.id === display.id) continue;
    // What an owner let one wall of a team show, the team’s other walls may show.
    const allowed = target.team === display.team ? display.playlist : target.playlist;
    const refused = othersRefused(display.playlist, target, allowed, others, actor);
    if (refused) return refused;
    const playlist = asHungBy(display.playlist, target.team);
    const own = past.filter((one) => one.display === target.id && isOf(one, target.team));
    const left = leavesBehind(target, playlist, own, actor, now);
    if (left.length > 0) changes.push(edit('display', target, { playlist }), ...left);
  }
  return changes.length > 0 ? updated(...changes) : nothingToDo();
};
