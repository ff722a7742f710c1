import { createBoards, type Boards } from '../../src/lib/server/board/board';
import type { LoadedPanel } from '../../src/lib/server/board/panels';
import { openProfiles } from '../../src/lib/server/board/profiles';
import type { Change } from '../../src/lib/domain/records';
import { MemoryStore } from './memory-store';

/** Boards over a store in memory, at a moment that a test sets. */
export class TestBoards {
  readonly store = new MemoryStore();
  boards: Boards;
  now: Date;
  readonly #profiles = openProfiles('display-profiles');

  /** `panels`: instead of the registry’s. */
  constructor(moment: string, panels?: readonly LoadedPanel[]) {
    this.now = new Date(moment);
    this.boards = this.#open(panels);
  }

  #open(panels: readonly LoadedPanel[] | undefined): Boards {
    return createBoards({
      ...{ store: this.store, profiles: this.#profiles, now: () => this.now, build: 'b' },
      joinCode: () => Promise.resolve('join'),
      address: () => 'http://board',
      ...(panels && { panels: new Map(panels.map((one) => [one.kind, one])) }),
    });
  }

  /** The same store before boards with other panels. */
  reopen(panels: readonly LoadedPanel[]): void {
    this.boards.close();
    this.boards = this.#open(panels);
  }

  /** A second later: a board is not composed twice in one moment. */
  commit(...changes: Change[]): Promise<unknown> {
    this.now = new Date(this.now.getTime() + 1000);
    return this.store.commit(changes);
  }

  close(): void {
    this.boards.close();
    this.#profiles.close();
  }
}
