import { isShare } from '../../domain/improvement';
import { signOf, spoken } from '../../domain/language';
import { m } from '../../paraglide/messages';
import { daysInWords } from '../dates';
import type { DataOf } from '../panel';
import { allCustomers } from '../score-words';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;
type Tile = Data['tiles'][number];

/** Everything that a tile says, in the wall's language. */
export function improvementWords({ customer, today }: Data, tile: Tile, language: string) {
  const { what, label, unit, before, after, certainty } = tile;
  const [fine, round] = [1, 0].map(
    (digits) => new Intl.NumberFormat(spoken(language), { maximumFractionDigits: digits }),
  );
  const format = (value: number) =>
    signOf(value, false, language) + ((Math.abs(value) < 100 ? fine : round)?.format(Math.abs(value)) ?? '');

  /** A share of few is told as so many of them: a percentage would promise more. */
  const figure = ({ value, n }: Tile['before']): { value: number; after: string } => {
    if (isShare(unit) && n !== null && n < 100)
      return { value: Math.round((value * n) / 100), after: m.improvements_of({ n: format(n) }) };
    if (unit === 'percent' && n !== null) return { value, after: '%' };
    if (isShare(unit)) return { value, after: m.improvements_in_100() };
    return { value, after: unit === 'minutes' ? m.improvements_minutes() : '' };
  };
  const written = (observed: Tile['before']) => {
    const { value, after: rest } = figure(observed);
    return `${format(value)}${rest ? ` ${rest}` : ''}`;
  };
  const period = ({ from, to, n }: Tile['before']) => {
    const days = daysInWords(from, to, today, language);
    return n === null ? days : m.improvements_period_n({ days, n: format(n) });
  };
  const sure = {
    clear: m.improvements_clear,
    'not-yet-clear': m.improvements_not_clear,
    unequal: m.improvements_unequal,
  };
  const names = {
    complaints: m.improvements_complaints,
    referrals: m.improvements_referrals,
    'repeat-business': m.improvements_repeat,
    other: () => '',
  };
  const customers = allCustomers(customer);
  return {
    label: label ?? names[what]({ customers }),
    now: figure(after),
    then: figure(before),
    format,
    before: m.improvements_before({ before: written(before), sure: sure[certainty]() }),
    from: m.improvements_from({ before: written(before) }),
    sure: sure[certainty](),
    periods: m.improvements_periods({ before: period(before), after: period(after) }),
  };
}
