import type { Box } from '../box';
import { roomOf, type PanelSize } from '../panel';

/** Where everything stands. A row’s boxes are counted from its top; `mark` is the disc with the icon, by its diameter. */
export interface SponsorLayout {
  /** Where the ground begins, on which the deeds stand; null: there is none. */
  horizon: number | null;
  /** The lamp beside the name; null: there is no room for it. */
  lamp: { y: number; size: number } | null;
  name: Box;
  /** What they are, and how the lamp is; null: no room. */
  title: Box | null;
  state: Box | null;
  /** Top of the first row, and from row to row. */
  top: number;
  step: number;
  /** So many rows have room, those that are lit first. */
  rows: number;
  mark: number;
  label: Box | null;
  words: Box;
}

const box = (x: number, y: number, width: number, height: number, size: number, floor: number): Box => ({
  ...{ x, y, width, height, size, floor },
});

function large({ width, height, ring }: PanelSize, wide: boolean): SponsorLayout {
  const tall = !wide && height > 120;
  const head = wide ? 12.6 : tall || ring !== false ? 24 : 11;
  const lamp = wide || tall ? 24 : 21;
  const x = lamp + 5;
  const beside = wide ? width - x - 26 : width - x;
  const horizon = head + lamp + (wide ? 5 : tall ? 8 : 4);
  const top = horizon + (wide ? 6 : tall ? 9 : 4.4);
  const step = (height - top) / 3;
  const mark = Math.min(15, 0.72 * step);
  const from = mark + 4.4;
  const label = tall ? 3.6 : 3;
  return {
    horizon,
    lamp: { y: head, size: lamp },
    name: box(x, head + 0.6, beside, wide ? 10.4 : 8, wide ? 10 : 7.6, 2.8),
    title: box(x, head + (wide || tall ? 12.2 : 11.4), beside, 4.6, wide ? 4.2 : 3.6, 2.4),
    state: box(x, head + lamp - (wide ? 5.6 : 4), beside, wide ? 4.8 : 4, wide ? 4.2 : 3.2, 2.4),
    ...{ top, step, rows: 3, mark },
    label: box(from, 0, width - from, label * 1.2, label, 2.4),
    words: box(from, label * 1.55, width - from, step - label * 1.55 - 2.6, wide ? 6 : 5.2, 2.4),
  };
}

/** The name on one line, beneath it what has room. */
function low({ width, height }: PanelSize): SponsorLayout {
  const head = height < 36 ? 7.6 : 9;
  const name = height < 42 ? 4.4 : 6;
  const top = head + name * 1.25;
  const rows = Math.max(1, Math.min(3, Math.floor((height - top) / 8.4)));
  const step = (height - top) / rows;
  const mark = Math.min(8.4, 0.78 * step);
  const from = mark + 2.6;
  return {
    ...{ horizon: null, lamp: null, title: null, state: null, label: null, top, step, rows, mark },
    name: box(0, head, width, name * 1.1, name, 2.6),
    words: box(from, 0.4, width - from, step - 1.8, height < 42 ? 3.2 : 3.8, 2.4),
  };
}

/** Places the sponsor above, and beneath one another what they said, showed and thanked for. */
export function sponsorLayout(size: PanelSize): SponsorLayout {
  const room = roomOf(size);
  if (room === 'upright') return large(size, false);
  return room === 'wide' && size.height > 84 ? large(size, true) : low(size);
}
