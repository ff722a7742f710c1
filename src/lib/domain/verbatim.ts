const control = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu;
const bidi = /[\u202A-\u202E\u2066-\u2069]/gu;
/* eslint-disable no-misleading-character-class -- each of them is meant by itself */
const invisible =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B\u200E\u200F\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\u{E0000}-\u{E0FFF}]/gu;
/* eslint-enable no-misleading-character-class */
/** Joiners hold emoji families and some scripts together; anywhere else they only hide. */
const strayJoiner =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{L}\p{Extended_Pictographic}])|([\u200C\u200D])[\u200C\u200D]+/gu;
const pileOfMarks = /(\p{M}{3})\p{M}+/gu;

/**
 * A person's words made safe to show: one line, no control, bidi-override or invisible characters, at most three
 * combining marks on a letter, at most `limit` characters as people count them. The words themselves stay as they are.
 */
export function cleanText(text: string, limit: number): string {
  // Most words of most files: nothing in them needs a second look.
  if (text.length <= limit && /^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
  const clean = text
    .normalize('NFC')
    .replace(/[\s\u0085\u2028\u2029]+/gu, ' ')
    .replace(control, '')
    .replace(bidi, '')
    .replace(invisible, '')
    .replace(strayJoiner, '$1')
    .replace(pileOfMarks, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
  if (clean.length <= limit) return clean;
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(clean)];
  if (letters.length <= limit) return clean;
  return letters
    .slice(0, limit)
    .map(({ segment }) => segment)
    .join('')
    .trim();
}

/** What stands where personal data stood. */
export const mask = '•••';

const email =
  /[\p{L}\p{N}._%+'-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\p{L}\p{N}-]+)+/giu;
const longNumber =
  /(?<![\p{L}\p{Nd}.,])(?:\+|00)?\(?\p{Nd}(?:[\s\u00A0().\-–/]{0,2}\p{Nd}){6,}(?![\p{L}\p{Nd}])/gu;
const date =
  /^(?:\p{Nd}{4}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{1,2}|\p{Nd}{1,2}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{4})(?:[\sT]\p{Nd}{1,2})?$/u;

/**
 * Masks e-mail addresses, phone numbers and card numbers: anything of seven digits or more that reads as one number and
 * is not a date. It would rather mask an order number than show a telephone number.
 */
export function maskPersonal(text: string): { text: string; masked: boolean } {
  const mailless = /[@([]/.test(text) ? text.replace(email, mask) : text;
  if (!/\p{Nd}/u.test(mailless)) return { text: mailless, masked: mailless !== text };
  const safe = mailless.replace(longNumber, (found) => (date.test(found.trim()) ? found : mask));
  return { text: safe, masked: safe !== text };
}

const spoken = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
const isPartOfWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{M}\p{N}]/u.test(sign);

/** Whether `words` stand in `text` as whole words, in any case and however they are spaced: “Ann” is not in “planned”. */
export function mentions(text: string, words: string): boolean {
  const [all, wanted] = [spoken(text), spoken(words)];
  if (wanted === '') return false;
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
    const before = [...all.slice(Math.max(0, at - 2), at)].at(-1);
    const after = [...all.slice(at + wanted.length, at + wanted.length + 2)][0];
    if (!isPartOfWord(before) && !isPartOfWord(after)) return true;
  }
  return false;
}

/** Whether `phrase` stands in `text` as it is written, so that it may be set in colour. */
export const holdsPhrase = (text: string, phrase: string): boolean =>
  phrase.trim() !== '' && text.includes(phrase);
