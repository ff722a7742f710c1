import type { PanelSize } from '$lib/panels/panel';
import type { Layout, Zone } from '$lib/protocol/events';

/** Width and height of the window in CSS pixels. */
export interface Window {
  width: number;
  height: number;
}

/**
 * A zone's place on the stage: offsets and extents in percent, the same as CSS for the drifting stage, which is larger by its
 * bleed; insets as CSS lengths, room in u.
 */
export interface Area {
  zone: Zone;
  css: string;
  left: number;
  top: number;
  width: number;
  height: number;
  insets: { top: string; right: string; bottom: string; left: string };
  /** How far the ring stands in where the panel keeps off it. */
  ringInset?: string;
  size: PanelSize;
}

/** Pixels that the stage reaches beyond each edge, so that drifting uncovers nothing. */
export const bleed = 6;

/** Inset of a zone towards its neighbours, in u: where the head stands, and where the last line ends. */
const inner = { top: 4.2, bottom: 2.8, side: 5.6 };
/** A zone lower than this, in u, has no room for the ring beside its head. */
const ringNeeds = 60;
/** What the ring and a gap take of a low zone's width, in u. */
const ringTakes = 24;
/** A canvas of no more lines than this is small: what is finer than its words is left out. */
const smallCanvas = 768;

const turned = (layout: Layout) => layout.canvas.rotation === 90 || layout.canvas.rotation === 270;

/** The window a server must assume: the profile's canvas, its sides exchanged where the picture is turned on its side. */
export function windowOf(layout: Layout): Window {
  const { width, height } = layout.canvas;
  return turned(layout) ? { width: height, height: width } : { width, height };
}

/**
 * The part of the window that the picture takes: all of it, or, where a lying picture meets an upright window or the other
 * way round, the largest part of the canvas’s own shape.
 */
export function frameOf(layout: Layout, window: Window): Window & { whole: boolean } {
  const canvas = windowOf(layout);
  if (canvas.width > canvas.height === window.width > window.height) return { ...window, whole: true };
  const scale = Math.min(window.width / canvas.width, window.height / canvas.height);
  return { width: canvas.width * scale, height: canvas.height * scale, whole: false };
}

/** 1u as a CSS length; over the whole window one that is right before any script runs. */
export function unit(layout: Layout, window = windowOf(layout)): string {
  const { width, height, whole } = frameOf(layout, window);
  const part = (1 - layout.safeArea / 50) * layout.scale;
  return whole ? `${round(part)}vmin` : `${round((part * Math.min(width, height)) / 100)}px`;
}

/** The stage's own width and height: those of its frame, exchanged when the picture is turned on its side. */
export function stageLengths(layout: Layout, window = windowOf(layout)): { width: string; height: string } {
  const { width, height, whole } = frameOf(layout, window);
  const [across, along] = whole ? ['100vw', '100vh'] : [`${round(width)}px`, `${round(height)}px`];
  return turned(layout) ? { width: along, height: across } : { width: across, height: along };
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** What TVs may cut off, as CSS lengths from the edges of the drifting stage. */
export function edgeInsets(layout: Layout, window = windowOf(layout)): { x: string; y: string } {
  const { width, height, whole } = frameOf(layout, window);
  const part = (side: number, length: string) =>
    `calc(${whole ? `${round(layout.safeArea)}${length}` : `${round((side * layout.safeArea) / 100)}px`} + ${bleed}px)`;
  const [across, along] = [part(width, 'vw'), part(height, 'vh')];
  return turned(layout) ? { x: along, y: across } : { x: across, y: along };
}

/** The zones by parts of the longer side: each part a zone, or the zones of one split. */
function partsOf(zones: readonly Zone[]): { share: number; zones: Zone[] }[] {
  const parts: { split?: string; share: number; zones: Zone[] }[] = [];
  for (const zone of zones) {
    const last = parts[parts.length - 1];
    if (zone.split && last?.split === zone.split.id) last.zones.push(zone);
    else parts.push({ split: zone.split?.id, share: zone.split?.share ?? zone.share, zones: [zone] });
  }
  return parts;
}

/** Where each begins and ends, as parts of the whole. */
function spans(shares: readonly { share: number }[]): { from: number; to: number }[] {
  const total = shares.reduce((sum, { share }) => sum + share, 0) || 1;
  let offset = 0;
  return shares.map(({ share }, index) => {
    const from = offset / total;
    offset += share;
    return { from, to: index === shares.length - 1 ? 1 : offset / total };
  });
}

/**
 * Places the zones that have something to show along the stage's longer side, those of a split across it; empty ones give
 * their room to the others. From right to left the first zone stands on the right.
 */
export function areas(
  layout: Layout,
  zones: readonly Zone[],
  window: Window,
  dir: 'ltr' | 'rtl' = 'ltr',
): Area[] {
  const frame = frameOf(layout, window);
  const wide = turned(layout) ? frame.height : frame.width;
  const high = turned(layout) ? frame.width : frame.height;
  const upright = high > wide;
  const safe = layout.safeArea / 100;
  const u = (Math.min(wide, high) / 100) * (1 - 2 * safe) * layout.scale;
  const edge = edgeInsets(layout, window);
  const small = Math.min(layout.canvas.width, layout.canvas.height) <= smallCanvas;
  const parts = partsOf(zones);
  const along = spans(parts);

  const place = (zone: Zone, x: { from: number; to: number }, y: { from: number; to: number }): Area => {
    const inset = (touches: boolean, length: string, own: number) =>
      touches ? length : `calc(var(--u) * ${own})`;
    const space = (touches: boolean, side: number, own: number) => (touches ? side * safe : own * u);
    const at = { top: y.from === 0, bottom: y.to === 1, left: x.from === 0, right: x.to === 1 };
    const width =
      wide * (x.to - x.from) - space(at.left, wide, inner.side) - space(at.right, wide, inner.side);
    const height =
      high * (y.to - y.from) - space(at.top, high, inner.top) - space(at.bottom, high, inner.bottom);
    /** An inner edge stays where it would be without the bleed. */
    const shift = (part: number) => (part === 0 || part === 1 ? 0 : bleed * (1 - 2 * part));
    const length = (part: number, pixels: number) =>
      pixels === 0 ? `${round(part * 100)}%` : `calc(${round(part * 100)}% + ${round(pixels)}px)`;
    return {
      zone,
      css:
        `left: ${length(x.from, shift(x.from))}; top: ${length(y.from, shift(y.from))}; ` +
        `width: ${length(x.to - x.from, shift(x.to) - shift(x.from))}; ` +
        `height: ${length(y.to - y.from, shift(y.to) - shift(y.from))}`,
      left: round(x.from * 100),
      top: round(y.from * 100),
      width: round((x.to - x.from) * 100),
      height: round((y.to - y.from) * 100),
      insets: {
        top: inset(at.top, edge.y, inner.top),
        right: inset(at.right, edge.x, inner.side),
        bottom: inset(at.bottom, edge.y, inner.bottom),
        left: inset(at.left, edge.x, inner.side),
      },
      size: {
        width: Math.round((width / u) * 10) / 10,
        height: Math.round((height / u) * 10) / 10,
        shape: zones.length > 1 ? 'band' : upright ? 'tall' : 'wide',
        ...(small ? { small } : {}),
      },
    };
  };

  const mirror = ({ from, to }: { from: number; to: number }) =>
    dir === 'ltr' ? { from, to } : { from: 1 - to, to: 1 - from };
  const placed = parts.flatMap((part, index) => {
    const strip = along[index] ?? { from: 0, to: 1 };
    const across = spans(part.zones);
    return part.zones.map((zone, order) => {
      const own = across[order] ?? { from: 0, to: 1 };
      return upright ? place(zone, mirror(own), strip) : place(zone, mirror(strip), own);
    });
  });
  const ring = ringZone(placed, dir);
  return placed.map((area) => {
    const size = { ...area.size, ring: area === ring };
    // A low zone has no room beneath the ring: everything in it stands beside.
    if (!size.ring || size.height >= ringNeeds || size.width < 4 * ringTakes) return { ...area, size };
    const side = dir === 'rtl' ? 'left' : 'right';
    const inset = area.insets[side];
    return {
      ...area,
      size: { ...size, width: round(size.width - ringTakes) },
      insets: { ...area.insets, [side]: `calc(${inset} + var(--u) * ${ringTakes})` },
      ringInset: inset,
    };
  });
}

/** Where the ring hangs: the zone in the wall's far top corner, or a large one beside it where that has no room for it. */
function ringZone(placed: readonly Area[], dir: 'ltr' | 'rtl'): Area | undefined {
  const along = placed.filter(({ top }) => top === 0).sort((a, b) => b.left - a.left);
  if (dir === 'rtl') along.reverse();
  return along.find(({ size }) => size.height >= ringNeeds) ?? along[0];
}

/** Whether the wall begins in an area (its head carries logo and link badge), and whether the ring hangs in it. */
export const cornersOf = (
  { left, top, width, size }: Area,
  dir: 'ltr' | 'rtl',
): { first: boolean; far: boolean } => ({
  first: top === 0 && (dir === 'rtl' ? left + width > 99.9 : left < 0.1),
  far: size.ring === true,
});

/**
 * Where zones of one colour meet, by the id of the one below or to the right: nothing but an edge then parts two scenes. `fieldOf`
 * tells a zone's colour by name; null: nothing is shown.
 */
export function seams(
  placed: readonly Area[],
  fieldOf: (zone: Zone) => string | null,
): Record<string, { top: boolean; left: boolean }> {
  const near = (a: number, b: number) => Math.abs(a - b) < 0.01;
  const overlap = (from: number, length: number, other: number, otherLength: number) =>
    from < other + otherLength - 0.01 && other < from + length - 0.01;
  const found: Record<string, { top: boolean; left: boolean }> = {};
  for (const area of placed) {
    const field = fieldOf(area.zone);
    const same = placed.filter((other) => other !== area && field !== null && fieldOf(other.zone) === field);
    found[area.zone.id] = {
      top: same.some(
        ({ left, top, width, height }) =>
          near(top + height, area.top) && overlap(left, width, area.left, area.width),
      ),
      left: same.some(
        ({ left, top, width, height }) =>
          near(left + width, area.left) && overlap(top, height, area.top, area.height),
      ),
    };
  }
  return found;
}
