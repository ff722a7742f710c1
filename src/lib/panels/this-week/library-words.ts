import { m } from '../../paraglide/messages';
import type { DataOf } from '../panel';
import type { panel } from './panel';

type Card = Extract<DataOf<typeof panel>['cards'][number], { what: 'library' }>;

/** What the wall says of a card of the library: its head, its sentence, and what stands on the ground. */
export function libraryWords({ sort, title, text, when, came, nth, of, times }: Card) {
  if (sort === 'trick')
    return {
      ...{ head: m.week_trick(), text: m.week_trick_said({ when: when ?? '', what: text }) },
      ground: m.week_trick_came({ came: came ?? '' }),
    };
  if (sort === 'model') return { head: m.week_model(), text: m.huddle_quote({ text }), ground: title };
  if (sort === 'tips') return { head: m.week_tip({ day: nth + 1, of }), text, ground: title };
  return {
    ...{ head: m.week_training(), text },
    ground: times > 0 ? m.week_seen({ count: times }) : m.week_seen_tap(),
  };
}
