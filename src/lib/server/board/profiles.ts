import { readFileSync, readdirSync, watch } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import type { DisplayProfile } from '../../domain/display-profile';
import { lineOf, profileSchema } from './profile-schema';

/** The display profiles of PROFILES_DIR, kept current; a broken file keeps its last good version. */
export interface Profiles {
  get(name: string): DisplayProfile | undefined;
  list(): DisplayProfile[];
  /** What is wrong with a profile file, as sentences for admin. */
  faults(): readonly string[];
  onChange(changed: (name: string) => void): () => void;
  close(): void;
}

/** One file's profile, or the sentence that names file, line and field. */
export function readProfile(file: string, source: string): { profile: DisplayProfile } | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    const line = position ? source.slice(0, Number(position)).split('\n').length : 1;
    return { fault: `${file}, line ${line}: this is not JSON.` };
  }
  const result = v.safeParse(profileSchema, value);
  if (!result.success) {
    const [issue] = result.issues;
    const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    const field = path.join('.') || 'the file';
    const missing = issue.received === 'undefined';
    const why = missing
      ? 'is missing'
      : /^(is|has|names) /.test(issue.message)
        ? issue.message
        : `is not ${issue.expected ?? 'valid'}`;
    return {
      fault: `${file}, line ${lineOf(source, missing ? path.slice(0, -1) : path)}: "${field}" ${why}.`,
    };
  }
  if (`${result.output.name}.json` !== file) {
    return {
      fault: `${file}, line ${lineOf(source, ['name'])}: "name" is not the file's name, ${file.slice(0, -5)}.`,
    };
  }
  return { profile: result.output };
}

/** Reads the profiles of a folder and follows its changes while the server runs. */
export function openProfiles(folder: string, options: { follow?: boolean } = {}): Profiles {
  const good = new Map<string, DisplayProfile>();
  const sources = new Map<string, string>();
  const faults = new Map<string, string>();
  const listeners = new Set<(name: string) => void>();

  function read(file: string): void {
    let source: string;
    try {
      source = readFileSync(join(folder, file), 'utf8');
    } catch {
      // Gone: what hangs with it keeps its last good version until the server starts again.
      faults.delete(file);
      sources.delete(file);
      return;
    }
    if (sources.get(file) === source) return;
    sources.set(file, source);
    const read = readProfile(file, source);
    if ('fault' in read) {
      faults.set(file, read.fault);
      return;
    }
    faults.delete(file);
    good.set(read.profile.name, read.profile);
    for (const changed of listeners) changed(read.profile.name);
  }

  const isProfile = (file: string) => file.endsWith('.json') && !file.endsWith('.schema.json');

  function readAll(): void {
    let files: string[];
    try {
      files = readdirSync(folder).filter(isProfile).sort();
      faults.delete('');
    } catch {
      faults.set('', `The folder of the display profiles, ${folder}, cannot be read.`);
      return;
    }
    for (const file of files) read(file);
  }

  readAll();
  let watcher: ReturnType<typeof watch> | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;
  if (options.follow !== false) {
    try {
      watcher = watch(folder, { persistent: false }, (_event, file) => {
        if (file && !isProfile(basename(file.toString()))) return;
        // Editors write in several steps: look when they are done.
        clearTimeout(soon);
        soon = setTimeout(readAll, 50);
      });
      watcher.on('error', () => watcher?.close());
    } catch {
      // Without notices from the system the profiles stay as they were at the start.
    }
  }

  return {
    get: (name) => good.get(name),
    list: () => [...good.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    faults: () => [...faults.values()],
    onChange(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    close() {
      clearTimeout(soon);
      watcher?.close();
      listeners.clear();
    },
  };
}
