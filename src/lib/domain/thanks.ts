import type { Improvement } from './hung';
import type { TeamDecision, Thanks } from './practice';
import type { Verbatim } from './records';

/** So long a sentence of the thanks may be, in characters. */
export const longestThanks = 200;
/** So long a leader’s line to the team may be, in characters. */
export const longestLine = 160;

/** What a turn holds that can be told to customers; each newest first. */
export interface ThanksMaterial {
  decisions: readonly Pick<TeamDecision, 'meaning' | 'critical' | 'source'>[];
  improvements: readonly Pick<Improvement, 'because'>[];
  /** Approved comments of customers. */
  comments: readonly Pick<Verbatim, 'id' | 'text' | 'highlight' | 'criticals' | 'masked'>[];
}

/** As many whole words of a text as fit, an ellipsis for the rest. */
function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2)).trimEnd()}…`;
}

/** The sentence of a text that holds a phrase, else the first; or as many words of it as fit. */
function sentenceWith(text: string, phrase: string | null, limit: number): string {
  const sentences = text.match(/.{12,}?(?:[.!?…。！？]+(?=\s|$)|$)/gsu) ?? [text];
  const found = phrase ? sentences.find((sentence) => sentence.includes(phrase)) : undefined;
  return cutAtWord((found ?? sentences[0] ?? text).trim(), limit);
}

/** As many of these sentences as fit, in their order, each ended. */
function together(sentences: readonly string[], limit: number): string | null {
  let said = '';
  for (const sentence of new Set(sentences.map((one) => one.trim()).filter(Boolean))) {
    const ended = /[.!?…。！？]$/u.test(sentence) ? sentence : `${sentence}.`;
    const longer = said ? `${said} ${ended}` : ended;
    if (longer.length > limit) continue;
    said = longer;
  }
  return said || null;
}

/**
 * A thanks as it may be said, to be changed by whoever says it: what customers have of the turn’s decisions and what was done
 * about improvements; and the comment that a decision came from, or one about the critical that it serves, whose decision then is
 * told first. Where something was done that no comment led to, none is put beside it; where nothing was, the newest is.
 */
export function composeThanks({ decisions, improvements, comments }: ThanksMaterial): {
  youSaid: string | null;
  weDid: string | null;
} {
  const whole = comments.filter(({ masked }) => !masked);
  const cameFrom = ({ source, critical }: ThanksMaterial['decisions'][number]) =>
    source
      ? whole.find(({ id }) => id === source)
      : critical === null
        ? undefined
        : whole.find(({ criticals }) => criticals?.includes(critical));
  const [pair] = decisions.flatMap((decision) => {
    const comment = cameFrom(decision);
    return comment ? [{ decision, comment }] : [];
  });
  const told = pair ? [pair.decision, ...decisions.filter((one) => one !== pair.decision)] : decisions;
  const weDid = together(
    [...told.map(({ meaning }) => meaning), ...improvements.map(({ because }) => because ?? '')],
    longestThanks,
  );
  const said = pair?.comment ?? (weDid === null ? whole[0] : undefined);
  return {
    youSaid: said ? sentenceWith(said.text, said.highlight, longestThanks) || null : null,
    weDid,
  };
}

/** Who has signed beside the leader, by name; null: nobody. */
export const cosigner = ({ cosign }: Pick<Thanks, 'cosign'>): string | null =>
  (cosign?.by !== undefined && cosign.name) || null;

/** Whether it waits for a manager to sign. */
export const awaitsSign = ({ status, cosign }: Pick<Thanks, 'status' | 'cosign'>): boolean =>
  status === 'published' && cosign !== undefined && cosign.by === undefined;
