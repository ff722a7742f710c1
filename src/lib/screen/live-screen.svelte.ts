/* eslint-disable svelte/prefer-svelte-reactivity -- timers and moments; nothing draws their insides */
import { tick } from 'svelte';
import type {
  Health,
  Patch,
  RefusalCode,
  Revision,
  ScreenCommand,
  Snapshot,
  Zone,
} from '$lib/protocol/events';
import { protocolNumber } from '$lib/protocol/events';
import { apply, sameRevision } from '$lib/protocol/patch';
import { freshPictures, merged } from './board-change';
import { connect, refusalOf, type ScreenSocket } from './connection';
import { healthOf } from './health';
import { dropPage } from './kept-page';
import { forget, isLongAgo, keep, personalFor, recall, withoutPeople, type Kept } from './last-snapshot';
import { loadComponents, type PanelComponents } from './panel-components';
import { noteHad, notedHad, wasHad } from './once';
import { fetchPicture } from './pictures';
import { PlayLog } from './play-log';
import { Player, type Played } from './player.svelte';
import { ServerClock } from './server-clock';
import { isFirstReloadFor, mayReload, reloadSafely } from './watchdog';

export interface ScreenParts {
  display: string;
  /** The board as the server rendered it, its first scene on the page already; or as this TV kept it. */
  first: Snapshot;
  /** Where `first` is what this TV kept: since when, and by which clock. */
  kept?: Pick<Kept, 'heard' | 'offset'>;
  components: PanelComponents;
  /** Sent with the handshake where no cookie can be (embedded in another site). */
  token?: string;
  /** The build this page belongs to. */
  build: string;
  /** The language that this page’s words are in, as its board names it; absent where the display hangs no more. */
  language?: string;
  /** A leader looks on: nothing is kept, logged or told. */
  preview?: boolean;
  /** The slot that a preview shows all the time. */
  pin?: string;
  /** With which scene of its loops the page begins; 0 is the first (scene-walk.ts). */
  scene?: number;
}

/** What a display's page is drawn from, on the server and again in the browser; `first` is null for who may not see it. */
export interface DisplayParts extends Omit<ScreenParts, 'first' | 'components'> {
  first: Snapshot | null;
  /** This is the page that a TV keeps: no board is in it, the TV puts up the one that it has. */
  bare?: boolean;
  /** The way to the page where a TV is paired. */
  pairing: string;
}

/** Two beats of the server and a little more: the line was given up by then. */
const silentAfter = 12_000;
/** A wall that starts with an old board says so sooner. */
const silentAtStart = 5_000;
const beatEvery = 20_000;
const paintedEvery = 5_000;
const tryAgainAfter = 10_000;
/** A takeover's end is looked at again after so long: the clock may have been set. */
const longestTimer = 60_000;

/** THE TV: follows its board over the socket and never lets go of what it holds. */
export class LiveScreen {
  #held = $state.raw<Snapshot>() as Snapshot;
  #components = $state.raw<PanelComponents>({});
  #players = $state.raw<Record<string, Player>>({});
  #takeover = $state.raw<{ player: Player; alarm: boolean } | null>(null);
  #silent = $state.raw(false);
  #refused = $state.raw<RefusalCode | null>(null);
  #identifying = $state.raw<string | null>(null);
  #heardAt = $state.raw<Date | null>(null);

  readonly clock = new ServerClock();
  readonly #parts: ScreenParts;
  readonly #dial: typeof connect;
  readonly #log = new PlayLog(
    (entries) =>
      new Promise((resolve) => {
        if (!this.#socket?.connected) return resolve(false);
        this.#socket.timeout(5_000).emit('play:log', entries, (late, taken) => resolve(!late && taken));
      }),
  );
  #socket: ScreenSocket | undefined;
  #queue: Promise<void> = Promise.resolve();
  #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #painted: Revision | null = null;
  #paintedAt = -Infinity;
  #keptAt = -Infinity;
  #started = 0;
  #reloading = false;
  #lastError: string | null = null;
  /** The moment that the page before this one had. */
  #had: string | undefined;

  /** `dial` makes the socket; another one than the wall's own is for tests. */
  constructor(parts: ScreenParts, dial: typeof connect = connect) {
    this.#parts = parts;
    this.#dial = dial;
    this.#components = parts.components;
    this.#hold(parts.first);
  }

  /** The board as it hangs. */
  get board(): Snapshot {
    return this.#held;
  }
  get components(): PanelComponents {
    return this.#components;
  }
  /** One player for each zone. */
  get players(): Record<string, Player> {
    return this.#players;
  }
  /** What has the whole wall now, instead of the zones; an alarm a dark one too. */
  get takeover(): { player: Player; alarm: boolean } | null {
    return this.#takeover;
  }
  /** Nothing was heard of the server for 15 s. */
  get silent(): boolean {
    return this.#silent;
  }
  /** When the server was last heard; null before the first word over the socket. */
  get heardAt(): Date | null {
    return this.#heardAt;
  }
  /** Why the server does not let this screen in; null while it does. */
  get refused(): RefusalCode | null {
    return this.#refused;
  }
  /** Milliseconds until the scene that hangs has had its time. */
  get rest(): number {
    return Object.values(this.#players)[0]?.rest ?? 0;
  }
  /** The name to show in large, while a leader looks for this display. */
  get identifying(): string | null {
    return this.#identifying;
  }

  /** Begins: the players move, the socket connects. Returns how to stop. */
  start(): () => void {
    const { display, first, preview } = this.#parts;
    this.#started = Date.now();
    this.#had = notedHad();
    const [page] = performance.getEntriesByType('navigation');
    if (this.#parts.kept) this.clock.assume(this.#parts.kept.offset);
    // Only a page that just came over the network knows the time.
    else if (page instanceof PerformanceNavigationTiming && page.transferSize > 0) {
      this.clock.heard(first.now, 0, performance.timeOrigin + page.responseStart);
    }
    this.#heardAt = new Date(this.#parts.kept?.heard ?? first.now);
    const kept = preview ? undefined : recall(display);
    if (kept && kept.snapshot.now > first.now) {
      this.#heardAt = new Date(kept.heard);
      this.#take(kept.snapshot);
    }
    this.#hold(this.#held);

    const socket = this.#dial(() => ({
      display,
      protocol: protocolNumber,
      build: this.#parts.build,
      ...(this.#parts.token ? { token: this.#parts.token } : {}),
    }));
    this.#socket = socket;
    socket.on('connect', () => {
      this.#refused = null;
      this.#heard();
      this.#sync();
      this.#beat();
    });
    socket.on('board:snapshot', (snapshot) => this.#take(snapshot));
    socket.on('board:patch', (patch) => this.#take(patch));
    socket.on('screen:command', (command, done) => this.#obey(command, done));
    socket.on('connect_error', (error) => this.#fail(error));
    socket.on('disconnect', (reason) => {
      // The server closed this one on purpose; ask why.
      if (reason === 'io server disconnect') this.#after('again', 1_000, () => socket.connect());
    });
    socket.io.on('ping', () => this.#heard());
    socket.connect();

    const kick = () => {
      if (document.visibilityState === 'hidden') return;
      if (socket.connected) this.#sync();
      else socket.connect();
    };
    const note = (event: ErrorEvent | PromiseRejectionEvent) => {
      this.#lastError = String('reason' in event ? event.reason : event.message).slice(0, 500);
    };
    window.addEventListener('online', kick);
    document.addEventListener('visibilitychange', kick);
    window.addEventListener('error', note);
    window.addEventListener('unhandledrejection', note);
    this.#listenForSilence(this.#parts.kept ? silentAtStart : silentAfter);
    this.#pulse();
    return () => {
      for (const timer of this.#timers.values()) clearTimeout(timer);
      for (const player of Object.values(this.#players)) player.stop();
      this.#takeover?.player.stop();
      window.removeEventListener('online', kick);
      document.removeEventListener('visibilitychange', kick);
      window.removeEventListener('error', note);
      window.removeEventListener('unhandledrejection', note);
      socket.disconnect();
    };
  }

  /** A slot's component failed: the loop goes on without it. */
  broken(zone: string, slot: string, panel: string, error: unknown): void {
    this.#lastError = `${panel}: ${String(error)}`.slice(0, 500);
    if (slot === this.#held.layout.takeover?.slot) this.#takeover?.player.leaveOut(slot);
    else this.#players[zone]?.leaveOut(slot);
  }

  #after(name: string, milliseconds: number, act: () => void): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(name, setTimeout(act, milliseconds));
  }

  /** The server spoke. */
  #heard(): void {
    this.#heardAt = this.clock.now();
    this.#silent = false;
    this.#listenForSilence();
    if (Date.now() - this.#keptAt > 300_000) this.#keep();
  }

  #listenForSilence(patience = silentAfter): void {
    this.#after('silence', patience, () => (this.#silent = true));
    const age = this.#heardAt ? this.clock.now().getTime() - this.#heardAt.getTime() : 0;
    this.#after('people', Math.max(0, personalFor - age), () => this.#sendPeopleHome());
  }

  /** Takes down names and words once the server has been silent for too long. */
  #sendPeopleHome(): void {
    if (!this.#heardAt || !isLongAgo(this.#heardAt, this.clock.now())) return;
    const next = withoutPeople(this.#held);
    if (next === this.#held) return;
    this.#hold(next);
    this.#keep();
  }

  #pulse(): void {
    this.#after('pulse', beatEvery * (0.8 + Math.random() * 0.4), () => {
      if (this.#socket?.connected) {
        this.#sync();
        this.#beat();
        void this.#log.flush();
      }
      // A TV may have set its clock meanwhile: timers do not notice.
      this.#sendPeopleHome();
      this.#pulse();
    });
  }

  get #health(): Health {
    const player = this.#takeover?.player ?? Object.values(this.#players)[0];
    return healthOf({
      started: this.#started,
      clockOffset: this.clock.offset,
      showing: player?.showing?.content.panel ?? null,
      lastError: this.#lastError,
    });
  }

  #sync(): void {
    this.#socket?.timeout(10_000).emit('board:sync', this.#held.revision, (late, answer) => {
      if (late) return;
      this.#heard();
      if (answer) this.#take(answer);
      else void this.#announce();
    });
  }

  #beat(): void {
    const asked = Date.now();
    this.#socket?.timeout(10_000).emit('screen:beat', this.#health, (late, now) => {
      if (late) return;
      // A board that came before this was held against the wrong time.
      if (this.clock.heard(now, (Date.now() - asked) / 2)) this.#hold(this.#held);
      this.#heard();
    });
  }

  /** Takes what the server sent, one after the other: components are loaded before their slot is shown. */
  #take(change: Snapshot | Patch): void {
    // The wall changes in the same turn when it holds all it needs.
    if (this.#isIdle && this.#hasComponents(change) && freshPictures(this.#held, change).length === 0) {
      this.#accept(change);
      return;
    }
    this.#isIdle = false;
    this.#queue = this.#queue
      .then(async () => {
        this.#components = await loadComponents(change.slots, this.#components);
        await Promise.all(freshPictures(this.#held, change).map(fetchPicture));
        this.#accept(change);
      })
      .catch((error: unknown) => {
        this.#lastError = String(error).slice(0, 500);
      });
    const last = this.#queue;
    void last.then(() => {
      if (this.#queue === last) this.#isIdle = true;
    });
  }
  #isIdle = true;

  #hasComponents(change: Snapshot | Patch): boolean {
    return Object.values(change.slots).every((slot) => slot === null || this.#components[slot.panel]);
  }

  #accept(change: Snapshot | Patch): void {
    if (this.#speaksOtherwise(change)) return;
    if ('from' in change) {
      const next = apply(this.#held, change);
      if (!next) {
        this.#sync();
        return;
      }
      this.clock.heard(change.now);
      this.#hold(next);
    } else {
      const { revision } = this.#held;
      const older =
        change.board === this.#held.board &&
        change.revision.epoch === revision.epoch &&
        change.revision.n < revision.n;
      if (older) return;
      this.#hold(merged(this.#held, change));
      if (change.build !== this.#parts.build) this.#renew(change.build);
    }
    this.#after('keep', 1_000, () => this.#keep());
    void this.#announce();
  }

  /**
   * Whether the board speaks another language now, so that this page has no words for it: what hangs stays until the page is loaded
   * anew, at once. Where that has helped nothing the board is taken as it is.
   */
  #speaksOtherwise({ layout }: Snapshot | Patch): boolean {
    const { build, language, preview } = this.#parts;
    if (!layout || !language || layout.language === language) return false;
    if (!this.#reloading && (preview || isFirstReloadFor(`${build} ${layout.language}`))) this.#loadAnew(0);
    return this.#reloading;
  }

  #hold(next: Snapshot): void {
    this.#held = next;
    const pinned = this.#pinnedIn(next);
    const players: Record<string, Player> = {};
    let changed = false;
    for (const zone of next.layout.zones) {
      const known = this.#players[zone.id];
      if (known) known.update(zone, next.slots, pinned);
      else changed = true;
      players[zone.id] = known ?? this.#newPlayer(zone, next);
    }
    for (const [id, player] of Object.entries(this.#players)) {
      if (players[id]) continue;
      changed = true;
      player.stop();
    }
    if (changed) this.#players = players;
    this.#giveWay(next);
  }

  /** Lets the takeover of a board that is on have the wall: the zones stand still until it ends, which needs no server. */
  #giveWay(next: Snapshot): void {
    const { takeover } = next.layout;
    const now = this.#started ? this.clock.now().getTime() : Date.parse(next.now);
    const left = takeover && next.slots[takeover.slot] ? Date.parse(takeover.until) - now : 0;
    clearTimeout(this.#timers.get('takeover'));
    if (takeover && left > 0 && !wasHad(takeover, this.#had)) {
      const zone = { id: takeover.slot, share: 1, slots: [takeover.slot] };
      const player = this.#takeover?.player ?? this.#newPlayer(zone, next);
      player.update(zone, next.slots);
      if (this.#takeover?.alarm !== takeover.alarm) this.#takeover = { player, alarm: takeover.alarm };
      for (const below of Object.values(this.#players)) below.stop();
      if (this.#started) {
        player.start();
        if (takeover.once && !this.#parts.preview) noteHad(takeover);
        this.#after('takeover', Math.min(left, longestTimer), () => this.#hold(this.#held));
      }
      return;
    }
    this.#takeover?.player.stop();
    this.#takeover = null;
    if (this.#started) for (const player of Object.values(this.#players)) player.start();
  }

  #pinnedIn({ layout }: Snapshot): string | null {
    return this.#parts.pin ?? layout.pinned ?? null;
  }

  #newPlayer(zone: Zone, next: Snapshot): Player {
    const log = ({ since, ...played }: Played) => {
      if (this.#parts.preview) return;
      this.#log.add({ ...played, at: new Date(since - this.clock.offset).toISOString() });
    };
    return new Player(zone, next.slots, log, {
      scene: this.#started ? 0 : this.#parts.scene,
      pinned: this.#pinnedIn(next),
    });
  }

  #keep(): void {
    if (this.#parts.preview || this.#refused) return;
    this.#keptAt = Date.now();
    const heard = (this.#heardAt ?? this.clock.now()).toISOString();
    keep(this.#parts.display, { snapshot: this.#held, heard, offset: this.clock.offset });
  }

  /** Tells the server what stands on the glass: at once the first time, then at most every 5 s. */
  async #announce(): Promise<void> {
    if (this.#parts.preview) return;
    await tick();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const { revision } = this.#held;
    if (sameRevision(this.#painted, revision) || !this.#socket?.connected) return;
    const wait = this.#paintedAt + paintedEvery - Date.now();
    if (wait > 0) {
      this.#after('painted', wait, () => void this.#announce());
      return;
    }
    this.#painted = revision;
    this.#paintedAt = Date.now();
    this.#socket.emit('board:painted', revision);
  }

  #fail(error: Error): void {
    const code = refusalOf(error);
    if (!code) return; // No server: the socket tries again by itself.
    // Where that does not help, the wall stays as it is.
    if (code === 'protocol' && mayReload(Date.now())) void reloadSafely();
    if (code === 'unknown-display' || code === 'not-allowed') {
      this.#refused = code;
      this.#timers.forEach((timer, name) => name === 'keep' && clearTimeout(timer));
      forget(this.#parts.display);
      void dropPage();
    }
    this.#after('again', tryAgainAfter * (0.5 + Math.random()), () => this.#socket?.connect());
  }

  #obey(command: ScreenCommand, done: (taken: boolean) => void): void {
    done(true);
    if (command.do === 'reload') void reloadSafely();
    else if (command.do === 'skip') for (const player of Object.values(this.#players)) player.goOn();
    else if (command.do === 'identify') {
      this.#identifying = command.name;
      this.#after('identify', Math.min(60, command.seconds) * 1000, () => (this.#identifying = null));
    }
  }

  /** A new build runs on the server: reload when the scene that hangs has had its time, not all walls at once. */
  #renew(build: string): void {
    if (this.#reloading || this.#parts.preview || !isFirstReloadFor(build)) return;
    this.#loadAnew(this.rest + Math.random() * 10_000);
  }

  /** Loads the page anew after so many milliseconds, or as soon as there is a server. */
  #loadAnew(after: number): void {
    this.#reloading = true;
    const attempt = () =>
      void reloadSafely().then((done) => {
        if (!done) this.#after('renew', tryAgainAfter, attempt);
      });
    this.#after('renew', after, attempt);
  }
}
