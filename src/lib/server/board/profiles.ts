import { readFileSync, readdirSync, watch } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import type { DisplayProfile } from '../../domain/display-profile';
import { lineOf, profileSchema } from './profile-schema';

/** What is wrong with a profile file; admin makes a sentence of it. */
export interface ProfileFault {
  /** The file's name, or the folder's path where that cannot be read. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Dotted path of the field; empty for the whole file. */
  field: string;
  code: string;
  /** What the field should be: a bound, the choices, the kind of value. */
  detail: string;
}

/** The display profiles of PROFILES_DIR, kept current; a broken file keeps its last good version. */
export interface Profiles {
  get(name: string): DisplayProfile | undefined;
  list(): DisplayProfile[];
  faults(): readonly ProfileFault[];
  onChange(changed: (name: string) => void): () => void;
  close(): void;
}

/** One file's profile, or what is wrong with it: file, line and field. */
export function readProfile(
  file: string,
  source: string,
): { profile: DisplayProfile } | { fault: ProfileFault } {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    const line = position ? source.slice(0, Number(position)).split('\n').length : 1;
    return { fault: { file, line, field: '', code: 'not-json', detail: '' } };
  }
  const result = v.safeParse(profileSchema, value);
  if (!result.success) {
    const [issue] = result.issues;
    const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    const missing = issue.received === 'undefined';
    const line = lineOf(source, missing ? path.slice(0, -1) : path);
    // Schema rules without a code of their own ask for a kind of value.
    const [, code = 'kind', detail = issue.expected ?? ''] =
      /^([a-z-]+)(?::(.*))?$/.exec(issue.message) ?? [];
    return { fault: { file, line, field: path.join('.'), code: missing ? 'missing' : code, detail } };
  }
  if (`${result.output.name}.json` !== file) {
    const line = lineOf(source, ['name']);
    return { fault: { file, line, field: 'name', code: 'not-file-name', detail: file.slice(0, -5) } };
  }
  return { profile: result.output };
}

/** Reads the profiles of a folder and follows its changes while the server runs. */
export function openProfiles(folder: string, options: { follow?: boolean } = {}): Profiles {
  const good = new Map<string, DisplayProfile>();
  const sources = new Map<string, string>();
  const faults = new Map<string, ProfileFault>();
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
      faults.set('', { file: folder, line: 1, field: '', code: 'no-folder', detail: '' });
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
