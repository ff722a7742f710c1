import type { Socket } from 'socket.io-client';
import type { DisplayState, ServerToLeader } from '$lib/protocol/events';

/** What displays show, kept current by the leaders' socket; without one it stays as the page was loaded. */
export class LiveStates {
  #loaded: () => readonly DisplayState[];
  #heard = $state.raw<Readonly<Record<string, DisplayState>>>({});

  constructor(loaded: () => readonly DisplayState[]) {
    this.#loaded = loaded;
    $effect(() => {
      let socket: Socket<ServerToLeader> | undefined;
      let left = false;
      void import('socket.io-client').then(({ io }) => {
        if (left) return;
        socket = io('/leaders', { path: '/live', transports: ['websocket', 'polling'] });
        socket.on('display:state', (state) => {
          this.#heard = { ...this.#heard, [state.display]: state };
        });
      });
      return () => {
        left = true;
        socket?.disconnect();
      };
    });
  }

  /** The states of the displays that the page was loaded with. */
  get states(): DisplayState[] {
    return this.#loaded().map((state) => this.#heard[state.display] ?? state);
  }

  of(display: string): DisplayState | undefined {
    return this.states.find((state) => state.display === display);
  }
}
