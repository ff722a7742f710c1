import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { disk, type Files, type Handle } from '../../store/lowdb/files';

/** One message as it came. */
export interface RawMessage {
  /** What it is known by: fresh for each message, or the sender's own id of it. */
  key: string;
  /** When it came (ISO). */
  at: string;
  /** Its content type. */
  type: string;
  body: string;
  /** When it says it was signed, seconds since 1970. */
  sent?: number;
}

/** Where a message lies: the day's file, and the byte in it at which the message ends. */
export interface Place {
  day: string;
  end: number;
}

/** For how long messages are kept, in days. */
export const rawDays = 7;

/** The most that is kept for one source, in bytes. */
const mostBytes = 256 * 1024 * 1024;

/** A source has sent more in a week than is kept. */
export class RoomFull extends Error {
  override name = 'RoomFull';
  constructor(readonly megabytes: number) {
    super(`more than ${megabytes} MB`);
  }
}

const dayFile = /^(\d{4}-\d\d-\d\d)\.ndjson$/;
const sourceFolder = /^[0-9a-z]{1,40}$/;

const chunkSize = 256 * 1024;
/** What an erased message is written over with: so the places of those after it stay. */
const blank = 32;

/** The lines of a file from a byte on, each with the byte at which it ends; empty ones are left out. */
async function* linesOf(path: string, start: number): AsyncGenerator<{ text: string; end: number }> {
  const file = await open(path, 'r');
  try {
    let rest = Buffer.alloc(0);
    let from = start;
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkSize);
      const { bytesRead } = await file.read(chunk, 0, chunkSize, from + rest.length);
      const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      let begin = 0;
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, begin)) {
        if (end > begin && bytes[begin] !== blank)
          yield { text: bytes.toString('utf8', begin, end), end: from + end };
        begin = end + 1;
      }
      if (bytesRead === 0) {
        if (bytes.length > begin && bytes[begin] !== blank)
          yield { text: bytes.toString('utf8', begin), end: from + bytes.length };
        return;
      }
      rest = bytes.subarray(begin);
      from += begin;
    }
  } finally {
    await file.close();
  }
}

/** A line's message; none where it is torn. */
function readMessage(text: string): RawMessage[] {
  try {
    return [JSON.parse(text) as RawMessage];
  } catch {
    return [];
  }
}

interface Waiting {
  source: string;
  path: string;
  directory: string;
  line: Buffer;
  done: () => void;
  failed: (error: unknown) => void;
}

/**
 * THE RAW ROOM: what webhooks brought, as it came, a folder for each and a file for each day, beside the store and in no
 * backup. A message is on the disk before it is answered; those that wait share one sync. A torn last line is nobody's.
 */
export class RawRoom {
  readonly #directory: string;
  readonly #files: Files;
  #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;
  readonly #open = new Map<string, { handle: Handle; size: number }>();
  readonly #made = new Set<string>();
  /** How much lies in a source's folder, where that is known. */
  readonly #sizes = new Map<string, number>();
  readonly #most: number;

  constructor(directory: string, files: Files = disk, most = mostBytes) {
    this.#directory = directory;
    this.#files = files;
    this.#most = most;
  }

  async #sizeOf(source: string): Promise<number> {
    let size = this.#sizes.get(source);
    if (size !== undefined) return size;
    size = 0;
    for (const day of await this.#days(source)) {
      const handle = await this.#files.open(join(this.#folder(source), `${day}.ndjson`), 'r+');
      size += await handle.size().finally(() => handle.close());
    }
    return size;
  }

  #folder(source: string): string {
    if (!sourceFolder.test(source)) throw new TypeError(`${source} is no source`);
    return join(this.#directory, source);
  }

  /** Keeps a message; resolves once it is on the disk. @throws {RoomFull} */
  keep(source: string, message: RawMessage): Promise<void> {
    const directory = this.#folder(source);
    const path = join(directory, `${message.at.slice(0, 10)}.ndjson`);
    // The line break comes first: it also ends a line that a power cut has torn.
    const line = Buffer.from(`\n${JSON.stringify(message)}`);
    return new Promise((done, failed) => {
      this.#waiting.push({ source, path, directory, line, done, failed });
      this.#working ??= this.#work().finally(() => (this.#working = undefined));
    });
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      const byPath = new Map<string, Waiting[]>();
      for (const waiting of batch) byPath.set(waiting.path, [...(byPath.get(waiting.path) ?? []), waiting]);
      for (const [path, all] of byPath) {
        try {
          const [first] = all;
          const bytes = Buffer.concat(all.map(({ line }) => line));
          const size = (await this.#sizeOf(first?.source ?? '')) + bytes.length;
          if (size > this.#most) throw new RoomFull(Math.round(this.#most / 1024 / 1024));
          await this.#append(path, first?.directory ?? '', bytes);
          this.#sizes.set(first?.source ?? '', size);
          for (const { done } of all) done();
        } catch (error) {
          await this.#shut(path);
          for (const { failed } of all) failed(error);
        }
      }
    }
  }

  async #append(path: string, directory: string, bytes: Buffer): Promise<void> {
    if (!this.#made.has(directory)) {
      await this.#files.makeDirectory(directory);
      await this.#files.syncDirectory(this.#directory);
      this.#made.add(directory);
    }
    let file = this.#open.get(path);
    if (!file) {
      for (const other of this.#open.keys()) if (other.startsWith(directory)) await this.#shut(other);
      let handle: Handle;
      try {
        handle = await this.#files.open(path, 'r+');
      } catch {
        handle = await this.#files.open(path, 'wx');
        await this.#files.syncDirectory(directory);
      }
      file = { handle, size: await handle.size() };
      this.#open.set(path, file);
    }
    await file.handle.write(bytes, file.size);
    await file.handle.datasync();
    file.size += bytes.length;
  }

  async #shut(path: string): Promise<void> {
    const file = this.#open.get(path);
    this.#open.delete(path);
    await file?.handle.close().catch(() => undefined);
  }

  async #days(source: string): Promise<string[]> {
    const names = await this.#files.list(this.#folder(source)).catch(() => []);
    return names.flatMap((name) => dayFile.exec(name)?.[1] ?? []).sort();
  }

  /** The messages that are kept, oldest first, from after a place on. */
  async *read(
    source: string,
    { after }: { after?: Place | null } = {},
  ): AsyncGenerator<RawMessage & { place: Place }> {
    for (const day of await this.#days(source)) {
      if (after && day < after.day) continue;
      const path = join(this.#folder(source), `${day}.ndjson`);
      for await (const { text, end } of linesOf(path, after?.day === day ? after.end : 0)) {
        // One that is torn was never answered, or is still being written and read the next time.
        for (const message of readMessage(text)) yield { ...message, place: { day, end } };
      }
    }
  }

  /** The newest messages, oldest of them first, and how many are kept. */
  async newest(source: string, most: number): Promise<{ messages: RawMessage[]; kept: number }> {
    let messages: RawMessage[] = [];
    let kept = 0;
    for (const day of (await this.#days(source)).reverse()) {
      const wanted = most - messages.length;
      let last: string[] = [];
      for await (const { text } of linesOf(join(this.#folder(source), `${day}.ndjson`), 0)) {
        kept += 1;
        if (wanted > 0) last.push(text);
        if (last.length > 2 * wanted) last = last.slice(-wanted);
      }
      messages = [...last.slice(-Math.max(wanted, 1)).flatMap(readMessage), ...messages];
    }
    return { messages, kept };
  }

  /** Every source that something is kept of. */
  async sources(): Promise<string[]> {
    const names = await this.#files.list(this.#directory).catch(() => []);
    return names.filter((name) => sourceFolder.test(name));
  }

  /** Removes what is older than `rawDays` at a moment. */
  async purge(now: Date): Promise<void> {
    const oldest = new Date(now.getTime() - rawDays * 86_400_000).toISOString().slice(0, 10);
    for (const source of await this.sources())
      for (const day of await this.#days(source)) if (day < oldest) await this.#remove(source, day);
  }

  async #remove(source: string, day: string): Promise<void> {
    const path = join(this.#folder(source), `${day}.ndjson`);
    await this.#shut(path);
    await this.#files.remove(path);
    this.#sizes.delete(source);
    await this.#files.syncDirectory(this.#folder(source));
  }

  /** Writes over the messages that `holds` finds; resolves with their number once that is on the disk. */
  async erase(source: string, holds: (message: RawMessage) => boolean): Promise<number> {
    let erased = 0;
    for (const day of await this.#days(source)) {
      const path = join(this.#folder(source), `${day}.ndjson`);
      const found: { end: number; length: number }[] = [];
      for await (const { text, end } of linesOf(path, 0))
        if (readMessage(text).some(holds)) found.push({ end, length: Buffer.byteLength(text) });
      if (found.length === 0) continue;
      const handle = await this.#files.open(path, 'r+');
      try {
        for (const { end, length } of found) await handle.write(Buffer.alloc(length, blank), end - length);
        await handle.datasync();
      } finally {
        await handle.close();
      }
      erased += found.length;
    }
    return erased;
  }

  /** Removes all that is kept of a source. */
  async forget(source: string): Promise<void> {
    for (const day of await this.#days(source)) await this.#remove(source, day);
  }

  async close(): Promise<void> {
    await this.#working;
    for (const path of [...this.#open.keys()]) await this.#shut(path);
  }
}
