import type { Box } from '../box';
import { roomOf, type PanelSize } from '../panel';

/** Where everything stands. The lines to sign on are in rows of `columns`, from `top` on, `step` apart; null: the names are one text. */
export interface DeclarationLayout {
  horizon: number | null;
  text: Box;
  ambition: Box | null;
  measure: Box | null;
  lines: { top: number; step: number; columns: number; rows: number; gap: number; size: number } | null;
  names: Box | null;
  date: Box | null;
}

/** What says more than the text has its room above the horizon. */
interface Beside {
  ambition: boolean;
  measure: boolean;
  /** How many names there are. */
  names: number;
}

function large({ width, height, ring }: PanelSize, beside: Beside, wide: boolean): DeclarationLayout {
  const tall = !wide && height > 120;
  const columns = wide ? 3 : 2;
  const most = tall ? 4 : 2;
  const rows = Math.min(most, Math.ceil(beside.names / columns));
  const step = wide ? 13.4 : 12;
  const horizon = height - 10 - rows * step - (tall ? 6 : 3);
  const top = wide ? 13 : tall || ring !== false ? 25 : 11;
  const [first, second] = wide ? [5.6, 4] : [5, 3.6];
  const under = (beside.ambition ? first * 1.6 : 0) + (beside.measure ? second * 1.7 : 0);
  const foot = horizon - 3.4 - under;
  return {
    horizon,
    text: {
      ...{ x: 0, y: top, width: wide ? width - 28 : width, height: foot - top - 3.6 },
      ...{ size: wide ? 13.4 : 11.4, floor: 3.2 },
    },
    ambition: beside.ambition ? { x: 0, y: foot, width, height: first * 1.2, size: first, floor: 2.4 } : null,
    measure: beside.measure
      ? {
          ...{ x: 0, y: horizon - 3.4 - second * 1.1, width, height: second * 1.56 },
          ...{ size: second, floor: 2.4 },
        }
      : null,
    lines: { top: horizon + (tall ? 9 : 6), step, columns, rows, gap: wide ? 6 : 4, size: wide ? 6 : 5 },
    names: null,
    date: { x: 0, y: height - 3.4, width, height: 4, size: 3, floor: 2.5 },
  };
}

/** Everything beneath each other, in shares of a low room's height. */
function low({ width, height }: PanelSize): DeclarationLayout {
  const top = height < 36 ? 7.6 : 9;
  const part = (share: number) => share * (height - top);
  return {
    ...{ horizon: null, ambition: null, measure: null, lines: null },
    text: { x: 0, y: top, width, height: part(0.6), size: height < 42 ? 6 : 8, floor: 2.6 },
    names: { x: 0, y: top + part(0.7), width, height: 4, size: 3.2, floor: 2.4 },
    date: height < 30 ? null : { x: 0, y: height - 3, width, height: 3.4, size: 2.6, floor: 2.4 },
  };
}

/** Places the declaration, what stands beside it, and the names under it. */
export function declarationLayout(size: PanelSize, beside: Beside): DeclarationLayout {
  const room = roomOf(size);
  if (room === 'upright') return large(size, beside, false);
  return room === 'wide' && size.height > 76 ? large(size, beside, true) : low(size);
}
