import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/find-browser.js';

export default defineConfig({
  testDir: 'tests/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1920, height: 1080 },
    actionTimeout: 20_000,
    // A trace of every test costs as much as the tests: TRACE=1 for the one that fails.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findBrowser(),
      args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
  projects: [
    { name: 'e2e', testMatch: '**/*.e2e.ts', grepInvert: /@full/ },
    // What takes long and breaks seldom: npm run test:full.
    { name: 'e2e-full', testMatch: '**/*.e2e.ts', grep: /@full/ },
  ],
});
