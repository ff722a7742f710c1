import { m } from '../../paraglide/messages';

/** What became of a decision, in one line where there is little height. */
export const pinLine = ({
  change,
  verdict,
}: {
  change: { scores: string } | null;
  verdict: string;
}): string => (change ? m.score_trend_pin_line({ scores: change.scores, verdict }) : verdict);
