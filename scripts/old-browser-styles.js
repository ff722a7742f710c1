/**
 * Chromium below 88 drops every rule that contains `:where()`. Svelte writes `:where(.svelte-hash)` to keep
 * specificity low; the plain class does the same job with a slightly higher one.
 *
 * @returns {import('vite').Plugin}
 */
export function oldBrowserStyles() {
  const plain = (/** @type {string} */ css) => css.replace(/:where\((\.svelte-[a-z0-9]+)\)/g, '$1');
  return {
    name: 'old-browser-styles',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = plain(String(file.source));
        else if (file.type === 'chunk' && file.code.includes(':where(')) file.code = plain(file.code);
      }
    },
  };
}
