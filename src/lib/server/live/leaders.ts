import type { DefaultEventsMap, Namespace } from 'socket.io';
import type { DisplayState, ServerToLeader } from '../../protocol/events';
import type { Auth } from '../auth/auth';
import { Refused, sessionOf } from './doorkeeper';
import type { DisplayStates } from './states';

export interface LeaderData {
  session: string;
}
/** Leaders only listen. */
export type Leaders = Namespace<Record<string, never>, ServerToLeader, DefaultEventsMap, LeaderData>;

/** The namespace of leaders' pages: each hears of the displays of the teams they lead. */
export function openLeaders(leaders: Leaders, auth: Auth, states: () => DisplayStates) {
  leaders.use((socket, next) => {
    const session = sessionOf(socket.handshake.headers.cookie);
    auth.leader(session).then(
      (leader) => {
        if (!leader || session === undefined) return next(new Refused('not-allowed'));
        socket.data = { session };
        void socket.join(
          leader.role === 'owner' ? ['every-team'] : leader.teams.map((team) => `team:${team}`),
        );
        const teams = leader.role === 'owner' ? null : leader.teams;
        next();
        for (const state of states().of(teams)) socket.emit('display:state', state);
      },
      () => next(new Refused('busy')),
    );
  });

  return {
    tell(team: string, state: DisplayState): void {
      if (leaders.sockets.size > 0) leaders.to('every-team').to(`team:${team}`).emit('display:state', state);
    },
    /** Closes the sockets of leaders who have signed out meanwhile. */
    async recheck(): Promise<void> {
      for (const socket of leaders.sockets.values()) {
        if (!(await auth.leader(socket.data.session))) socket.disconnect(true);
      }
    },
  };
}
