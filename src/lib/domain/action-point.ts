/** The four action points of the practice, clockwise from 12 o'clock on the ring. */
export const actionPoints = ['thanks', 'feedback', 'involve', 'focus'] as const;
export type ActionPoint = (typeof actionPoints)[number];
