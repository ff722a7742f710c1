import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dwellRange } from '../../src/lib/domain/playlist';
import { registry } from '../../src/lib/panels/registry';

/** The shipped display profiles in `folder`, with every panel in every playlist and scenes that soon make room. */
export function quickProfiles(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync('display-profiles').filter((name) => name.endsWith('.json'))) {
    const profile = JSON.parse(readFileSync(join('display-profiles', file), 'utf8'));
    if (Array.isArray(profile.defaults)) {
      const listed: { panel: string }[] = profile.defaults;
      const missing = Object.keys(registry).filter((kind) => !listed.some(({ panel }) => panel === kind));
      const items = [...listed, ...missing.map((panel) => ({ panel, options: {} }))];
      profile.defaults = items.map((item) => ({ ...item, dwell: dwellRange.min }));
    }
    writeFileSync(join(folder, file), JSON.stringify(profile));
  }
  return folder;
}
