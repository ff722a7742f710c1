/**
 * A kind of work in a team, as its people call it: kitchen, front desk, night ward. Whoever `serves` meets customers: what they find
 * themselves in weighs more on the wall.
 */
export interface Area {
  id: string;
  name: string;
  serves: boolean;
}

/** At most this many areas a team. */
export const mostAreas = 8;
/** How long the name of an area may be, in characters. */
export const longestArea = 40;
