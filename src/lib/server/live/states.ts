import type { DisplayState, Health, Revision } from '../../protocol/events';
import { sameRevision } from '../../protocol/patch';

interface Known {
  /** Sockets that stand. */
  sockets: number;
  team: string;
  board: string;
  heard: string;
  painted: Revision | null;
  since: string | null;
  health: Health | null;
  /** The last round trip to one of its screens, in milliseconds. */
  roundTrip: number | null;
  /** When it was last left (milliseconds since 1970), newest last. */
  breaks: number[];
}

/** What was lost longer ago says nothing of the link now, in milliseconds. */
const breaksCount = 3_600_000;
/** So many breaks are remembered: more are no news. */
const mostBreaks = 50;

/** What screens have told of themselves: in memory only, gone with the process. */
export class DisplayStates {
  #known = new Map<string, Known>();
  #newest = new Map<string, Revision>();

  constructor(
    readonly now: () => Date,
    readonly changed: (team: string, state: DisplayState) => void,
  ) {}

  arrived(display: string, team: string, board: string): void {
    const known = this.#known.get(display);
    const heard = this.now().toISOString();
    if (known) Object.assign(known, { team, board, heard, sockets: known.sockets + 1 });
    else
      this.#known.set(display, {
        ...{ sockets: 1, team, board, heard, painted: null, since: null, health: null },
        ...{ roundTrip: null, breaks: [] },
      });
    this.#tell(display);
  }

  left(display: string): void {
    const known = this.#known.get(display);
    if (!known) return;
    known.sockets = Math.max(0, known.sockets - 1);
    known.breaks = [...known.breaks, this.now().getTime()].slice(-mostBreaks);
    this.#tell(display);
  }

  moved(display: string, board: string): void {
    const known = this.#known.get(display);
    if (known) known.board = board;
  }

  heard(display: string): void {
    const known = this.#known.get(display);
    if (known) known.heard = this.now().toISOString();
  }

  painted(display: string, revision: Revision): void {
    const known = this.#known.get(display);
    if (!known) return;
    known.heard = this.now().toISOString();
    if (sameRevision(known.painted, revision)) return;
    known.painted = revision;
    known.since = known.heard;
    this.#tell(display);
  }

  beat(display: string, health: Health): void {
    const known = this.#known.get(display);
    if (!known) return;
    known.heard = this.now().toISOString();
    known.health = health;
    this.#tell(display);
  }

  /** How long a screen took to answer, in milliseconds. Told with the next that it says. */
  answered(display: string, roundTrip: number): void {
    const known = this.#known.get(display);
    if (known) known.roundTrip = roundTrip;
  }

  /** A board has this revision now. */
  composed(board: string, revision: Revision): void {
    this.#newest.set(board, revision);
  }

  forget(display: string): void {
    this.#known.delete(display);
  }

  get(display: string): DisplayState {
    const known = this.#known.get(display);
    if (!known) {
      const nothing = { painted: null, showing: null, since: null, health: null };
      const link = { roundTrip: null, breaks: 0 };
      return { display, connected: false, heard: null, current: false, ...nothing, link };
    }
    const { sockets, board, heard, painted, since, health, roundTrip, breaks } = known;
    const recent = this.now().getTime() - breaksCount;
    const newest = this.#newest.get(board);
    const current = sockets > 0 && painted !== null && (!newest || sameRevision(painted, newest));
    return {
      display,
      connected: sockets > 0,
      heard,
      painted,
      current,
      showing: health?.showing ?? null,
      since,
      health,
      link: { roundTrip, breaks: breaks.filter((at) => at > recent).length },
    };
  }

  /** The states of these teams' displays; null: of all. */
  of(teams: readonly string[] | null): DisplayState[] {
    return [...this.#known]
      .filter(([, { team }]) => teams === null || teams.includes(team))
      .map(([display]) => this.get(display));
  }

  #tell(display: string): void {
    const known = this.#known.get(display);
    if (known) this.changed(known.team, this.get(display));
  }
}
