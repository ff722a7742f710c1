import { cleanText, maskPersonal } from '../verbatim';
import type { Actor, CommandName, Commands } from '../command';
import type { AnyRecord, Change, Kind, Records, Team } from '../records';
import { accept, refuse, type Fault, type Refusal, type Result } from '../refusal';
import type { Facts } from './facts';

/** What a command comes to: changes for one commit, and how many records of its kind are new or changed. */
export interface Decision {
  changes: Change[];
  created: number;
  updated: number;
  /** No record is changed twice in it: where nothing else waits, the changes need no second look. */
  eachOnce?: true;
}

/** The rule of one command. Pure: what it knows is in `facts`, time is `now`. */
export type Decider<C extends CommandName> = (
  input: Commands[C],
  facts: Facts[C],
  actor: Actor,
  now: Date,
) => Result<Decision>;

/** A long decision, a step at a time, so that others have their turn in between. The pauses change nothing of what it comes to. */
export type Steps = Generator<undefined, Result<Decision>>;

/** The rule of a command that may hold very much. */
export type LongDecider<C extends CommandName> = (
  input: Commands[C],
  facts: Facts[C],
  actor: Actor,
  now: Date,
) => Steps;

/** Puts a record; `saw` as in `Change`. */
export const put = <K extends Kind>(
  kind: K,
  record: Omit<Records[K], 'version'>,
  saw?: number | null,
): Change => ({ put: kind, record, saw }) as Change;

/** Puts a record that must not exist yet. */
export const add = <K extends Kind>(kind: K, record: Omit<Records[K], 'version'>): Change =>
  put(kind, record, null);

/** Puts a record with some of its fields changed; refused by the store when it changed in the meantime. */
export function edit<K extends Kind>(kind: K, record: Records[K], fields: Partial<Records[K]>): Change {
  const { version, ...rest } = { ...record, ...fields, version: record.version };
  return put<Kind>(kind, rest as Omit<AnyRecord, 'version'> as Omit<Records[Kind], 'version'>, version);
}

export const created = (...changes: Change[]): Result<Decision> =>
  accept({ changes, created: 1, updated: 0 });
export const updated = (...changes: Change[]): Result<Decision> =>
  accept({ changes, created: 0, updated: 1 });
/** What was asked for is so already. */
export const nothingToDo = (): Result<Decision> => accept({ changes: [], created: 0, updated: 0 });

/** Ids of acts that a phone may send twice, with this one; the newest `most` are remembered. */
export const withAct = (acts: readonly string[], act: string, most = 100): string[] =>
  [...acts, act].slice(-most);

type Refused = { ok: false; refusal: Refusal };

/** Some fields are wrong. */
export const invalid = (...faults: Fault[]): Refused => refuse('invalid', 'invalid', { faults });
export const forbidden = (): Refused => refuse('forbidden', 'not-yours');
export const unknownTeam = (): Refused =>
  refuse('invalid', 'unknown-team', { faults: [{ code: 'unknown-team', path: 'team' }] });
export const notThere = (): Refused => refuse('unknown', 'not-there');
/** Somebody else changed it since the form was opened. */
export const changedMeanwhile = (): Refused => refuse('conflict', 'changed-meanwhile');

/** Cleaned words, or null where nothing is left. */
export const words = (text: string | null | undefined, limit: number): string | null =>
  (text && cleanText(text, limit)) || null;

/** Cleaned words of one field, null where nothing is left; more than `longest` characters are a fault at `path`. */
export function wordsUpTo(
  longest: number,
  text: string | null | undefined,
  path: string,
  faults: Fault[],
): string | null {
  const clean = words(text, longest + 1);
  if (clean !== null && [...clean].length > longest)
    faults.push({ code: 'too-long', path, values: { max: longest } });
  return clean;
}

/** What somebody may have written of a person is masked. */
export const masked = (text: string | null | undefined) => text && maskPersonal(text).text;

/** The same of a field that may name somebody and has to say something: masked, and a fault where nothing is left. */
export function saidIn(
  longest: number,
  text: string | null | undefined,
  path: string,
  faults: Fault[],
): string {
  const clean = wordsUpTo(longest, masked(text), path, faults);
  if (clean === null) faults.push({ code: 'missing', path });
  return clean ?? '';
}

/** Cleaned words of several fields; those that are left empty become faults. */
export function required<F extends string>(
  fields: Record<F, string>,
  limit: number,
): { texts: Record<F, string>; faults: Fault[] } {
  const texts = { ...fields };
  const faults: Fault[] = [];
  for (const path of Object.keys(fields) as F[]) {
    texts[path] = cleanText(fields[path], limit);
    if (!texts[path]) faults.push({ code: 'missing', path });
  }
  return { texts, faults };
}

/** Whether a record is one of this team's. */
export const isOf = <R extends { team: string | null }>(
  record: R | undefined,
  team: Pick<Team, 'id'> | string,
): record is R => record !== undefined && record.team === (typeof team === 'string' ? team : team.id);
