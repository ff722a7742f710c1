// Pictures of every panel with every example on every kind of wall that shows it, and contact sheets to look them through:
// one a panel and one a kind of wall, the ring in each of its states, every panel in each light.
//   npm run gallery
//   npm run gallery -- how-are-we-doing dim rtl    only what contains each word, in another light, mirrored
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { createServer } from 'vite';
import { requireBrowser } from './find-browser.js';

const lights = ['evening', 'dim', 'daylight'];
const words = process.argv.slice(2);
const light = words.find((word) => lights.includes(word));
const rtl = words.includes('rtl');
const filters = words.filter((word) => !lights.includes(word) && word !== 'rtl');
const folder = 'screenshots';
mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder).filter((name) => /^sheet-.*\.png$/.test(name)))
  rmSync(join(folder, old));
process.env.DATA_DIR ??= mkdtempSync(join(tmpdir(), 'huddleboard-gallery-'));

/**
 * @typedef {object} Shot
 * @property {string} name
 * @property {string} query
 * @property {string} wall one of the gallery's walls
 * @property {{ width: number, height: number }} screen
 * @property {string[]} sheets the sheets that it stands on
 */

/** Everything there is to look at. @param {import('vite').ViteDevServer} server @returns {Promise<Shot[]>} */
async function shots(server) {
  const { pictures } = await server.ssrLoadModule('/src/routes/admin/gallery/pictures.ts');
  const { rings, underRing } = await server.ssrLoadModule('/src/routes/admin/gallery/walls.ts');
  const all = await pictures();
  const shot = ({ panel, example, wall, screen }, look, sheets) => ({
    name: [panel, example, wall, ...Object.values(look)].join('--').replace(/ /g, '-'),
    query: new URLSearchParams({
      panel,
      example,
      profile: wall,
      ...look,
      ...(rtl ? { dir: 'rtl' } : {}),
    }).toString(),
    wall,
    screen,
    sheets,
  });
  const hung = all.map((picture) =>
    shot(picture, light ? { theme: light } : {}, [picture.panel, picture.profile]),
  );
  const onBreakRoom = all.filter(({ profile }) => profile === 'break-room');
  const ringed = Object.keys(rings).flatMap((ring) =>
    onBreakRoom
      .filter((picture) =>
        underRing.some(({ panel, example }) => panel === picture.panel && example === picture.example),
      )
      .map((picture) => shot(picture, { theme: light ?? 'evening', ring }, ['ring'])),
  );
  const lit = (light ? [] : lights).flatMap((theme) =>
    onBreakRoom
      .filter(({ panel }, index) => onBreakRoom.findIndex((other) => other.panel === panel) === index)
      .map((picture) => shot(picture, { theme, ring: 'turning' }, [`light-${theme}`])),
  );
  return [...hung, ...ringed, ...lit];
}

/** One sheet: small pictures in rows, each under its name. @param {string} title @param {Shot[]} shots */
async function sheet(title, shots) {
  const columns = 4;
  const [width, gap, line] = [480, 16, 26];
  const escaped = (/** @type {string} */ text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const label = (/** @type {string} */ text, size = 16) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${line + 6}"><text y="18" font-family="sans-serif" font-size="${size}">${escaped(text)}</text></svg>`,
    );
  const small = await Promise.all(
    shots.map(async ({ name, screen }) => {
      const wide = screen.height > screen.width ? Math.round(width * 0.6) : width;
      const picture = sharp(join(folder, `${name}.png`)).resize({ width: wide });
      const { data, info } = await picture.png().toBuffer({ resolveWithObject: true });
      return { name, data, height: info.height };
    }),
  );
  const parts = [{ input: label(`${title}, ${shots.length}`, 22), left: gap, top: gap }];
  let top = gap * 2 + line;
  for (let from = 0; from < small.length; from += columns) {
    const row = small.slice(from, from + columns);
    for (const [index, { name, data }] of row.entries()) {
      const left = gap + index * (width + gap);
      parts.push({ input: label(name), left, top }, { input: data, left, top: top + line });
    }
    top += line + gap + Math.max(...row.map(({ height }) => height));
  }
  const paper = { width: gap + columns * (width + gap), height: top, channels: 3, background: 'white' };
  await sharp({ create: paper })
    .composite(parts)
    .png()
    .toFile(join(folder, `sheet-${title}.png`));
}

/** The same as a page, each picture a link to itself at full size. @param {Map<string, Shot[]>} sheets */
const page = (sheets) =>
  `<!doctype html><meta charset="utf-8"><title>Contact sheets</title><style>body{font:15px sans-serif;margin:16px}section{display:flex;flex-wrap:wrap;gap:12px}figure{margin:0}img{display:block}nav a{margin-right:12px}</style><nav>${[
    ...sheets.keys(),
  ]
    .map((title) => `<a href="#${title}">${title}</a>`)
    .join('')}</nav>${[...sheets]
    .map(
      ([title, shots]) =>
        `<h2 id="${title}">${title}</h2><section>${shots
          .map(
            ({ name, screen }) =>
              `<figure><a href="${name}.png"><img src="${name}.png" width="${screen.height > screen.width ? 270 : 480}" loading="lazy" alt=""></a><figcaption>${name}</figcaption></figure>`,
          )
          .join('')}</section>`,
    )
    .join('')}`;

const server = await createServer({ server: { port: 0, hmr: false, watch: null }, logLevel: 'error' });
await server.listen();
const address = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0];
const browser = await chromium.launch({
  executablePath: requireBrowser(),
  args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
/** @type {Map<string, Shot[]>} */
const sheets = new Map();
let taken = 0;
let faults = 0;
try {
  const tab = await browser.newPage();
  tab.on('pageerror', (error) => console.error(error.message));
  await tab.goto(`${address}admin/gallery`, { timeout: 120_000 });
  await tab.locator('form[data-hydrated]').waitFor({ timeout: 120_000 });
  for (const shot of await shots(server)) {
    if (!filters.every((filter) => shot.name.includes(filter))) continue;
    await tab.setViewportSize(shot.screen);
    // From one picture to the next without leaving the page: a link that the router follows.
    const { pathname, search } = new URL(`admin/gallery?${shot.query}`, address);
    await tab.evaluate((href) => {
      const anchor = document.body.appendChild(Object.assign(document.createElement('a'), { href }));
      anchor.click();
      anchor.remove();
    }, pathname + search);
    // Hydrated: from here on text is measured, not estimated.
    await tab.locator(`.wall[data-hung="${search}"]`).waitFor({ timeout: 120_000 });
    await tab.evaluate(() => document.fonts.ready);
    await tab.evaluate(
      () =>
        new Promise((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done), 50))),
    );
    const wrong = await tab.evaluate(
      async ([wall, screen]) => {
        const { boundsOf, faultsIn } = await import('/src/routes/admin/gallery/measure.ts');
        const { walls } = await import('/src/routes/admin/gallery/walls.ts');
        const hung = document.querySelector('.wall');
        return hung ? faultsIn(hung, boundsOf(walls[wall], screen, null)) : ['nothing hangs'];
      },
      [shot.wall, shot.screen],
    );
    for (const sentence of wrong) console.error(`${shot.name}: ${sentence}`);
    faults += wrong.length;
    await tab.screenshot({ path: join(folder, `${shot.name}.png`) });
    taken++;
    for (const title of shot.sheets) sheets.set(title, [...(sheets.get(title) ?? []), shot]);
  }
} finally {
  await browser.close();
  await server.close();
}
for (const [title, shots] of sheets) await sheet(title, shots);
writeFileSync(join(folder, 'contact-sheet.html'), page(sheets));
console.log(`${taken} pictures on ${sheets.size} sheets in ${folder}/, ${faults} faults`);
process.exit(taken === 0 || faults > 0 ? 1 : 0);
