import { m } from '../../paraglide/messages';
import { aimWords } from '../aim-words';
import type { DataOf } from '../panel';
import { libraryWords } from './library-words';
import type { panel } from './panel';
import type { SidesCard } from './sides-words';

/** A card of one sentence. */
export type SentenceCard = Exclude<DataOf<typeof panel>['cards'][number], SidesCard>;
type Of<W extends SentenceCard['what']> = Extract<SentenceCard, { what: W }>;

/** What a card says: its head, its figure if it has one, its sentence, and what stands on the ground. */
interface Said {
  head: string;
  figure: string | null;
  text: string;
  ground: string;
}

const joined = (names: readonly string[]) =>
  names.reduce((rest, next) => (rest === '' ? next : m.challenge_and({ rest, next })), '');

/** What stands under a challenge: with whom, and how far the others are where each counts by itself. */
function challenged({ others, left }: Of<'challenge'>): string {
  const teams = joined(
    others.map(({ name, count }) =>
      count === null || left === null ? name : m.challenge_count_of_team({ team: name, count }),
    ),
  );
  if (left === null) return m.challenge_with({ teams });
  return others.every(({ count }) => count === null) ? m.week_challenge_with({ teams }) : teams;
}

const daysLeft = (count: number) => (count === 0 ? m.challenge_last_day() : m.challenge_left({ count }));

const words: { [W in SentenceCard['what']]: (card: Of<W>, language: string) => Said } = {
  greeting: ({ text }) => ({
    ...{ head: m.week_greeting(), figure: null },
    ...{ text: m.huddle_quote({ text }), ground: m.week_greeting_when() },
  }),
  challenge: (card) => ({
    head: card.left === null ? m.week_challenge_over() : m.week_challenge({ left: daysLeft(card.left) }),
    figure: m.challenge_count({ count: card.count, target: card.target }),
    text: card.text,
    ground: challenged(card),
  }),
  standard: ({ figure, text, times }) => ({
    ...{ head: m.week_standard(), figure, text },
    ground: times > 0 ? m.week_standard_kept({ count: times }) : m.week_standard_tap(),
  }),
  practice: ({ critical, customer }) => ({
    ...{ head: m.week_practice(), figure: m.week_minute() },
    text: m.week_pairs({ critical, customer: m.customers({ count: 1, customer }) }),
    ground: m.week_because(),
  }),
  sample: ({ value, text, ...goal }, language) => ({
    head: value === null ? m.week_sample() : m.week_sample_of({ value }),
    figure: value === null ? null : String(value),
    text: m.huddle_quote({ text }),
    ground: aimWords(goal, language),
  }),
  library: (card) => ({ figure: null, ...libraryWords(card) }),
  part: ({ share, turn }) => ({
    ...{ head: m.week_part(), figure: m.week_share({ share }) },
    ...{ text: m.week_took_part({ turn }), ground: m.week_no_names() },
  }),
};

/** The words of a card. */
export const cardWords = <C extends SentenceCard>(card: C, language: string): Said =>
  (words[card.what] as (card: C, language: string) => Said)(card, language);
