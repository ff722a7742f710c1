import type { Critical } from '$lib/domain/critical';

/** Words as they are typed into one field: between commas, semicolons or on lines of their own. */
export const wordsIn = (text: string): string[] =>
  text
    .split(/[,;،、\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/**
 * The criticals in the fields `name-0`, `words-0`, `question-0`, `id-0` and up, and which field each part came from. A row
 * without a name goes where nothing else stands in it, or where it named a critical before.
 */
export function criticalsIn(
  typed: Record<string, string>,
  newId: () => string,
): { criticals: Critical[]; rename: Record<string, string> } {
  const criticals: Critical[] = [];
  const rename: Record<string, string> = { criticals: 'name-0' };
  for (let row = 0; `name-${row}` in typed; row += 1) {
    const [id, name, words, question] = ['id', 'name', 'words', 'question'].map(
      (field) => typed[`${field}-${row}`]?.trim() ?? '',
    ) as [string, string, string, string];
    if (!name && (id || !(words || question))) continue;
    for (const field of ['name', 'words', 'question'])
      rename[`criticals.${criticals.length}.${field}`] = `${field}-${row}`;
    criticals.push({ id: id || newId(), name, words: wordsIn(words), question: question || null });
  }
  return { criticals, rename };
}
