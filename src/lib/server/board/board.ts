import { createHash, randomUUID } from 'node:crypto';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import { huddleStand } from '../../domain/huddle';
import type { Display } from '../../domain/display';
import type { EchoPool } from '../../domain/echo';
import type { Kind, Team } from '../../domain/records';
import type { Standing } from '../../domain/turn';
import type { Patch, Revision, Snapshot } from '../../protocol/events';
import { diff } from '../../protocol/patch';
import type { Commit, Store } from '../store/store';
import {
  compose,
  entriesOf,
  fallback,
  type Entry,
  type Scenery,
  type Selected,
  type Setting,
} from './compose';
import { concerns, FactSource, kindOf, touched, type Touched } from './facts';
import { Looks } from './look';
import { loadPanels, type Panels } from './panels';
import { Standings } from './standings';
import { stalledOf, type StalledDecision } from './stalled';
import { PatchLog } from './patch-log';
import type { Profiles } from './profiles';

/** WHAT EACH DISPLAY SHOWS. Equal displays share a board; a board is composed when a commit or time touches it. */
export interface Boards {
  /** The board of a display as it stands; undefined for an unknown or revoked display. */
  snapshot(display: string): Promise<Snapshot | undefined>;
  /** The tag of the language that a display speaks; undefined for none that hangs. */
  language(display: string): Promise<string | undefined>;
  /** The id of the board that a display shows. */
  boardOf(display: string): Promise<string | undefined>;
  /** What brings a holder of `have` up to date: a patch where the log still holds it, else a snapshot; null when current. */
  answer(display: string, have: Revision | null): Promise<Snapshot | Patch | null | undefined>;
  /** Called with each board's new patch, in order, after the commit that caused it is durable. */
  watch(onPatch: (board: string, patch: Patch) => void): () => void;
  /** Called when a display's record changed: with the board it shows now, or undefined when it was revoked. */
  watchDisplays(onMove: (display: string, board: string | undefined) => void): () => void;
  /** The team’s turn as its walls show it now; undefined for an unknown team. */
  standing(team: string): Promise<Standing | undefined>;
  /** Decisions of the team that nothing came of, oldest first. */
  stalled(team: string): Promise<StalledDecision[]>;
  /** The address a display's page was opened by; its QR codes lead there unless PUBLIC_URL says otherwise. */
  cameBy(display: string, origin: string): Promise<void>;
  close(): void;
}

export interface BoardParts {
  store: Store;
  profiles: Profiles;
  now: () => Date;
  /** The build that runs; screens that hold another one reload. */
  build: string;
  /** The day's join code of a team. */
  joinCode: (team: string, day: string) => Promise<string>;
  /** How a team says that its leaders are doing, in pools, oldest first. */
  leading?: (team: string) => Promise<EchoPool[]>;
  /** Where people's phones reach this server, given the origin a display came by (null: none yet). */
  address: (origin: string | null) => string;
  /** What went wrong with one panel; the wall goes on. */
  report?: (what: string, error: unknown) => void;
  /** For tests: the panels instead of the registry's. */
  panels?: Panels;
}

interface Board {
  id: string;
  setting: Setting;
  members: Set<string>;
  /** Kinds of records that it was composed from, by the team whose they are. */
  kinds: Map<string, Set<Touched>>;
  /** What its items came to, the day (its teams’ own) on which they were selected, and the teams whose records changed since. */
  selected: Map<string, Selected>;
  day: string;
  touched: Set<string>;
  held: Omit<Snapshot, 'now'> | undefined;
  log: PatchLog;
  /** Moments in milliseconds. */
  composedAt: number;
  lookAgain: number | null;
  dirty: boolean;
  composing: Promise<void> | undefined;
}

/** A board that changes again and again is composed at once and then this often, in milliseconds. */
const pace = 100;
/** The timer never sleeps longer than this (milliseconds), so that a machine's clock may be set. */
const longestSleep = 600_000;

/** Few are on at a time; the newest of them stands. */
const takeoversLookedAt = 20;

const loopback = /^https?:\/\/(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/;

/** Composes boards for displays as they are asked for, and keeps them current. */
export function createBoards(parts: BoardParts): Boards {
  const { store, profiles, now, report = () => {} } = parts;
  const epoch = randomUUID().slice(0, 8);
  const facts = new FactSource(store, parts.leading ?? (() => Promise.resolve([])));
  const looks = new Looks(store);
  const standings = new Standings(store);
  const boards = new Map<string, Board>();
  const displays = new Map<string, Promise<Board | undefined>>();
  const origins = new Map<string, string>();
  const onPatches = new Set<(board: string, patch: Patch) => void>();
  const onMoves = new Set<(display: string, board: string | undefined) => void>();
  let panels: Promise<Panels> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const loaded = () =>
    (panels ??= parts.panels
      ? Promise.resolve(parts.panels)
      : loadPanels((kind, error) => report(`The panel ${kind} did not load.`, error)));

  async function settingOf(display: Display): Promise<Setting> {
    const { id, team, profile, playlist, theme, language, timeZone, audience } = display;
    const { quietHours = null, rotation = null } = display;
    const address = parts.address(origins.get(id) ?? null);
    const at = now().toISOString();
    const pin = display.pin && (display.pin.until === null || display.pin.until > at) ? display.pin : null;
    const { records } = await store.list('takeover', { team, status: 'on' }, { limit: takeoversLookedAt });
    const takeovers = records
      .filter(({ displays, until }) => displays?.includes(id) && until > at)
      .map((takeover) => takeover.id);
    return {
      team,
      profile,
      playlist,
      theme,
      language,
      timeZone,
      audience,
      quietHours,
      rotation,
      address,
      pin,
      takeovers,
    };
  }

  const profileOf = ({ profile }: Setting) =>
    profiles.get(profile) ?? profiles.get('break-room') ?? profiles.list()[0];

  function boardFor(setting: Setting): Board {
    const id = createHash('sha256').update(JSON.stringify(setting)).digest('base64url').slice(0, 16);
    let board = boards.get(id);
    if (!board) {
      const log = new PatchLog();
      board = {
        id,
        setting,
        members: new Set(),
        kinds: new Map(),
        selected: new Map(),
        day: '',
        touched: new Set(),
        held: undefined,
        log,
        composedAt: -Infinity,
        lookAgain: null,
        dirty: true,
        composing: undefined,
      };
      boards.set(id, board);
    }
    return board;
  }

  /** The board of a display, joined; forgotten displays are looked up once. */
  function join(display: string): Promise<Board | undefined> {
    let found = displays.get(display);
    if (!found) {
      found = store.get('display', display).then(async (record) => {
        if (!record || record.status !== 'active') {
          displays.delete(display);
          return undefined;
        }
        const board = boardFor(await settingOf(record));
        board.members.add(display);
        return board;
      });
      displays.set(display, found);
      found.catch(() => displays.delete(display));
    }
    return found;
  }

  async function leave(display: string): Promise<void> {
    const board = await displays.get(display);
    displays.delete(display);
    board?.members.delete(display);
    if (board?.members.size === 0) boards.delete(board.id);
  }

  /** Ids of the other teams that a playlist names. */
  const othersNamed = ({ team, playlist }: Setting) => [
    ...new Set(playlist.flatMap(({ team: of }) => (of === undefined || of === team ? [] : [of]))),
  ];

  /** Those of them that are there, by id. */
  async function othersOf(setting: Setting): Promise<Map<string, Team>> {
    const found = await Promise.all(othersNamed(setting).map((id) => store.get('team', id)));
    return new Map(found.flatMap((team) => (team?.status === 'active' ? [[team.id, team] as const] : [])));
  }

  /**
   * What need not be selected again because a commit touched other teams alone: items of teams that it did not touch, until their
   * own moment to be looked at again, on the same day.
   */
  function stillGood(
    { setting, selected, day: before }: Board,
    touched: ReadonlySet<string>,
    entries: readonly Entry[],
    day: string,
    at: Date,
  ): Map<string, Selected> {
    const good = new Map<string, Selected>();
    if (touched.size === 0 || day !== before) return good;
    for (const { item } of entries) {
      const known = selected.get(item.id);
      if (!known || touched.has(item.team ?? setting.team)) continue;
      if (!known.lookAgain || known.lookAgain > at) good.set(item.id, known);
    }
    return good;
  }

  async function draw(board: Board): Promise<void> {
    const at = now();
    const { setting } = board;
    board.dirty = false;
    board.composedAt = at.getTime();
    const team = await store.get('team', setting.team);
    const profile = profileOf(setting);
    if (!team || !profile) return;
    const touched = board.touched;
    board.touched = new Set();
    const others = await othersOf(setting);
    const { quietHours, rotation } = setting;
    const theme = setting.theme ?? profile.theme;
    const scenery: Scenery = {
      profile: {
        ...profile,
        canvas: { ...profile.canvas, rotation: rotation ?? profile.canvas.rotation },
        quietHours: quietHours === 'never' ? null : (quietHours ?? profile.quietHours),
      },
      team: { id: team.id, name: team.name },
      others: new Map([...others.values()].map(({ id, name }) => [id, name])),
      look: await looks.of(team, theme),
      theme,
      language: setting.language ?? profile.language,
      timeZone: setting.timeZone ?? team.timeZone,
      audience: setting.audience ?? profile.audience,
      pin: setting.pin,
      standing: await standings.of(team, at),
    };
    const { timeZone, language, audience } = scenery;
    const today = localDay(at, timeZone);
    const { address } = setting;
    const place = async () => ({
      audience,
      timeZone,
      language,
      ask: `${address}/ask/${team.id}`,
      join:
        audience === 'staff'
          ? `${address}/team/${team.id}?join=${encodeURIComponent(await parts.joinCode(team.id, today))}`
          : null,
    });
    // Phones become another team’s at its own walls alone.
    const placeOf = (other: Team) => () =>
      Promise.resolve({
        ...{ audience, timeZone: other.timeZone, language, ask: `${address}/ask/${other.id}`, join: null },
      });
    const whereOf = (other: Team | undefined) =>
      other
        ? { team: other.id, timeZone: other.timeZone, now: at, place: placeOf(other) }
        : { team: team.id, timeZone, now: at, place };
    const gather = async (entries: Entry[]) =>
      new Map(
        await Promise.all(
          entries.map(
            async ({ item, asks }) =>
              [item.id, await facts.gather(asks, whereOf(others.get(item.team ?? '')))] as const,
          ),
        ),
      );

    const known = await loaded();
    // A board that fell asleep only thanks and asks, until somebody moves it.
    const playlist = scenery.standing?.quiet?.asleep ? [fallback] : setting.playlist;
    const huddles = await store.list('huddle', { team: team.id, status: 'on' }, { limit: 1 });
    const isHuddle = huddles.records.some((huddle) => !huddleStand(huddle, at).over);
    const isThere = ({ item: { team: of } }: Entry) => of === undefined || others.has(of);
    let entries = entriesOf(playlist, audience, known, setting.takeovers, isHuddle).filter(isThere);
    const day = [today, ...[...others.values()].map((one) => localDay(at, one.timeZone))].join(' ');
    const before = stillGood(board, touched, entries, day, at);
    let composed = compose(scenery, entries, await gather(entries), at, before);
    board.selected = composed.selected;
    board.day = day;
    let { lookAgain } = composed;
    if (composed.layout.zones.every((zone) => zone.slots.length === 0)) {
      const thanks = entriesOf([fallback], audience, known, setting.takeovers);
      composed = compose(scenery, thanks, await gather(thanks), at);
      entries = [...entries, ...thanks];
      lookAgain = [lookAgain, composed.lookAgain].filter((moment) => moment !== null).sort(byTime)[0] ?? null;
    }
    for (const { panel, error } of composed.failed)
      report(`The panel ${panel} failed and is left out.`, error);

    const asks = entries.flatMap((entry) => Object.values(entry.asks));
    const kinds = new Map<string, Set<Touched>>([
      [team.id, new Set<Kind>(['team', 'huddle', ...(team.logo ? ['picture' as const] : [])])],
      ...othersNamed(setting).map((of) => [of, new Set<Kind>(['team'])] as const),
    ]);
    for (const { item, asks } of entries)
      for (const kind of Object.values(asks).map(kindOf))
        if (kind !== undefined) kinds.get(item.team ?? team.id)?.add(kind);
    board.kinds = kinds;
    // The join code changes at midnight.
    const midnight = asks.some(({ ask }) => ask === 'place')
      ? momentOf(addDays(today, 1), '00:00', timeZone)
      : null;
    board.lookAgain =
      [lookAgain, midnight]
        .filter((moment) => moment !== null)
        .sort(byTime)[0]
        ?.getTime() ?? null;

    const { layout, slots, asOf } = composed;
    const { held } = board;
    if (!held) {
      board.held = { board: board.id, revision: { epoch, n: 1 }, layout, slots, asOf, build: parts.build };
      return;
    }
    const difference = diff(held, composed);
    if (!difference) return;
    const from = held.revision;
    const to = { epoch, n: from.n + 1 };
    // What did not change stays the same object, so that the next difference is quick to find.
    const kept = Object.fromEntries(
      Object.entries(slots).map(([id, slot]) => [id, difference.slots[id] ?? held.slots[id] ?? slot]),
    );
    board.held = { ...held, revision: to, layout, slots: kept, asOf };
    const patch: Patch = { from, to, ...difference, now: now().toISOString() };
    board.log.add(patch);
    for (const onPatch of onPatches) attempt(() => onPatch(board.id, patch));
  }

  const byTime = (a: Date, b: Date) => a.getTime() - b.getTime();

  function attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      report('A watcher of the boards failed.', error);
    }
  }

  /** Composes the board; one composition at a time, and again when it was touched meanwhile. */
  function recompose(board: Board): Promise<void> {
    board.composing ??= draw(board)
      .catch((error: unknown) => {
        // The store refused: what hangs stays, and it is tried again.
        board.dirty = true;
        board.selected = new Map();
        report('A board could not be composed.', error);
      })
      .finally(() => {
        board.composing = undefined;
        rest();
      });
    return board.composing;
  }

  const dueAt = (board: Board) =>
    Math.min(board.dirty ? board.composedAt + pace : Infinity, board.lookAgain ?? Infinity);

  /** Sets the one timer to the next moment at which a board is due. */
  function rest(): void {
    clearTimeout(timer);
    if (closed) return;
    let due = Infinity;
    for (const board of boards.values()) if (!board.composing) due = Math.min(due, dueAt(board));
    if (due === Infinity) return;
    timer = setTimeout(wake, Math.max(1, Math.min(longestSleep, due - now().getTime())));
    timer.unref?.();
  }

  function wake(): void {
    const at = now().getTime();
    for (const board of boards.values()) {
      if (board.composing || dueAt(board) > at) continue;
      board.lookAgain = null;
      void recompose(board);
    }
    rest();
  }

  async function current(display: string): Promise<Board | undefined> {
    const board = await join(display);
    if (!board) return undefined;
    if (!board.held) await recompose(board);
    return board.held ? board : undefined;
  }

  async function moved(display: string): Promise<void> {
    const known = displays.has(display);
    await leave(display);
    const board = known ? await join(display) : undefined;
    if (known && board && !board.held) await recompose(board);
    if (known) for (const onMove of onMoves) attempt(() => onMove(display, board?.id));
  }

  function onCommit(commit: Commit): void {
    const touches = touched(commit);
    facts.forget(touches);
    const turned = standings.forget(commit);
    for (const board of boards.values()) {
      for (const [team, kinds] of board.kinds)
        if ([...kinds].some((kind) => concerns(touches, kind, team))) board.touched.add(team);
      if (turned.has(board.setting.team)) board.touched.add(board.setting.team);
      if (board.touched.size === 0) continue;
      board.dirty = true;
      if (!board.composing && now().getTime() - board.composedAt >= pace) void recompose(board);
    }
    const moves = commit.kinds.has('display') || commit.kinds.has('takeover');
    for (const change of moves ? commit.changes : []) {
      if ('put' in change && change.put === 'display') void moved(change.record.id);
      else if ('erase' in change && change.erase === 'display') void moved(change.id);
      else if ('put' in change && change.put === 'takeover')
        for (const display of change.record.displays ?? []) void moved(display);
    }
    rest();
  }

  const stopStore = store.watch(onCommit);
  const stopProfiles = profiles.onChange((name) => {
    for (const board of boards.values()) {
      if (board.setting.profile !== name) continue;
      for (const team of board.kinds.keys()) board.touched.add(team);
      board.dirty = true;
      if (!board.composing) void recompose(board);
    }
  });

  return {
    async snapshot(display) {
      const board = await current(display);
      return board?.held && { ...board.held, now: now().toISOString() };
    },
    async language(display) {
      const board = await join(display);
      return board && (board.setting.language ?? profileOf(board.setting)?.language);
    },
    async boardOf(display) {
      return (await join(display))?.id;
    },
    async answer(display, have) {
      const board = await current(display);
      if (!board?.held) return undefined;
      const { revision } = board.held;
      if (have && have.epoch === revision.epoch) {
        if (have.n === revision.n) return null;
        const patch = board.log.since(have);
        if (patch) return patch;
      }
      return { ...board.held, now: now().toISOString() };
    },
    watch(onPatch) {
      onPatches.add(onPatch);
      return () => onPatches.delete(onPatch);
    },
    watchDisplays(onMove) {
      onMoves.add(onMove);
      return () => onMoves.delete(onMove);
    },
    async standing(id) {
      const team = await store.get('team', id);
      return team && standings.of(team, now());
    },
    stalled: (team) => stalledOf(store, team, now()),
    async cameBy(display, origin) {
      // A kiosk on the server itself: its own name leads no phone here.
      if (loopback.test(origin) || origins.get(display) === origin) return;
      const before = parts.address(origins.get(display) ?? null);
      origins.set(display, origin);
      if (before !== parts.address(origin) && displays.has(display)) await moved(display);
    },
    close() {
      closed = true;
      clearTimeout(timer);
      stopStore();
      stopProfiles();
    },
  };
}
