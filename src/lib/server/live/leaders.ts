import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import { teamsSeen } from '../../domain/rights';
import type { DisplayState, ServerToLeader } from '../../protocol/events';
import type { Auth, Leader } from '../auth/auth';
import { Refused, sessionOf } from './doorkeeper';
import type { DisplayStates } from './states';

export interface LeaderData {
  session: string;
  /** Teams whose displays it hears of; null: all. */
  teams: readonly string[] | null;
}
/** Leaders only listen. */
export type Leaders = Namespace<Record<string, never>, ServerToLeader, DefaultEventsMap, LeaderData>;

const roomsOf = (teams: LeaderData['teams']): string[] =>
  teams === null ? ['every-team'] : teams.map((team) => `team:${team}`);

/** The namespace of leaders' pages: each hears of the displays of the teams they may see. */
export function openLeaders(leaders: Leaders, auth: Auth, states: () => DisplayStates) {
  leaders.use((socket, next) => {
    const session = sessionOf(socket.handshake.headers.cookie);
    auth.leader(session).then(
      (leader) => {
        if (!leader || session === undefined) return next(new Refused('not-allowed'));
        const teams = teamsSeen(leader);
        socket.data = { session, teams };
        void socket.join(roomsOf(teams));
        next();
        for (const state of states().of(teams)) socket.emit('display:state', state);
      },
      () => next(new Refused('busy')),
    );
  });

  /** Moves a socket to the rooms of what its leader may see by now, and tells what is new to it. */
  async function move(
    socket: Socket<Record<string, never>, ServerToLeader, DefaultEventsMap, LeaderData>,
    leader: Leader,
  ): Promise<void> {
    const [before, now] = [socket.data.teams, teamsSeen(leader)];
    if (roomsOf(before).join() === roomsOf(now).join()) return;
    for (const room of roomsOf(before)) if (!roomsOf(now).includes(room)) await socket.leave(room);
    await socket.join(roomsOf(now));
    socket.data.teams = now;
    const isNew = (team: string) => before !== null && !before.includes(team);
    const told = now === null ? states().of(null) : states().of(now.filter(isNew));
    for (const state of told) socket.emit('display:state', state);
  }

  return {
    tell(team: string, state: DisplayState): void {
      if (leaders.sockets.size > 0) leaders.to('every-team').to(`team:${team}`).emit('display:state', state);
    },
    /** Closes the sockets of leaders who have signed out meanwhile, and moves those whose rights have changed. */
    async recheck(): Promise<void> {
      for (const socket of leaders.sockets.values()) {
        const leader = await auth.leader(socket.data.session);
        if (leader) await move(socket, leader);
        else socket.disconnect(true);
      }
    },
  };
}
