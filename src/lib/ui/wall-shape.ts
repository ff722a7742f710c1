import type { ZoneProfile } from '../domain/display-profile';

/** Side of the box that a shape is drawn in, and its margin. */
const box = 24;
const margin = 1.5;

/** A kind of wall in outline, as the path of a 24 × 24 drawing: its proportions and the edges between its zones. */
export function wallShape(wall: {
  canvas: { width: number; height: number };
  zones: readonly ZoneProfile[];
}): string {
  const { width, height } = wall.canvas;
  const scale = (box - 2 * margin) / Math.max(width, height);
  const [w, h] = [width * scale, height * scale];
  const [x, y] = [(box - w) / 2, (box - h) / 2];
  const lying = width >= height;
  const n = (value: number) => String(Math.round(value * 100) / 100);
  let path = `M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}z`;

  const total = (zones: readonly { share: number }[]) =>
    zones.reduce((sum, { share }) => sum + share, 0) || 1;
  let along = 0;
  for (const [index, { share, split = [] }] of wall.zones.entries()) {
    const from = along / total(wall.zones);
    along += share;
    const to = along / total(wall.zones);
    if (index > 0)
      path += lying ? `M${n(x + from * w)} ${n(y)}v${n(h)}` : `M${n(x)} ${n(y + from * h)}h${n(w)}`;
    let across = 0;
    for (const part of split.slice(0, -1)) {
      across += part.share / total(split);
      path += lying
        ? `M${n(x + from * w)} ${n(y + across * h)}h${n((to - from) * w)}`
        : `M${n(x + across * w)} ${n(y + from * h)}v${n((to - from) * h)}`;
    }
  }
  return path;
}
