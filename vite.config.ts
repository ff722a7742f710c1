import { availableParallelism } from 'node:os';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { findBrowser } from './scripts/find-browser.js';
import { liveSocket } from './src/lib/server/live/dev-plugin.js';
import { messagesInOne } from './scripts/messages-in-one.js';
import { oldBrowserFonts } from './scripts/old-browser-fonts.js';
import { oldBrowserStyles } from './scripts/old-browser-styles.js';
import { screenScript } from './scripts/screen-script.js';
import { pseudoLocale } from './scripts/pseudo-locale.js';

const messages = () =>
  paraglideVitePlugin({
    project: process.env.MESSAGES_PROJECT ?? './project.inlang',
    outdir: './src/lib/paraglide',
    strategy: ['globalVariable', 'baseLocale'],
    outputStructure: 'message-modules',
  });

const inBrowser: BrowserConfigOptions = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      executablePath: findBrowser(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  }),
  instances: [{ browser: 'chromium' }],
};

export default defineConfig({
  plugins: [
    messages(),
    sveltekit(),
    liveSocket(),
    oldBrowserFonts(),
    oldBrowserStyles(),
    screenScript(),
    process.env.PSEUDO_LOCALE ? pseudoLocale() : [],
    process.env.VITEST ? messagesInOne() : [],
  ],
  // TVs stay on the browser they were sold with: Samsung of 2020 has Chromium 69.
  build: { target: ['chrome69'], cssTarget: ['chrome69'], reportCompressedSize: false },
  test: {
    expect: { requireAssertions: true },
    // Unsaid, one core is kept for whoever watches.
    maxWorkers: availableParallelism(),
    teardownTimeout: 2_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // A worker reads each module once, not once a file: no test may replace a module or leave one changed.
          isolate: false,
          include: ['src/**/*.test.ts', 'tests/{contract,house,live,fault,security,seed}/**/*.test.ts'],
          exclude: ['src/**/*.svelte.test.ts', '**/*.full.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        plugins: [pseudoLocale()],
        test: {
          name: 'pseudo',
          environment: 'node',
          include: ['tests/house/**/*.pseudo.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'full',
          environment: 'node',
          include: ['tests/**/*.full.test.ts'],
          testTimeout: 3_600_000,
        },
      },
      {
        extends: true,
        plugins: [pseudoLocale({ toggle: true })],
        // Found only when a test asks for it, it would load the page anew in the middle of others.
        optimizeDeps: { include: ['axe-core'] },
        test: {
          name: 'browser',
          include: ['src/**/*.svelte.test.ts'],
          testTimeout: 30_000,
          browser: inBrowser,
        },
      },
      {
        extends: true,
        plugins: [pseudoLocale({ toggle: true })],
        // Found only when a test asks for it, it would load the page anew in the middle of others.
        optimizeDeps: { include: ['axe-core'] },
        test: {
          name: 'walls',
          include: ['src/**/*.svelte.full.ts'],
          testTimeout: 3_600_000,
          browser: inBrowser,
        },
      },
    ],
  },
});
