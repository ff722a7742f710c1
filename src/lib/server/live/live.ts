import type { Server } from 'node:http';
import type { DisplayState, ScreenCommand } from '../../protocol/events';

/** THE WIRE'S SERVER END: one engine for dev, preview and production; it owns no http server. */
export interface Live {
  /** Serves `/live` on this http server. */
  attach(http: Server): void;
  /** What is known of a display's screens. */
  state(display: string): DisplayState;
  /** Sends a command to the screens of a display; how many acknowledged within 5 s. */
  command(display: string, command: ScreenCommand): Promise<number>;
  close(): Promise<void>;
}
