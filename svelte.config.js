import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    runes: ({ filename }) => (filename.split(/[/\\]/).includes('node_modules') ? undefined : true),
  },
  kit: {
    adapter: adapter({ precompress: true, out: process.env.BUILD_DIR ?? 'build' }),
    // Kit's own registration snippet uses syntax that stops Chromium below 80; the screen registers by hand.
    serviceWorker: { register: false },
    // A page brings the styles of its parts along; those that all pages share stay a file, which also holds the first paint
    // back until the board is there whole.
    inlineStyleThreshold: 5_000,
    // Kept in the environment: the config is read more than once in a build, and its parts must agree.
    version: { name: (process.env.BUILD_ID ??= new Date().toISOString()), pollInterval: 0 },
    // hooks.server.ts checks where every request that changes something comes from, in dev too; Kit's own check would turn
    // away scripts that send a file with a key.
    csrf: { trustedOrigins: ['*'] },
    // Nonces on every page; a display that other signage may frame widens frame-ancestors in hooks.server.ts.
    csp: {
      mode: 'nonce',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self', 'unsafe-inline'],
        // blob: is the preview of a picture that a leader has just chosen.
        'img-src': ['self', 'data:', 'blob:'],
        'media-src': ['self', 'data:'],
        'connect-src': ['self', 'ws:', 'wss:'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self'],
      },
    },
  },
};
