import { existsSync } from 'node:fs';
import type { Files, Handle } from './files';

/**
 * Notes the newest acknowledged commit beside the journal, never synced and never waited for: after a power cut it may
 * lag behind, but it never runs ahead. So a journal that ends before it has lost something, and nobody starts on it.
 */
export class Acknowledged {
  #handle: Handle | null = null;
  #head = 0;
  #written = 0;
  #writing: Promise<void> | null = null;

  constructor(
    readonly path: string,
    readonly files: Files,
  ) {}

  note(head: number): void {
    this.#head = head;
    this.#writing ??= this.#write().finally(() => (this.#writing = null));
  }

  async #write(): Promise<void> {
    try {
      while (this.#written < this.#head) {
        const head = this.#head;
        this.#handle ??= await this.files.open(this.path, existsSync(this.path) ? 'r+' : 'wx');
        await this.#handle.write(Buffer.from(`${String(head).padStart(12, '0')}\n`), 0);
        this.#written = head;
      }
    } catch {
      // A mark that lags is no fault; the next commit tries again.
      const handle = this.#handle;
      this.#handle = null;
      await handle?.close().catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#handle?.close().catch(() => undefined);
    this.#handle = null;
  }
}
