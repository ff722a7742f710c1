import { daysBetween } from './calendar';
import type { Improvement } from './hung';
import { compare } from './score';

type Observed = Pick<Improvement, 'unit' | 'before' | 'after'>;

/** How two observations differ: which way, and how sure that is. */
export interface Change {
  direction: 'up' | 'flat' | 'down';
  /** `unequal`: counted over times of different length, so that the counts cannot be set side by side. */
  certainty: 'clear' | 'not-yet-clear' | 'unequal';
}

export const isShare = (unit: Improvement['unit']): boolean => unit === 'in-100' || unit === 'percent';

const lengthOf = ({ from, to }: Improvement['before']) => daysBetween(from, to) + 1;

/** Values of a share of `n` as counts, for `compare`. */
const counts = (value: number, n: number) => {
  const yes = Math.min(n, Math.max(0, Math.round((value * n) / 100)));
  return [
    { value: 5, count: yes },
    { value: 1, count: n - yes },
  ];
};

/**
 * Judges a change from the two figures alone. Shares: at least 30 on each side and the difference's 95 % interval without 0
 * (`compare`). Counts over equally long times: at least 30 in all and further apart than 1.96 √(before + after), the normal
 * approximation for two Poisson counts (Przyborowski & Wilenski 1940). Means (minutes, points) come without their spread:
 * never clear.
 */
export function changeOf({ unit, before, after }: Observed): Change {
  const [then, now] = [lengthOf(before), lengthOf(after)];
  const unequal = unit === 'count' && Math.abs(then - now) > 0.1 * Math.max(then, now);
  const difference = unit === 'count' ? after.value / now - before.value / then : after.value - before.value;
  const direction = difference > 0 ? 'up' : difference < 0 ? 'down' : 'flat';
  if (unequal) return { direction, certainty: 'unequal' };
  const both = before.value + after.value;
  const clear =
    unit === 'count'
      ? both >= 30 && Math.abs(after.value - before.value) > 1.96 * Math.sqrt(both)
      : isShare(unit) && before.n !== null && after.n !== null
        ? (compare(counts(after.value, after.n), counts(before.value, before.n), 'csat')?.clear ?? false)
        : false;
  return { direction, certainty: clear ? 'clear' : 'not-yet-clear' };
}

/** Whether both sides have what a team asks for before a figure is shown; a count stands for itself. */
export const isEnough = ({ unit, before, after }: Observed, minimumN: number): boolean =>
  unit === 'count' || [before.n, after.n].every((n) => n === null || n >= minimumN);
