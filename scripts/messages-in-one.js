import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * All messages as one module. Each is compiled to a module of its own, so that a build takes what a page needs; a test in a
 * browser would fetch all of them one by one, for each file of tests anew.
 *
 * @returns {import('vite').Plugin}
 */
export function messagesInOne() {
  return {
    name: 'messages-in-one',
    enforce: 'pre',
    load(id) {
      if (!/\/paraglide\/messages\/_index\.js$/.test(id)) return;
      return { code: messagesIn(id), map: null };
    },
  };
}

/**
 * The code of all messages that an index of compiled messages names.
 *
 * @param {string} index its path
 */
function messagesIn(index) {
  const names = [...readFileSync(index, 'utf8').matchAll(/^export \* from '\.\/([^']+)'/gm)];
  /** @type {Set<string>} */
  const imports = new Set();
  const bodies = names.map(([, name = '']) =>
    readFileSync(join(dirname(index), name), 'utf8').replace(/^import .*$/gm, (line) => {
      imports.add(line);
      return '';
    }),
  );
  return [...imports, ...bodies].join('\n');
}
