const accents = new Map(
  Object.entries({
    a: 'á',
    b: 'ƀ',
    c: 'ç',
    d: 'ð',
    e: 'é',
    f: 'ƒ',
    g: 'ĝ',
    h: 'ĥ',
    i: 'í',
    j: 'ĵ',
    k: 'ķ',
    l: 'ļ',
    m: 'ɱ',
    n: 'ñ',
    o: 'ö',
    p: 'þ',
    q: 'ɋ',
    r: 'ř',
    s: 'š',
    t: 'ţ',
    u: 'ü',
    v: 'ṽ',
    w: 'ŵ',
    x: 'ẋ',
    y: 'ý',
    z: 'ž',
  }).flatMap(([plain, accented]) => [
    [plain, accented],
    [plain.toUpperCase(), accented.toUpperCase()],
  ]),
);

/** The text of one message, accented and 40 % longer, the brackets included that show where it begins and ends. */
export function pseudoText(/** @type {string} */ template) {
  const parts = template.split(/(\$\{[^}]*\})/);
  const letters = parts.filter((_, i) => i % 2 === 0).join('').length;
  const accented = parts.map((part, i) =>
    i % 2 ? part : part.replace(/[A-Za-z]/g, (letter) => accents.get(letter) ?? letter),
  );
  const longer = '~'.repeat(Math.max(0, Math.ceil(letters * 0.4) - 2));
  // What a language adds to a sentence are words, and words break lines.
  const words = template.includes(' ') ? longer.replace(/~{8}(?=~)/g, '$& ') : longer;
  return `⟦${accented.join('')}${words}⟧`;
}

/**
 * Turns every compiled message into pseudo-English, so that a text that does not come from the catalogues stands out,
 * and so do places where a longer language does not fit. With `toggle` they are so while `globalThis.pseudoWords` is true.
 *
 * @param {{ toggle?: boolean }} [options]
 * @returns {import('vite').Plugin}
 */
export function pseudoLocale({ toggle = false } = {}) {
  return {
    name: 'pseudo-locale',
    enforce: 'post',
    transform(code, id) {
      if (!/\/paraglide\/messages\/[^/]+\.js/.test(id)) return undefined;
      return {
        code: code.replace(
          /(\/\*\* @type \{LocalizedString\} \*\/ \()`((?:[^`\\]|\\.)*)`\)/g,
          (_, before, text) =>
            `${before}${toggle ? 'globalThis.pseudoWords ? ' : ''}\`${pseudoText(text)}\`${toggle ? ` : \`${text}\`` : ''})`,
        ),
        map: null,
      };
    },
  };
}
