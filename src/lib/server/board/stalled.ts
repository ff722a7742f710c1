import { addDays, daysBetween, localDay } from '../../domain/calendar';
import { decisionStand } from '../../domain/decision-stand';
import { stalledBy, type Stalled } from '../../domain/follow-through';
import type { TeamDecision } from '../../domain/practice';
import { turnNumber } from '../../domain/turn';
import type { Store } from '../store/store';

/** So many of the newest decisions are looked at. */
const lookedAt = 20;

/** A decision that nothing came of, and why it is said so. */
export interface StalledDecision extends TeamDecision {
  why: Stalled;
}

/** The team’s decisions that nothing came of, oldest first: what a huddle looks at before it decides anything new. */
export async function stalledOf(store: Store, id: string, now: Date): Promise<StalledDecision[]> {
  const team = await store.get('team', id);
  if (!team) return [];
  const today = localDay(now, team.timeZone);
  const [taken, turns] = await Promise.all([
    store.list('decision', { team: id, status: 'taken' }, { limit: lookedAt }),
    store.list('turn', { team: id, status: 'open' }, { limit: 1 }),
  ]);
  const turn = turnNumber(turns.records[0]);
  const found = await Promise.all(
    taken.records.map(async (decision) => {
      const { start, review, critical } = decision;
      const tallies = await store.tally({
        team: id,
        from: addDays(start, -1 - daysBetween(start, review)),
        to: review,
        by: ['day'],
        ...(critical && { where: { critical } }),
      });
      const tally = tallies.find(({ measure }) => measure === team.measure) ?? tallies[0];
      const rows = tally?.rows.map(({ day = '', value, count }) => ({ day, value, count })) ?? [];
      const answers = tally && { measure: tally.measure, rows };
      const why = stalledBy(decision, decisionStand(decision, answers, team.minimumN, today), turn, today);
      return why ? [{ ...decision, why }] : [];
    }),
  );
  return found.flat().reverse();
}
