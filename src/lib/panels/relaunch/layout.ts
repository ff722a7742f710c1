import type { Box } from '../box';
import { roomOf, type PanelSize } from '../panel';

/** Where everything of the moment stands, in u; what has no room is null. */
export interface RelaunchLayout {
  ring: { x: number; y: number; side: number } | null;
  thanked: Box;
  told: Box | null;
  learned: Box | null;
  label: Box | null;
  question: Box;
  mission: Box | null;
}

function wide({ width, height }: PanelSize, hasMission: boolean): RelaunchLayout {
  /** What the team is there for stands under all of it. */
  const foot = hasMission ? 8.4 : 0;
  const side = Math.min(84, height - 16) - foot;
  const column = Math.min(112, width - side - 8);
  return {
    ring: { x: width - side, y: (height - foot - side) / 2 + 2, side },
    thanked: { x: 0, y: 13, width: column, height: 28 - 0.75 * foot, size: 12.4, floor: 7 },
    told: { x: 0, y: 42 - 0.75 * foot, width: column, height: 6, size: 5, floor: 3 },
    label: { x: 0, y: height - (hasMission ? 54 : 47), width: column, height: 4, size: 3, floor: 2.6 },
    question: {
      x: 0,
      y: height - (hasMission ? 48.4 : 41),
      width: column,
      height: hasMission ? 20 : 22,
      size: 8.6,
      floor: 4.4,
    },
    learned: { x: 0, y: height - 12.4 - foot, width: column, height: 8.6, size: 3.4, floor: 2.6 },
    mission: hasMission ? { x: 0, y: height - 3, width, height: 4.2, size: 3.4, floor: 2.4 } : null,
  };
}

function tall({ width, height }: PanelSize, hasMission: boolean): RelaunchLayout {
  const foot = hasMission ? 12 : 0;
  const side = Math.min(width, 84) - foot;
  const under = 20 + side;
  return {
    ring: { x: (width - side) / 2, y: 14, side },
    thanked: { x: 0, y: under, width, height: 22, size: 10, floor: 6 },
    told: { x: 0, y: under + 23.4, width, height: 6, size: 4.6, floor: 3 },
    label: { x: 0, y: under + 33, width, height: 4, size: 3, floor: 2.6 },
    question: { x: 0, y: under + 39, width, height: 20, size: 8, floor: 4.4 },
    learned: { x: 0, y: height - 12.4 - foot, width, height: 8.6, size: 3.4, floor: 2.6 },
    mission: hasMission ? { x: 0, y: height - 8.2, width, height: 9.2, size: 3.4, floor: 2.5 } : null,
  };
}

function small({ width, height }: PanelSize): RelaunchLayout {
  return {
    ring: null,
    thanked: { x: 0, y: 9, width, height: height * 0.32, size: 6, floor: 3 },
    told: null,
    label: null,
    question: { x: 0, y: 12 + height * 0.32, width, height: height * 0.4, size: 4.6, floor: 2.6 },
    learned: null,
    mission: null,
  };
}

/** Places the moment in its room: the ring beside the words, above them, or none; what the team is there for under them, if that is known. */
export function relaunchLayout(size: PanelSize, hasMission: boolean): RelaunchLayout {
  const room = roomOf(size);
  if (room === 'wide') return wide(size, hasMission);
  return room === 'upright' && size.height > 150 ? tall(size, hasMission) : small(size);
}
