import type { Box } from '../box';
import { roomOf, type PanelSize } from '../panel';

/** Where everything stands; the gate's post stands on the horizon at `x`, `size` is its height. */
export interface SnagLayout {
  horizon: number | null;
  gate: { x: number; size: number } | null;
  rule: Box;
  verdict: Box;
  text: Box;
  mission: Box;
}

function wide({ width, height }: PanelSize): SnagLayout {
  const horizon = 0.6 * height;
  const gate = Math.min(60, 0.34 * width);
  const under = height - horizon;
  return {
    horizon,
    gate: { x: width - gate + 10, size: 0.34 * height },
    rule: { x: 0, y: 13, width: width - gate - 4, height: horizon - 20, size: 13.4, floor: 5 },
    verdict: { x: 0, y: horizon + 0.14 * under, width, height: 5, size: 4.2, floor: 2.8 },
    text: { x: 0, y: horizon + 0.31 * under, width, height: 0.38 * under, size: 6.6, floor: 3 },
    mission: { x: 0, y: height - 4.4, width, height: 4, size: 3, floor: 2.5 },
  };
}

function upright({ width, height, ring }: PanelSize): SnagLayout {
  const tall = height > 120;
  const horizon = (tall ? 0.6 : 0.56) * height;
  const top = tall || ring !== false ? 25 : 11;
  const [gap, first, foot] = tall ? [6, 8, 16] : [4, 5, 11.4];
  return {
    horizon,
    gate: tall ? { x: width - 36, size: 22 } : null,
    rule: {
      ...{ x: 0, y: top, width: tall ? width - 42 : width, height: horizon - top - gap },
      ...{ size: 13.4, floor: 4.4 },
    },
    verdict: { x: 0, y: horizon + first, width, height: 5, size: 4.2, floor: 2.8 },
    text: { x: 0, y: horizon + foot, width, height: height - horizon - foot - 13, size: 8, floor: 3 },
    mission: { x: 0, y: height - 8.4, width, height: 9.4, size: 3, floor: 2.5 },
  };
}

/** Everything beneath each other, in shares of a low room's height. */
function low({ width, height }: PanelSize): SnagLayout {
  const top = height < 36 ? 7.6 : 9;
  const part = (share: number) => share * (height - top);
  const large = height < 42 ? 5.4 : 7;
  return {
    horizon: null,
    gate: null,
    rule: { x: 0, y: top, width, height: part(0.31), size: large, floor: 2.5 },
    verdict: { x: 0, y: top + part(0.36), width, height: 3.4, size: 2.8, floor: 2.4 },
    text: { x: 0, y: top + part(0.5), width, height: part(0.33), size: large - 1, floor: 2.4 },
    mission: { x: 0, y: top + part(0.85), width, height: part(0.15) + 1, size: 2.8, floor: 2.4 },
  };
}

/** Places a rule and its answer in their room. */
export function snagLayout(size: PanelSize): SnagLayout {
  const room = roomOf(size);
  if (room === 'upright') return upright(size);
  return room === 'wide' && size.height > 76 ? wide(size) : low(size);
}
