import { fitText, type FitBox } from './fit-text';

/** The size at which a text fits its box, and how many lines it then takes: to place what follows beneath it. */
export function textLines(box: FitBox): { size: number; lines: number } {
  const { size, text } = fitText(box);
  const at = (lines: number) =>
    fitText({ ...box, text, size, floor: size, height: lines * size * box.leading + 0.02 }).cut === 0;
  let lines = 1;
  // As far over its box as `Fit` lets it stand, no more.
  while (!at(lines) && (lines + 1) * size * box.leading <= box.height + 0.2 * size) lines++;
  return { size, lines };
}
