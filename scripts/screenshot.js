// The pictures that the README shows: the sample team in a temporary directory, the built server, and its walls.
//   node scripts/screenshot.js
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { buildIfNeeded } from './build-if-needed.js';
import { requireBrowser } from './find-browser.js';

/** Which of the sample team's walls become which picture, and when the picture is worth taking. */
const pictures = [
  { display: 'break-room', file: 'docs/wall.png', width: 1920, height: 1080, scale: 1 },
  { display: 'entrance', file: 'docs/wall-portrait.png', width: 1080, height: 1920, scale: 0.5 },
];
const most = 200_000;

buildIfNeeded();
const dataDir = mkdtempSync(join(tmpdir(), 'huddleboard-screenshot-'));
const env = { ...process.env, LOG_LEVEL: 'warn', HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir };
const { displays } = JSON.parse(
  execFileSync(process.execPath, ['scripts/seed.js'], { env, encoding: 'utf8' }),
);
const server = spawn(process.execPath, ['server.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const address = await new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (chunk) => {
      said += chunk;
      const [found] = /http:\/\/[\w.[\]:-]+:\d+/.exec(said) ?? [];
      if (found) resolve(found);
    });
    server.on('exit', () => reject(new Error('The server did not start.')));
  });
  const browser = await chromium.launch({
    executablePath: requireBrowser(),
    args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    for (const { display, file, width, height, scale } of pictures) {
      const { link } = displays.find((/** @type {{ id: string }} */ { id }) => id.endsWith(display));
      const page = await browser.newPage({
        viewport: { width, height },
        deviceScaleFactor: scale,
        reducedMotion: 'reduce',
      });
      const { pathname, hash } = new URL(link);
      await page.goto(`${address}${pathname}${hash}`);
      // Every dot stands, every text is measured in its own font.
      await page.locator('.frame').first().waitFor();
      await page.evaluate(() => document.fonts.ready);
      await page.waitForFunction(() =>
        document.getAnimations().every((animation) => animation.playState === 'finished'),
      );
      // A wall has few colours: 256 of them look the same and weigh a third.
      await sharp(await page.screenshot())
        .png({ palette: true, quality: 100, effort: 10 })
        .toFile(file);
      await page.close();
      const size = statSync(file).size;
      console.log(`${file}: ${width * scale}×${height * scale}, ${Math.round(size / 1000)} kB`);
      if (size > most) throw new Error(`${file} is larger than ${most / 1000} kB.`);
    }
  } finally {
    await browser.close();
  }
} finally {
  server.kill('SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
}
