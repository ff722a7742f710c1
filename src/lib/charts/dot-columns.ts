/** One column of dots: how many answers, and the room above its foot. */
export interface DotColumn {
  count: number;
  /** How high it may grow, in the chart's units. */
  ceiling: number;
}

/** How the dots are set: `each` answers a dot, `perRow` dots a row, `pitch` from centre to centre. */
export interface DotSetting {
  each: number;
  perRow: number;
  pitch: number;
  radius: number;
}

const pitches = [3.29, 2.8, 2.5, 2.2, 1.9, 1.65];
const eachs = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
/** Above this many dots the eye sees texture, not people. */
const most = 220;

/**
 * The largest setting with which every column stays under its ceiling. A dot is one answer as long as there are at most
 * 220; then it stands for 2, 5, 10 … Rows are narrow first (`from` dots), wider where a column would grow too high.
 */
export function setDots(columns: readonly DotColumn[], slot: number, from = 4, largest = 3.29): DotSetting {
  const total = columns.reduce((sum, { count }) => sum + count, 0);
  let setting: DotSetting = { each: 1, perRow: from, pitch: largest, radius: largest * 0.407 };
  for (const each of eachs) {
    if (total / each > most && each !== 1000) continue;
    for (const pitch of pitches.filter((pitch) => pitch <= largest)) {
      const widest = Math.floor((slot * 0.86) / pitch);
      for (let perRow = Math.min(from, widest); perRow <= widest; perRow++) {
        setting = { each, perRow, pitch, radius: pitch * 0.407 };
        const fits = columns.every(
          ({ count, ceiling }) => Math.ceil(Math.ceil(count / each) / perRow) * pitch <= ceiling,
        );
        if (fits) return setting;
      }
    }
  }
  return setting;
}

/** Centres of a column's dots, row by row from the foot up; a single row is centred. `x` is the slot's middle. */
export function dotsOf(count: number, x: number, foot: number, setting: DotSetting): [number, number][] {
  const { each, perRow, pitch, radius } = setting;
  const dots = Math.ceil(count / each);
  const across = Math.min(dots, perRow);
  const start = x - ((across - 1) * pitch) / 2;
  return Array.from({ length: dots }, (_, i) => [
    start + (i % perRow) * pitch,
    foot - radius - 0.15 - Math.floor(i / perRow) * pitch,
  ]);
}

const round = (value: number) => Math.round(value * 100) / 100;

/**
 * Circles around these centres as one SVG path. Both halves span exactly twice the radius that is written: a chord
 * rounded shorter than its diameter would bulge into an oval.
 */
export const circles = (centres: readonly [number, number][], radius: number): string => {
  const r = round(radius);
  const d = round(2 * r);
  return centres
    .map(([x, y]) => `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0 ${-d} 0z`)
    .join('');
};
