import { safeParse } from 'valibot';
import {
  shownZones,
  zoneFor,
  type DisplayProfile,
  type QuietHours,
  type Rotation,
} from '../../domain/display-profile';
import { dwellOf, dwellRange, type PlaylistItem } from '../../domain/playlist';
import { isOn, nextChange } from '../../domain/schedule';
import { admissionOf, ringOf, type Standing } from '../../domain/turn';
import type { Ask } from '../../panels/needs';
import type { Layout, Slot, Takeover, Zone } from '../../protocol/events';
import type { Picture } from '../../protocol/patch';
import type { Look } from './look';
import type { LoadedPanel, Panels } from './panels';

/** What a board depends on besides facts: equal settings share a board. */
export interface Setting {
  team: string;
  profile: string;
  playlist: PlaylistItem[];
  theme: Layout['theme'] | null;
  language: string | null;
  timeZone: string | null;
  audience: Layout['audience'] | null;
  quietHours: QuietHours | 'never' | null;
  rotation: Rotation | null;
  /** Where people's phones reach this server, such as `http://192.168.1.20:3000`. */
  address: string;
  /** The item that stays until a moment (ISO); null: none. */
  pin: { item: string; until: string | null } | null;
  /** Ids of takeovers that name this display; those for all of the team's need no naming. */
  takeovers: string[];
}

/** A setting with everything it leaves open filled in; its own quiet hours and rotation stand in the profile's place. */
export interface Scenery {
  profile: DisplayProfile;
  team: { id: string; name: string };
  /** Names of the other teams whose scenes may hang here, by id; one that is not there has none. */
  others?: ReadonlyMap<string, string>;
  look: Look;
  theme: Layout['theme'];
  language: string;
  timeZone: string;
  audience: Layout['audience'];
  pin: Setting['pin'];
  /** The team’s turn; null where it is not known. */
  standing: Standing | null;
}

/** One playlist item, its panel, the options as its schema took them, and whose it is where that is another team than the wall’s. */
export interface Entry {
  item: PlaylistItem;
  panel: LoadedPanel;
  options: unknown;
  asks: Record<string, Ask>;
}

export type Facts = ReadonlyMap<string, Record<string, unknown>>;

export interface Composition extends Picture {
  /** When to compose again though no fact has changed; null: never. */
  lookAgain: Date | null;
  /** Items that failed, to be reported; the rest hangs. */
  failed: { item: string; panel: string; error: unknown }[];
  /** What each item came to, by id. */
  selected: Map<string, Selected>;
}

/** What stands on a wall that has nothing else to show, or whose board sleeps. It changes sides every five minutes. */
export const fallback: PlaylistItem = {
  id: 'fallback',
  panel: 'thank-and-ask',
  options: {},
  dwell: dwellRange.max,
};

/** What stands over every playlist while a huddle is on, and under what follows. */
const huddleItem: PlaylistItem = { id: 'huddle', panel: 'huddle', options: {}, dwell: null };

/** What stands over every playlist for the moment in which a turn begins. */
const relaunch: PlaylistItem = { id: 'relaunch', panel: 'relaunch', options: {}, dwell: null };
/** What stands over every playlist while a takeover is on. */
const over = 'takeover';
export const takeoverItem = (named: string[], audience: Layout['audience']): PlaylistItem => ({
  id: over,
  panel: 'takeover',
  options: { named, audience },
  dwell: null,
});

/** Ids of what the board itself puts over a playlist. */
const boards = new Set([huddleItem.id, relaunch.id, over]);

function entryOf(item: PlaylistItem, audience: Layout['audience'], panels: Panels): Entry[] {
  const panel = panels.get(item.panel);
  if (!panel?.audiences.includes(audience)) return [];
  const options = safeParse(panel.options, item.options);
  if (!options.success) return [];
  return [{ item, panel, options: options.output, asks: panel.needs(options.output) }];
}

/** A playlist with what comes along with its panels, at the same hours and on the same days. */
function withCompany(playlist: readonly PlaylistItem[], panels: Panels): PlaylistItem[] {
  const key = (kind: string, team = '') => `${team} ${kind}`;
  const named = new Set(playlist.map(({ panel, team }) => key(panel, team)));
  const company = [...panels.values()].filter(({ comesWith }) => comesWith);
  const brought = new Set<string>();
  return playlist.flatMap((item) => [
    item,
    ...company.flatMap(({ kind, comesWith }) => {
      const one = key(kind, item.team);
      if (named.has(one) || brought.has(one) || !comesWith?.includes(item.panel)) return [];
      brought.add(one);
      return [{ ...item, id: `${item.id}:${kind}`, panel: kind, options: {}, dwell: null }];
    }),
  ]);
}

/**
 * The items that this audience may see and whose options their panel takes, and what the board itself may put over
 * them: a huddle while one is on, the moment in which a turn begins, and a takeover that is for all of the team's displays or
 * among `named`. The last of them that is on has the wall.
 */
export const entriesOf = (
  playlist: readonly PlaylistItem[],
  audience: Layout['audience'],
  panels: Panels,
  named: string[] = [],
  huddle = false,
): Entry[] => [
  ...withCompany(playlist, panels)
    .filter(({ panel, id }) => !panels.get(panel)?.takesOver && !boards.has(id))
    .flatMap((item) => entryOf(item, audience, panels)),
  ...(huddle ? entryOf(huddleItem, audience, panels) : []),
  ...entryOf(relaunch, audience, panels),
  ...entryOf(takeoverItem(named, audience), audience, panels),
];

/** Whether people's own words or names may stand on a panel, told by what it asks for. */
const isPersonal = (asks: Record<string, Ask>) =>
  Object.values(asks).some(
    (ask) => ask.ask === 'newest' && ['verbatim', 'shout-out', 'thanks', 'story'].includes(ask.kind),
  );

/** What one item came to when it was last selected. */
export interface Selected {
  /** Absent: it had nothing to show. */
  slot?: Omit<Slot, 'team'>;
  takesOver?: Omit<Takeover, 'slot'>;
  asOf: string | null;
  lookAgain: Date | undefined;
}

/** What the panel makes of what is known. @throws what the panel throws */
function selectSlot(
  { item, panel, options, asks }: Entry,
  known: Record<string, unknown>,
  now: Date,
): Selected {
  const lookAgain = panel.lookAgain?.(known, options, now);
  const data = panel.select(known, options, now);
  if (data === undefined) return { asOf: null, lookAgain };
  const pictures = panel.pictures?.(data) ?? [];
  const earlierNews = panel.earlierNews?.(data, now) ?? [];
  const ticks = typeof panel.ticks === 'function' ? panel.ticks(data) : panel.ticks;
  const slot = {
    panel: panel.kind,
    point: panel.point,
    data,
    dwell: dwellOf(item, panel.words(data)),
    plays: Math.max(1, panel.plays?.(data) ?? 1),
    news: panel.news?.(data, now) ?? null,
    ...(earlierNews.length > 0 ? { earlierNews } : {}),
    ...(ticks ? { ticks } : {}),
    ...(pictures.some(Boolean) ? { pictures } : {}),
    ...((panel.personal?.(data) ?? isPersonal(asks)) ? { personal: true as const } : {}),
  };
  const takesOver = panel.takesOver?.(data);
  return { slot, ...(takesOver ? { takesOver } : {}), asOf: panel.asOf?.(data) ?? null, lookAgain };
}

/**
 * Entries, facts and the time, as what a display shows. Pure: the same in gives the same out. `before` has what items came to that need
 * not be selected again, by id.
 */
export function compose(
  scenery: Scenery,
  entries: readonly Entry[],
  facts: Facts,
  now: Date,
  before: ReadonlyMap<string, Selected> = new Map(),
): Composition {
  const { profile, timeZone } = scenery;
  const slots: Record<string, Slot> = {};
  const places = shownZones(profile.zones);
  const zones: Zone[] = places.map(({ id, share, split }) => ({
    id,
    share,
    ...(split ? { split } : {}),
    slots: [],
  }));
  const failed: Composition['failed'] = [];
  const { standing } = scenery;
  const moments: (Date | undefined)[] = [standing?.changes ?? undefined];
  let takeover: Takeover | undefined;
  let asOf: string | null = null;

  const selected = new Map<string, Selected>();
  for (const entry of entries) {
    const { item, panel } = entry;
    const other = item.team === undefined ? undefined : scenery.others?.get(item.team);
    if (item.team !== undefined && other === undefined) continue;
    moments.push(nextChange(item, now, timeZone));
    if (!isOn(item, now, timeZone)) continue;
    const known = facts.get(item.id);
    if (!known) continue;
    try {
      const made = before.get(item.id) ?? selectSlot(entry, known, now);
      selected.set(item.id, made);
      moments.push(made.lookAgain);
      if (!made.slot) continue;
      const team =
        item.team === undefined || other === undefined ? {} : { team: { id: item.team, name: other } };
      slots[item.id] = { ...made.slot, ...team };
      if (made.takesOver) takeover = { slot: item.id, ...made.takesOver };
      else zones[zoneFor(panel.kind, places)]?.slots.push(item.id);
      if (made.asOf !== null && (asOf === null || made.asOf > asOf)) asOf = made.asOf;
    } catch (error) {
      failed.push({ item: item.id, panel: panel.kind, error });
    }
  }

  const { pin } = scenery;
  if (pin?.until) moments.push(new Date(pin.until));
  const admits = standing && scenery.audience === 'staff' ? admissionOf(standing, timeZone) : null;
  const pinned =
    pin && slots[pin.item] && (pin.until === null || new Date(pin.until) > now) ? pin.item : null;

  const later = moments.filter((moment) => moment !== undefined && moment > now).map(Number);
  return {
    layout: {
      profile: profile.name,
      canvas: profile.canvas,
      safeArea: profile.safeArea,
      scale: profile.scale,
      theme: scenery.theme,
      motion: profile.motion,
      quietHours: profile.quietHours,
      language: scenery.language,
      timeZone,
      audience: scenery.audience,
      team: scenery.team,
      ring: standing && ringOf(standing),
      ...(admits ? { admits } : {}),
      accent: scenery.look.accent,
      logo: scenery.look.logo,
      zones,
      ...(pinned !== null ? { pinned } : {}),
      ...(takeover ? { takeover } : {}),
    },
    slots,
    asOf,
    lookAgain: later.length > 0 ? new Date(Math.min(...later)) : null,
    failed,
    selected,
  };
}
