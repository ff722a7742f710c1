import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import { speaksOf } from './critical';
import type { Team } from './records';
import { isOn } from './schedule';
import { mask } from './verbatim';

/** Why a leader should look at a text before it hangs on a wall. */
export type Concern = 'profane' | 'link' | 'shouting' | 'masked' | 'wordless' | 'repeated';

const profanity = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const link =
  /(?:https?:\/\/|www\.)\S|\b[\p{L}\p{N}-]{2,}\.(?:com|net|org|info|biz|io|co|uk|de|fr|ru|cn|xyz|shop|link)\b/iu;

/** At most so many words of a team make a text wait. */
export const mostHeldWords = 100;

/** Whether a text holds one of the words that the team wants to see first. */
export const isHeld = ({ hold }: Pick<Team, 'hold'>, text: string): boolean =>
  hold?.some((word) => speaksOf(text, word)) ?? false;

/** Whether a comment may hang at once: the team lets clean ones through, this one is, and it is within the hours for that. */
export function mayPass(
  team: Pick<Team, 'moderation' | 'hold' | 'passHours' | 'timeZone'>,
  text: string,
  now: Date,
): boolean {
  if (team.moderation !== 'clean' || isHeld(team, text) || !judge(text).clean) return false;
  return !team.passHours || isOn(team.passHours, now, team.timeZone);
}

/**
 * Looks over a text that has been cleaned and masked. A text without concerns may show at once where the leader lets
 * clean ones through; the others wait.
 */
export function judge(text: string): { clean: boolean; reasons: Concern[] } {
  const reasons: Concern[] = [];
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (profanity.hasMatch(text)) reasons.push('profane');
  if (link.test(text)) reasons.push('link');
  if (letters >= 20 && capitals / letters > 0.7) reasons.push('shouting');
  if (text.includes(mask)) reasons.push('masked');
  if (letters < 2) reasons.push('wordless');
  if (/(.)\1{7,}/u.test(text)) reasons.push('repeated');
  return { clean: reasons.length === 0, reasons };
}
