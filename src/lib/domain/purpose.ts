/** What a card on a wall is for, in the words of the practice. */
export const purposes = ['customer-focus', 'appreciation', 'recognition', 'relationships'] as const;
export type Purpose = (typeof purposes)[number];

/** How much of a time a purpose had on the walls. */
export interface Share {
  purpose: Purpose;
  seconds: number;
  /** Of all four together, 0…1. */
  share: number;
  /** Less than a tenth. */
  neglected: boolean;
}

const tenth = 0.1;

/** How the four purposes shared the walls; undefined while no card was shown. Panels without a purpose do not count. */
export function balanceOf(
  plays: readonly { panel: string; seconds: number }[],
  purposeOf: (panel: string) => Purpose | null,
): Share[] | undefined {
  const sums = new Map<Purpose, number>();
  for (const { panel, seconds } of plays) {
    const purpose = purposeOf(panel);
    if (purpose) sums.set(purpose, (sums.get(purpose) ?? 0) + seconds);
  }
  const all = [...sums.values()].reduce((sum, seconds) => sum + seconds, 0);
  if (all === 0) return undefined;
  return purposes.map((purpose) => {
    const seconds = sums.get(purpose) ?? 0;
    return { purpose, seconds, share: seconds / all, neglected: seconds / all < tenth };
  });
}
