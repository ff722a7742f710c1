/** A text's box in u from the top left corner of the safe area, and its sizes: the largest and the smallest. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  size: number;
  floor: number;
}
