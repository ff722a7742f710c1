import { basename } from 'node:path';
import { unpack } from './alike';
import { Damaged } from './damage';
import type { Files } from './files';
import { readLine, segmentsIn, type Line, type Segment } from './journal';
import { readLines } from './lines';
import type { Effect } from './state';

/** What the journal says, in order. */
export interface Replayed {
  head: number;
  /** The last line of the last file was torn: the write that nobody was told had succeeded. */
  torn: string | null;
  /** Bytes that were read. */
  length: number;
}

/**
 * Reads the journal from the commit after `from` and hands each commit's effects to `apply`, with the schema they were
 * written in. @throws {Damaged} with a sentence, where a commit that may have been acknowledged is missing.
 */
export async function replay(
  directory: string,
  files: Files,
  from: number,
  newest: number,
  apply: (effects: Effect[], schema: number) => void,
): Promise<Replayed> {
  const all = await segmentsIn(directory, files);
  const start = all.findLast((segment) => segment.first <= from + 1);
  if (!start) throw new Damaged('journal-gone', { from });
  const segments = all.filter((segment) => segment.first >= start.first);
  const stages = new Map<string, Effect[]>();
  let head = start.first - 1;
  let torn: string | null = null;
  let length = 0;

  for (const [i, segment] of segments.entries()) {
    const next = segments[i + 1];
    const { lines, bad, schema, end } = await read(segment, newest);
    length += end;
    for (const line of lines) {
      if ('journal' in line) continue;
      if ('stage' in line) {
        const effects = stages.get(line.stage);
        const part = unpack(line.changes);
        if (effects) for (const effect of part) effects.push(effect);
        else stages.set(line.stage, part);
        continue;
      }
      // What lies at or beyond the next file's first commit was refused when it was written.
      if (next && line.head >= next.first) break;
      if (line.head !== head + 1)
        throw new Damaged('change-missing', { change: head + 1, file: basename(segment.path) });
      const effects = 'changes' in line ? line.changes : unstage(line, stages);
      if (!effects) throw new Damaged('part-missing', { change: line.head, file: basename(segment.path) });
      head = line.head;
      if (head > from) apply(effects, schema);
    }
    if (next && head !== next.first - 1) {
      throw new Damaged('middle-unreadable', { file: basename(segment.path) });
    }
    if (!next && bad) torn = segment.path;
  }
  if (head < from) throw new Damaged('journal-behind', { head, from });
  return { head, torn, length };
}

async function read(
  segment: Segment,
  newest: number,
): Promise<{ lines: Line[]; bad: boolean; schema: number; end: number }> {
  const name = basename(segment.path);
  const lines: Line[] = [];
  let badAt: number | null = null;
  let schema = newest;
  let end = 0;
  for await (const some of readLines(segment.path)) {
    for (const { bytes, offset, whole } of some) {
      end = offset + bytes.length;
      const line = whole ? readLine(bytes) : undefined;
      if (!line) badAt ??= offset;
      else if (badAt !== null) {
        if (line.synced > badAt) throw new Damaged('middle-unreadable', { file: name });
      } else if ('journal' in line) {
        schema = line.schema;
        if (schema > newest) throw new NewerData();
      } else lines.push(line);
    }
  }
  return { lines, bad: badAt !== null, schema, end };
}

/** The staged parts as one commit, each record with the version it got. */
function unstage(
  line: { staged: string; versions: number[] },
  stages: Map<string, Effect[]>,
): Effect[] | undefined {
  const effects = stages.get(line.staged) ?? [];
  stages.delete(line.staged);
  let next = 0;
  for (let i = 0; i + 1 < line.versions.length; i += 2) {
    const [version, times] = [line.versions[i] ?? 0, line.versions[i + 1] ?? 0];
    for (let n = 0; n < times; n += 1) {
      const effect = effects[next];
      if (!effect) return undefined;
      if ('put' in effect) effect.record.version = version;
      next += 1;
    }
  }
  return next === effects.length ? effects : undefined;
}

/** Written by a newer Huddleboard. */
export class NewerData extends Error {
  override name = 'NewerData';
}
