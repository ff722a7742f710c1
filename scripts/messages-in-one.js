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
      const names = [...readFileSync(id, 'utf8').matchAll(/^export \* from '\.\/([^']+)'/gm)];
      /** @type {Set<string>} */
      const imports = new Set();
      const bodies = names.map(([, name = '']) =>
        readFileSync(join(dirname(id), name), 'utf8').replace(/^import .*$/gm, (line) => {
          imports.add(line);
          return '';
        }),
      );
      return { code: [...imports, ...bodies].join('\n'), map: null };
    },
  };
}
