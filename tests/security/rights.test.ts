import { describe, expect, it } from 'vitest';
import type { CommandName } from '../../src/lib/domain/command';
import { entries } from '../../src/lib/server/intake/commands';
import { createIntake, type Outcome } from '../../src/lib/server/intake/intake';
import { MemoryStore } from '../support/memory-store';
import { actors, board, more, now, table, told, without } from './rights-table';

// Who may do what, through the one door that everything goes through. What pages, the API and sockets let in is in
// rights-doors.test.ts.

/** What the door answers an actor, on a board of its own, and how many commits that made. */
async function asked(name: CommandName, input: unknown, letter: string) {
  const store = new MemoryStore();
  const left = board.filter((change) => !('put' in change) || change.put !== without[name]);
  if (name !== 'setup:claim') await store.commit(left);
  const before = store.commits.length;
  const intake = createIntake({ store, now: () => now, log: { error: () => {} } });
  const [, actor] = actors[letter]!;
  const outcome: Outcome = await intake.submit(name, input as never, actor);
  return { outcome, commits: store.commits.length - before };
}

const rows = [
  ...Object.entries(table).map(([name, [granted, input]]) => [name as CommandName, granted, input] as const),
  ...more,
];

describe('the table of rights', () => {
  it('has every command', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(entries).sort());
  });

  it.each(rows)('%s is done for %s and nobody else', async (name, granted, input) => {
    const done: string[] = [];
    for (const letter of Object.keys(actors)) {
      const { outcome, commits } = await asked(name, input, letter);
      if (outcome.ok) {
        done.push(letter);
        expect([letter, commits]).toEqual([letter, 1]);
      } else {
        const { kind, code } = outcome.refusal;
        const [other] = Object.entries(told[name] ?? {}).find(([, who]) => who.includes(letter)) ?? [];
        expect([letter, other ? code : kind, commits]).toEqual([letter, other ?? 'forbidden', 0]);
      }
    }
    expect(done.join('')).toBe(granted);
  });
});
