import type { Goal } from '$lib/domain/practice';
import { m } from '$lib/paraglide/messages';

/** A goal's value in its unit. */
export function goalValue(value: number, unit: Goal['unit'], write: (value: number) => string): string {
  const text = write(value);
  if (unit === 'percent') return m.admin_goal_percent({ value: text });
  if (unit === 'minutes') return m.admin_goal_minutes({ value: text });
  return text;
}
