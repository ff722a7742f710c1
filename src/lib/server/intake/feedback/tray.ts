import { randomUUID } from 'node:crypto';

/** A file that somebody has sent and not yet imported. */
export interface KeptFile {
  fileName: string;
  bytes: Uint8Array;
}

const minutes = 30;
const most = 96 * 1024 * 1024;

/**
 * Where files lie between the first look and the import, so that nobody uploads twice. In memory, for half an hour, for
 * the person who brought them; when it is full, the oldest go. Whoever comes too late chooses the file again.
 */
export class Tray {
  readonly #now: () => Date;
  readonly #files = new Map<string, KeptFile & { owner: string; until: number }>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Keeps a file for `owner`; the id is a secret of theirs. */
  put(owner: string, file: KeptFile): string {
    const id = randomUUID();
    this.#files.set(id, { ...file, owner, until: this.#now().getTime() + minutes * 60_000 });
    this.#clear();
    return id;
  }

  get(owner: string, id: string): KeptFile | undefined {
    this.#clear();
    const file = this.#files.get(id);
    return file?.owner === owner ? { fileName: file.fileName, bytes: file.bytes } : undefined;
  }

  drop(id: string): void {
    this.#files.delete(id);
  }

  #clear(): void {
    const now = this.#now().getTime();
    let size = 0;
    for (const { bytes } of this.#files.values()) size += bytes.length;
    for (const [id, { until, bytes }] of [...this.#files]) {
      if (until > now && size <= most) continue;
      this.#files.delete(id);
      size -= bytes.length;
    }
  }
}
