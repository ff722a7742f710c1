import { readFileSync } from 'node:fs';

/** What `npm start` gives the engine, for servers that a benchmark starts itself. */
export const engine: string[] =
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }).scripts.start.match(
    /--\S+/g,
  ) ?? [];
