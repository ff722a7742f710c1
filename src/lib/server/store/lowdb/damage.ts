import type { Saying } from '../store';

/** A file is not what the store wrote; `saying` says in what way. */
export class Damaged extends Error {
  override name = 'Damaged';
  readonly saying: Saying;

  constructor(code: string, values?: Saying['values']) {
    super(code);
    this.saying = values ? { code, values } : { code };
  }
}

/** What an error says: the store's own words, else the system's. */
export const sayingOf = (error: unknown): Saying | string =>
  error instanceof Damaged ? error.saying : error instanceof Error ? error.message : String(error);
