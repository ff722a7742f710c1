import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const lib = resolve('src/lib');

/** Who may import whom: the table of docs/architecture.md. `messages` is the compiled catalogue in src/lib/paraglide. */
const mayImport: Record<string, string[]> = {
  domain: [],
  protocol: ['domain'],
  charts: [],
  panels: ['domain', 'charts', 'messages', 'icons'],
  screen: ['domain', 'protocol', 'panels', 'messages', 'icons'],
  ui: ['domain', 'messages', 'icons'],
  'server/store': ['domain'],
  'server/intake': ['domain', 'server/store', 'messages'],
  'server/board': ['domain', 'protocol', 'panels', 'server/store'],
  'server/auth': ['domain', 'server/store'],
  'server/live': ['domain', 'protocol', 'server/intake', 'server/board', 'server/auth'],
  'server/config': ['messages'],
  'server/chores': ['domain', 'server/store', 'server/intake', 'messages'],
  'server/notebook': ['domain', 'server/store', 'server/intake'],
  'server/media': ['domain', 'server/store', 'server/intake', 'messages'],
  'server/sample-team': [
    'domain',
    'server/store',
    'server/intake',
    'server/board',
    'server/auth',
    'server/config',
  ],
  'server/house': ['server', 'domain', 'messages'],
  routes: [
    'server/house',
    'server/auth',
    'server/intake',
    'server/sample-team',
    'domain',
    'protocol',
    'screen',
    'panels',
    'charts',
    'ui',
    'messages',
    'icons',
  ],
  hooks: ['server/house', 'server/auth', 'server/intake', 'domain', 'messages'],
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'paraglide' ? [] : filesBelow(path);
    return /\.(ts|js|svelte)$/.test(name) && !/\.(test|full)\.ts$|example\.ts$/.test(name) ? [path] : [];
  });
}

/** The room a path of src/ belongs to. */
function roomOf(path: string): string {
  const inside = relative(lib, path);
  if (inside.startsWith('..')) return path.includes('/routes/') ? 'routes' : 'hooks';
  const [first, second] = inside.split('/') as [string, string?];
  if (first === 'paraglide') return 'messages';
  if (first !== 'server') return first;
  return `server/${second?.replace(/\.(ts|js)$/, '')}`;
}

function importsOf(path: string): string[] {
  const code = readFileSync(path, 'utf8');
  return [...code.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, target]) => target!);
}

/** The room that an import leads to; undefined for what lies outside the house. */
function targetRoom(path: string, target: string): string | undefined {
  if (target.endsWith('.css')) return undefined;
  if (target.startsWith('@lucide/')) return 'icons';
  if (target.startsWith('$lib/')) return roomOf(resolve(lib, target.slice(5)));
  if (target.startsWith('.')) return roomOf(resolve(dirname(path), target));
  return undefined;
}

const files = filesBelow(resolve('src')).filter(
  (path) => path.includes('/lib/') || path.includes('/routes/') || /hooks\.server/.test(path),
);

describe('the house', () => {
  it('has rooms and files to look at', () => {
    expect(files.length).toBeGreaterThan(40);
  });

  it.each(Object.keys(mayImport))('%s imports only what it may', (room) => {
    const wrong = files
      .filter((path) => roomOf(path) === room)
      .flatMap((path) =>
        importsOf(path)
          .filter((target) => {
            const to = targetRoom(path, target);
            if (!to || to === room) return false;
            const allowed = mayImport[room]!;
            return !allowed.includes(to) && !(to.startsWith('server/') && allowed.includes('server'));
          })
          .map((target) => `${relative('.', path)} -> ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('knows every room', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => !(room in mayImport))).toEqual([]);
  });

  it('has no rooms for odds and ends, and no barrels', () => {
    expect(
      files.filter(
        (path) =>
          /\/(utils|helpers|services|managers|common)(\/|\.)/.test(path) || /\/index\.(ts|js)$/.test(path),
      ),
    ).toEqual([]);
  });
});

describe('the wall’s bytes', () => {
  it('panel components take only types from their panel.ts, so that no schema reaches a TV', () => {
    const wrong = files
      .filter((path) => path.includes('/panels/') && path.endsWith('.svelte'))
      .filter((path) => /^\s*import (?!type).*['"]\.\/panel['"]/m.test(readFileSync(path, 'utf8')));
    expect(wrong).toEqual([]);
  });
});
