import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import type { Leader } from '$lib/server/auth/auth';
import type { House } from '$lib/server/house';
import { trail } from './trail';

const account = (role: Leader['role'], teams: string[] = []): Leader => ({
  ...{ as: 'account', id: role, name: role, role, teams },
});
let store: MemoryStore;
const house = () => ({ store }) as unknown as House;

beforeEach(async () => {
  store = new MemoryStore();
  for (let n = 0; n < 130; n += 1)
    await store.commit([
      {
        put: 'audit',
        record: {
          id: `line-${String(n).padStart(3, '0')}`,
          team: n % 10 === 9 ? null : n % 2 === 0 ? 'north' : 'south',
          at: new Date(Date.UTC(2026, 10, 22, 10, n)).toISOString(),
          status: 'done',
          batch: null,
          by: n % 3 === 0 ? 'lea' : 'bo',
          command: n % 4 === 0 ? 'display:edit' : 'goal:set',
          about: null,
        },
      },
    ]);
});

/** All pages one after the other. */
async function walked(leader: Leader, sought: object, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof trail>> = await trail(house(), leader, { ...sought, after }, limit);
    ids.push(...page.lines.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return ids;
}

describe('the trail of who changed what', () => {
  it('is newest first, and no page loses or repeats a line', async () => {
    for (const limit of [7, 50, 130, 500]) {
      const ids = await walked(account('owner'), {}, limit);
      expect(ids).toHaveLength(130);
      expect(ids).toEqual([...ids].sort().reverse());
    }
  });

  it('is narrowed by team, person and subject', async () => {
    expect(await walked(account('owner'), { team: 'south' }, 10)).toHaveLength(52);
    expect(await walked(account('owner'), { by: 'lea' }, 10)).toHaveLength(44);
    expect(await walked(account('owner'), { what: 'display', by: 'lea' }, 4)).toHaveLength(11);
    expect(await walked(account('owner'), { what: 'disp' }, 4)).toEqual([]);
  });

  it('gives a leader what concerns their own teams, and nothing of the whole board', async () => {
    expect(await walked(account('leader', ['north']), {}, 10)).toHaveLength(65);
    expect(await walked(account('leader', ['north']), { team: 'south' }, 10)).toEqual([]);
    expect(await walked(account('manager'), {}, 10)).toHaveLength(117);
  });
});
