import { m } from '../../paraglide/messages';
import { monthInWords } from '../dates';
import type { DataOf } from '../panel';
import { allCustomers, plain } from '../score-words';
import type { panel } from './panel';

type Card = DataOf<typeof panel>['cards'][number];
/** A card of two figures. */
export type SidesCard = Extract<Card, { what: 'sides' | 'returning' }>;

const pleased = {
  satisfied: m.week_returning_satisfied,
  recommend: m.week_returning_recommend,
  easy: m.week_returning_easy,
};

/** Its head, both figures with what they are of, and what is said of both. */
export function sidesWords(card: SidesCard, language: string) {
  const customers = allCustomers(card.customer);
  if (card.what === 'returning')
    return {
      ...{ head: m.week_returning({ customers }), form: 'share' as const },
      sides: [
        { of: card.returning, text: m.week_returning_said() },
        { of: card.pleased, text: pleased[card.by]() },
      ],
      ground: m.week_returning_of({
        ...{ returning: plain(card.returning.n, language), answered: plain(card.pleased.n, language) },
      }),
    };
  const month = (of: string) => monthInWords(`${of}-01`, language);
  const months =
    card.from === card.to ? month(card.to) : m.echo_months({ from: month(card.from), to: month(card.to) });
  return {
    ...{ head: m.week_sides(), form: card.form },
    sides: [
      { of: card.customers, text: m.week_sides_theirs({ customers }) },
      { of: card.team, text: m.week_sides_ours() },
    ],
    ground: (card.form === 'points' ? m.week_sides_points : m.week_sides_share)({ months }),
  };
}
