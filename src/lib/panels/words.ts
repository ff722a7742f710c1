/**
 * How many words people read in these texts. A run of letters without a space counts one word for each twelve, so
 * that long words and scripts without spaces get their time too.
 */
export function countWords(...texts: (string | null | undefined)[]): number {
  let words = 0;
  for (const text of texts)
    for (const part of (text ?? '').split(/\s+/))
      if (part) words += Math.max(1, Math.round([...part].length / 12));
  return words;
}
