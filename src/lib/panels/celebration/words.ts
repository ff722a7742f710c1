import { m } from '../../paraglide/messages';
import { localDay } from '../../domain/calendar';
import { signOf, spoken } from '../../domain/language';
import { momentInWords } from '../dates';
import type { DataOf } from '../panel';
import { customersInWords } from '../score-words';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;

/** What a celebration says of its figure, in the wall's language. */
export function celebrationWords(data: Data, now: Date, timeZone: string, language: string) {
  const { unit, follows, customer, value, n, reached } = data;
  const numbers = new Intl.NumberFormat(spoken(language), { maximumFractionDigits: 1 });
  const signs = unit === 'points' && follows === 'nps';
  const figure = (of: number) => signOf(of, signs, language) + numbers.format(Math.abs(of));
  const from = figure(data.baseline);

  const caption = () => {
    if (value === null) return '';
    if (data.challenge)
      return data.challenge.together ? m.celebration_challenge_together() : m.celebration_challenge_each();
    if (unit === 'in-100') {
      const customers = customersInWords(100, customer);
      return follows ? m.celebration_in_100_happy({ customers }) : m.celebration_in_100({ customers });
    }
    if (unit === 'points') return m.celebration_points({ from });
    if (unit === 'percent') return m.celebration_percent({ from });
    return unit === 'minutes' ? m.celebration_minutes({ count: value, from }) : m.celebration_count({ from });
  };

  const moment = reached && momentInWords(reached, localDay(now, timeZone), timeZone, language);
  const facts =
    value === null || !moment
      ? ''
      : n === null
        ? m.celebration_as_of({ moment })
        : m.celebration_n_as_of({ n: numbers.format(n), moment });

  return { figure: value === null ? '' : figure(value), caption: caption(), facts };
}

/** So many rays: one for each customer in a hundred, where the figure counts them. */
export const raysOf = ({ unit, value }: Pick<Data, 'unit' | 'value'>): number =>
  value !== null && (unit === 'in-100' || unit === 'percent')
    ? Math.min(100, Math.max(24, Math.round(value)))
    : 70;
