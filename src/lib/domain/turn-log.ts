/** A turn as it is remembered. */
export interface TurnEntry {
  number: number;
  /** When it opened and closed (ISO); `to` is null while it is open. */
  from: string;
  to: string | null;
  /** One line of what was learned. */
  learned: string | null;
  by: string | null;
  decisions: string[];
  /** Soft skills practised in its huddles and decisions, each once, in the order in which they came up. */
  skills: string[];
  youSaid: string | null;
  weDid: string | null;
  /** What was asked from then on. */
  question: string | null;
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** Whether each word that is searched for stands in one of a turn’s texts, whatever its case and accents. */
export function remembers(entry: TurnEntry, search: string): boolean {
  const { learned, decisions, youSaid, weDid, question } = entry;
  const text = plain([learned, ...decisions, youSaid, weDid, question].filter(Boolean).join('\n'));
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
