// Pictures of every panel with every example on every wall, and one contact sheet to look at: `npm run gallery`.
// `npm run gallery -- how-are-we-doing dim` takes only what contains each word; `dim` and `daylight` pick a theme.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { requireBrowser } from './find-browser.js';

const words = process.argv.slice(2);
const theme = words.find((word) => ['dim', 'daylight', 'evening'].includes(word)) ?? 'evening';
const rtl = words.includes('rtl');
const filters = words.filter((word) => !['dim', 'daylight', 'evening', 'rtl'].includes(word));
const folder = 'screenshots';
mkdirSync(folder, { recursive: true });
process.env.DATA_DIR ??= mkdtempSync(join(tmpdir(), 'huddleboard-gallery-'));

const server = await createServer({ server: { port: 0, hmr: false, watch: null }, logLevel: 'error' });
await server.listen();
const address = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0];
const browser = await chromium.launch({
  executablePath: requireBrowser(),
  args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
const taken = [];
let faults = 0;
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`${address}admin/gallery`, { timeout: 120_000 });
  await page.locator('main[data-hydrated]').waitFor({ timeout: 120_000 });
  const links = await page.locator('main a').evaluateAll((list) =>
    list.map((link) => ({
      href: link.getAttribute('href') ?? '',
      whole: link.dataset.whole === 'true',
      screen: { width: Number(link.dataset.width), height: Number(link.dataset.height) },
    })),
  );
  for (const { href: link, whole, screen } of links) {
    const query = new URL(link, address).searchParams;
    const profile = query.get('profile') ?? '';
    const ring = query.get('ring');
    const name = [
      query.get('panel'),
      query.get('example'),
      profile,
      theme,
      ...(ring ? [`ring-${ring}`] : []),
      ...(rtl ? ['rtl'] : []),
    ].join('--');
    if (!filters.every((filter) => name.includes(filter))) continue;
    // Walls of which a part is empty are drawn when they are asked for, by their own name.
    if (!whole && !filters.includes(profile)) continue;
    const upright = screen.height > screen.width;
    await page.setViewportSize(screen);
    // From one picture to the next without leaving the page: a link that the router follows.
    const { pathname, search } = new URL(`${link}&theme=${theme}${rtl ? '&dir=rtl' : ''}`, address);
    await page.evaluate((href) => {
      const anchor = document.body.appendChild(Object.assign(document.createElement('a'), { href }));
      anchor.click();
      anchor.remove();
    }, pathname + search);
    // Hydrated: from here on text is measured, not estimated.
    await page.locator(`.wall[data-hung="${search}"]`).waitFor({ timeout: 120_000 });
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(
      () =>
        new Promise((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done), 50))),
    );
    const wrong = await page.evaluate(
      async ([profile, screen]) => {
        const { boundsOf, faultsIn } = await import('/src/routes/admin/gallery/measure.ts');
        const { walls } = await import('/src/routes/admin/gallery/walls.ts');
        const wall = document.querySelector('.wall');
        return wall ? faultsIn(wall, boundsOf(walls[profile], screen, null)) : ['nothing hangs'];
      },
      [profile, screen],
    );
    for (const sentence of wrong) console.error(`${name}: ${sentence}`);
    faults += wrong.length;
    await page.screenshot({ path: join(folder, `${name}.png`) });
    taken.push({ name, upright });
  }
  const figure = ({ name, upright }) =>
    `<figure><img src="${name}.png" width="${upright ? 270 : 480}" loading="lazy" alt=""><figcaption>${name}</figcaption></figure>`;
  const sheet = `<!doctype html><meta charset="utf-8"><title>Contact sheet</title><style>body{font:13px sans-serif;margin:16px;display:flex;flex-wrap:wrap;gap:12px}figure{margin:0}img{display:block}</style>${taken.map(figure).join('')}`;
  writeFileSync(join(folder, 'contact-sheet.html'), sheet);
  if (filters.length === 0) {
    await page.setViewportSize({ width: 2000, height: 1000 });
    await page.goto(`file://${join(process.cwd(), folder, 'contact-sheet.html')}`, { waitUntil: 'load' });
    await page.evaluate(() =>
      Promise.all([...document.images].map((image) => ((image.loading = 'eager'), image.decode()))),
    );
    await page.screenshot({ path: join(folder, 'contact-sheet.png'), fullPage: true });
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${taken.length} pictures in ${folder}/, ${faults} faults`);
process.exit(taken.length === 0 || faults > 0 ? 1 : 0);
