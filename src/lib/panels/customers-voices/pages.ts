/** A quote over this many letters is shown in parts. */
export const mostLetters = 220;

const ending = /[.!?…。؟]["”’)]?$/u;

/**
 * Cuts a quote into parts of at most `most` letters, each about as long as the others; at the end of a sentence where
 * one ends in a part's last third, else between words, and then an ellipsis says that it goes on.
 */
export function partsOf(text: string, most = mostLetters): string[] {
  const words = text.trim().split(/\s+/);
  const length = words.join(' ').length;
  if (length <= most) return [words.join(' ')];
  const wanted = Math.ceil(length / Math.ceil(length / (most - 2)));
  const parts: string[] = [];
  while (words.length > 0) {
    let count = 0;
    let letters = 0;
    let sentence = 0;
    for (const word of words) {
      const next = letters + word.length + (count > 0 ? 1 : 0);
      if (next > most - 2 || (count > 0 && letters >= wanted)) break;
      letters = next;
      count++;
      if (ending.test(word) && letters > wanted * 0.66) sentence = count;
    }
    // A single word longer than a whole part is cut like any other text.
    if (count === 0) {
      const [word = ''] = words;
      parts.push(`${word.slice(0, most - 2)} …`);
      words[0] = word.slice(most - 2);
      continue;
    }
    const part = words.splice(0, sentence || count).join(' ');
    parts.push(words.length > 0 && !ending.test(part) ? `${part} …` : part);
  }
  return parts;
}
