/** A quote over this many letters is shown in parts. */
export const mostLetters = 220;

const ending = /[.!?…。؟]["”’)]?$/u;

/**
 * Cuts a quote into as few parts of at most `most` letters as hold it, about equally long: at the end of a sentence
 * where one lies there, else between words, and then an ellipsis says that it goes on.
 */
export function partsOf(text: string, most = mostLetters): string[] {
  // Two letters are kept for the ellipsis; a single word longer than that is cut like any other text.
  const room = most - 2;
  let words = text
    .trim()
    .split(/\s+/)
    .flatMap((word) => word.match(new RegExp(`.{1,${room}}`, 'gsu')) ?? []);
  const parts: string[] = [];
  for (;;) {
    const length = words.join(' ').length;
    if (length <= most) return [...parts, words.join(' ')];
    const left = Math.ceil(length / room);
    const wanted = length / left;
    let [letters, cut, sentence, distance] = [0, 1, 0, Infinity];
    for (const [index, word] of words.entries()) {
      letters += word.length + (index > 0 ? 1 : 0);
      if (letters > room) break;
      if (index === 0 || letters <= Math.ceil(wanted)) cut = index + 1;
      const away = Math.abs(letters - wanted);
      const restFits = length - letters <= (left - 1) * room;
      if (ending.test(word) && restFits && away < distance) [sentence, distance] = [index + 1, away];
    }
    const part = words.slice(0, sentence || cut).join(' ');
    words = words.slice(sentence || cut);
    parts.push(ending.test(part) ? part : `${part} …`);
  }
}
