/** Files that were chosen together and wait for their turn, in this browser; each is looked at by itself. */
class WaitingFiles {
  #files = $state.raw<File[]>([]);

  get count(): number {
    return this.#files.length;
  }

  /** The name of the one whose turn is next. */
  get next(): string {
    return this.#files[0]?.name ?? '';
  }

  put(files: readonly File[]): void {
    this.#files = [...files];
  }

  take(): File | undefined {
    const [first, ...rest] = this.#files;
    this.#files = rest;
    return first;
  }
}

export const waitingFiles = new WaitingFiles();
