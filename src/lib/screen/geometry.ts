import type { PanelSize } from '$lib/panels/panel';
import type { Layout, Zone } from '$lib/protocol/events';

/** Width and height of the window in CSS pixels. */
export interface Window {
  width: number;
  height: number;
}

/** A zone's place on the stage: offsets and extents in percent, insets as CSS lengths, room in u. */
export interface Area {
  zone: Zone;
  left: number;
  top: number;
  width: number;
  height: number;
  insets: { top: string; right: string; bottom: string; left: string };
  size: PanelSize;
}

/** Pixels that the stage reaches beyond each edge, so that drifting uncovers nothing. */
export const bleed = 6;

/** Inset of a band towards its neighbours, in u: where the head stands, and where the last line ends. */
const inner = { top: 4.2, bottom: 2.8, side: 5.6 };

const turned = (layout: Layout) => layout.canvas.rotation === 90 || layout.canvas.rotation === 270;

/** The window a server must assume: the profile's canvas as hung. */
export function windowOf(layout: Layout): Window {
  return { width: layout.canvas.width, height: layout.canvas.height };
}

/** 1u as a CSS length that is right before any script runs: the shorter side of the window is that of the stage. */
export const unit = (layout: Layout): string => `${round((1 - layout.safeArea / 50) * layout.scale)}vmin`;

/** The stage's own width and height: the window's, exchanged when the picture is turned on its side. */
export const stageLengths = (layout: Layout): { width: string; height: string } =>
  turned(layout) ? { width: '100vh', height: '100vw' } : { width: '100vw', height: '100vh' };

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** Places the zones that have something to show along the stage's longer side; empty ones give their room away. */
export function areas(layout: Layout, zones: Zone[], window: Window): Area[] {
  const wide = turned(layout) ? window.height : window.width;
  const high = turned(layout) ? window.width : window.height;
  const upright = high > wide;
  const safe = layout.safeArea / 100;
  const u = (Math.min(wide, high) / 100) * (1 - 2 * safe) * layout.scale;
  const [across, along] = turned(layout) ? ['vh', 'vw'] : ['vw', 'vh'];
  const edge = {
    x: `calc(${round(layout.safeArea)}${across} + ${bleed}px)`,
    y: `calc(${round(layout.safeArea)}${along} + ${bleed}px)`,
  };
  const total = zones.reduce((sum, zone) => sum + zone.share, 0) || 1;
  let offset = 0;
  return zones.map((zone, index) => {
    const part = zone.share / total;
    const first = index === 0;
    const last = index === zones.length - 1;
    const start = offset;
    offset += part;
    const inset = (touches: boolean, length: string, own: number) =>
      touches ? length : `calc(var(--u) * ${own})`;
    const space = (touches: boolean, side: number, own: number) => (touches ? side * safe : own * u);
    const topEdge = !upright || first;
    const bottomEdge = !upright || last;
    const leftEdge = upright || first;
    const rightEdge = upright || last;
    const width =
      (upright ? wide : wide * part) - space(leftEdge, wide, inner.side) - space(rightEdge, wide, inner.side);
    const height =
      (upright ? high * part : high) -
      space(topEdge, high, inner.top) -
      space(bottomEdge, high, inner.bottom);
    return {
      zone,
      left: upright ? 0 : round(start * 100),
      top: upright ? round(start * 100) : 0,
      width: upright ? 100 : round(part * 100),
      height: upright ? round(part * 100) : 100,
      insets: {
        top: inset(topEdge, edge.y, inner.top),
        right: inset(rightEdge, edge.x, inner.side),
        bottom: inset(bottomEdge, edge.y, inner.bottom),
        left: inset(leftEdge, edge.x, inner.side),
      },
      size: {
        width: Math.round((width / u) * 10) / 10,
        height: Math.round((height / u) * 10) / 10,
        shape: !upright ? 'wide' : zones.length > 1 ? 'band' : 'tall',
      },
    };
  });
}
