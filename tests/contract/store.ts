import { describe, expect, onTestFinished, test } from 'vitest';
import type { Change } from '../../src/lib/domain/records';
import { StaleChange, type Commit, type Store } from '../../src/lib/server/store/store';
import { emptyDirectory } from '../support/directory';
import { ids, put } from '../support/records';

/** How a store engine is opened: the same place again holds what was there. */
export type OpenEngine = (place: string) => Promise<Store>;

const moment = (n: number) => new Date(Date.UTC(2026, 9, 1) + n * 3_600_000).toISOString();

/** What every engine of the store promises. */
export function storeContract(engine: string, open: OpenEngine): void {
  const opened = async (place?: string): Promise<{ store: Store; reopen: () => Promise<Store> }> => {
    const where = place ?? (await emptyDirectory());
    let store = await open(where);
    onTestFinished(() => store.close());
    return {
      store,
      reopen: async () => {
        await store.close();
        store = await open(where);
        return store;
      },
    };
  };

  describe(`${engine}: commits`, () => {
    test('a new store is empty, at head 0, and takes commits', async () => {
      const { store } = await opened();
      expect(store.head).toBe(0);
      expect((await store.list('team')).records).toEqual([]);
      expect(await store.writable()).toBe(true);
      expect(store.notices).toEqual([]);
    });

    test('a committed record is read back with its version, now and after a restart', async () => {
      const { store, reopen } = await opened();
      const commit = await store.commit([put.team()]);
      expect(commit.head).toBe(1);
      const team = await store.get('team', 'north');
      expect(team).toMatchObject({ id: 'north', name: 'North desk', version: 1 });
      const again = await reopen();
      expect(again.head).toBe(1);
      expect(await again.get('team', 'north')).toEqual(team);
    });

    test('a snapshot is everything at one head, and stays as it is while commits follow', async () => {
      const { store } = await opened();
      await store.commit([put.team(), put.response()]);
      await store.commit([put.shoutOut(), { erase: 'response', id: 'answer' }]);
      const snapshot = await store.snapshot();
      const names = () =>
        snapshot.records.map(([kind, { id, version }]) => `${kind} ${id} ${version}`).sort();
      await store.commit([put.team({ name: 'later' }), { erase: 'shout-out', id: 'bravo' }]);
      expect(snapshot.head).toBe(2);
      expect(names()).toEqual(['shout-out bravo 1', 'team north 1']);
      expect(snapshot.records.find(([kind]) => kind === 'team')?.[1]).toMatchObject({ name: 'North desk' });
    });

    test('each edit counts the version up, and the heads of commits are consecutive', async () => {
      const { store } = await opened();
      const heads = [];
      for (const name of ['one', 'two', 'three']) heads.push((await store.commit([put.team({ name })])).head);
      expect(heads).toEqual([1, 2, 3]);
      expect(await store.get('team', 'north')).toMatchObject({ name: 'three', version: 3 });
    });

    test('an edit of a version that is no longer current is refused, and nothing of its commit happens', async () => {
      const { store, reopen } = await opened();
      await store.commit([put.team()]);
      await store.commit([put.team({ name: 'second' }, 1)]);
      const stale = store.commit([put.shoutOut(), put.team({ name: 'third' }, 1)]);
      await expect(stale).rejects.toThrow(StaleChange);
      const again = await reopen();
      expect(again.head).toBe(2);
      expect(await again.get('shout-out', 'bravo')).toBeUndefined();
      expect(await again.get('team', 'north')).toMatchObject({ name: 'second', version: 2 });
    });

    test('of two edits of the same version that wait together only the first takes effect', async () => {
      const { store } = await opened();
      await store.commit([put.team()]);
      const both = await Promise.allSettled([
        store.commit([put.team({ name: 'mine' }, 1)]),
        store.commit([put.team({ name: 'yours' }, 1)]),
      ]);
      expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect(await store.get('team', 'north')).toMatchObject({ name: 'mine', version: 2 });
    });

    test('a record that must not exist yet is refused when it does', async () => {
      const { store } = await opened();
      await store.commit([put.team({}, null)]);
      await expect(store.commit([put.team({}, null)])).rejects.toThrow(StaleChange);
      expect(store.head).toBe(1);
    });

    test('an erased record is gone, now and after a restart; erasing what is not there does no harm', async () => {
      const { store, reopen } = await opened();
      await store.commit([put.team(), put.shoutOut()]);
      await store.commit([{ erase: 'shout-out', id: 'bravo' }]);
      await store.commit([{ erase: 'shout-out', id: 'nobody' }]);
      expect(await store.get('shout-out', 'bravo')).toBeUndefined();
      expect(ids(await (await reopen()).list('shout-out'))).toEqual([]);
    });

    test('a stale erase is refused', async () => {
      const { store } = await opened();
      await store.commit([put.team()]);
      await store.commit([put.team()]);
      await expect(store.commit([{ erase: 'team', id: 'north', saw: 1 }])).rejects.toThrow(StaleChange);
      expect(await store.get('team', 'north')).toBeDefined();
    });

    test('a large commit takes effect at once and whole, while small ones go on', async () => {
      const { store, reopen } = await opened();
      const seen: number[] = [];
      store.watch(({ changes }) => seen.push(changes.length));
      const rows: Change[] = Array.from({ length: 4321 }, (_, i) =>
        put.response({ id: `row ${i}`, at: moment(i % 700), batch: 'file' }),
      );
      const large = store.commit(rows);
      await store.commit([put.team()]);
      expect([0, 4321]).toContain((await store.list('response', { batch: 'file' })).records.length);
      await large;
      expect(seen.sort((a, b) => a - b)).toEqual([1, 4321]);
      const again = await reopen();
      expect((await again.list('response', { batch: 'file' })).records).toHaveLength(4321);
      expect(await again.get('response', 'row 7')).toMatchObject({ version: 1 });
      expect(await again.get('team', 'north')).toMatchObject({ version: 1 });
    });

    test('a large commit with one stale edit does nothing at all', async () => {
      const { store, reopen } = await opened();
      await store.commit([put.team()]);
      const rows: Change[] = Array.from({ length: 2000 }, (_, i) => put.response({ id: `row ${i}` }));
      await expect(store.commit([...rows, put.team({}, 7)])).rejects.toThrow(StaleChange);
      const again = await reopen();
      expect((await again.list('response')).records).toEqual([]);
      expect(again.head).toBe(1);
    });

    test.each([false, true])(
      'a large commit, given: %s, comes to the same as its changes in small ones',
      async (given) => {
        const [{ store, reopen }, { store: slow }] = [await opened(), await opened()];
        // Ids come again, so that records are new, changed, erased and put again in one commit.
        const changes: Change[] = Array.from({ length: 900 }, (_, i): Change => {
          const id = `row ${(i * 7919) % 400}`;
          if (i % 5 === 3) return { erase: 'response', id };
          if (i % 11 === 4) return put.shoutOut({ id: `s${i % 17}`, at: moment(i) });
          return put.response({
            id,
            at: moment((i * 31) % 300),
            value: i % 11,
            batch: i % 2 ? 'file' : null,
          });
        });
        const before = [3, 9, 77].map((i) =>
          put.response({ id: `row ${i}`, at: moment(i), touchpoint: 'desk' }),
        );
        for (const one of [store, slow]) await one.commit([...before, put.team()]);
        await store.commit(structuredClone(changes), { given });
        for (let i = 0; i < changes.length; i += 60) await slow.commit(changes.slice(i, i + 60));
        const all = async (one: Store) => ({
          responses: (await one.list('response')).records,
          file: (await one.list('response', { batch: 'file' })).records,
          shoutOuts: (await one.list('shout-out', { team: 'north', status: 'published' })).records,
          tally: await one.tally({ team: 'north', by: ['day', 'touchpoint'] }),
        });
        expect(await all(store)).toEqual(await all(slow));
        expect(await all(await reopen())).toEqual(await all(slow));
      },
    );

    test('what is given may be what the store handed out, which stays as it was', async () => {
      const { store, reopen } = await opened();
      await store.commit([put.response({ id: 'a' })]);
      const first = await store.get('response', 'a');
      if (!first) throw new Error('it is not there');
      await store.commit([{ put: 'response', record: first, saw: 1 }], { given: true });
      expect(first.version).toBe(1);
      expect(await store.get('response', 'a')).toEqual({ ...first, version: 2 });
      expect(await (await reopen()).get('response', 'a')).toEqual({ ...first, version: 2 });
    });

    test('a record that a small commit changes while a large one is under way is changed by both', async () => {
      const { store, reopen } = await opened();
      const rows = Array.from({ length: 2000 }, (_, i) => put.response({ id: `row ${i}`, value: 3 }));
      const large = store.commit(rows);
      await store.commit([put.response({ id: 'row 0', value: 7 })]);
      await large;
      const row = { id: 'row 0', value: 3, version: 2 };
      expect(await store.get('response', 'row 0')).toMatchObject(row);
      expect((await store.list('response')).records).toHaveLength(2000);
      expect(await store.tally({ team: 'north' })).toMatchObject([{ rows: [{ value: 3, count: 2000 }] }]);
      expect(await (await reopen()).get('response', 'row 0')).toMatchObject(row);
    });

    test('a large commit that saw nothing where a small one has put something meanwhile does nothing', async () => {
      const { store } = await opened();
      const rows = Array.from({ length: 2000 }, (_, i) => put.response({ id: `row ${i}`, value: 3 }, null));
      const large = store.commit(rows);
      const refused = expect(large).rejects.toThrow(StaleChange);
      await store.commit([put.response({ id: 'row 0', value: 7 })]);
      await refused;
      expect((await store.list('response')).records).toMatchObject([{ id: 'row 0', value: 7, version: 1 }]);
    });

    test('many records are asked for at once; those that are not there are left out', async () => {
      const { store } = await opened();
      await store.commit([put.response({ id: 'a' }), put.response({ id: 'b' }), put.shoutOut({ id: 'c' })]);
      const found = await store.getAll('response', ['b', 'c', 'nobody', 'a']);
      expect([...found.keys()].sort()).toEqual(['a', 'b']);
      expect(found.get('a')).toEqual(await store.get('response', 'a'));
    });

    test('what is no record is refused as a bug, before anything is written', async () => {
      const { store } = await opened();
      const kind: string = 'nonsense';
      await expect(store.commit([put.team(), { erase: kind as 'team', id: 'x' }])).rejects.toThrow(TypeError);
      await expect(store.commit([put.team({ at: 'yesterday' })])).rejects.toThrow(TypeError);
      await expect(store.commit([put.response({ metric: 'rating' })])).rejects.toThrow(TypeError);
      expect(store.head).toBe(0);
    });

    test('what a caller does to a record later changes nothing in the store', async () => {
      const { store } = await opened();
      const change = put.team();
      const committed = store.commit([change]);
      if ('put' in change && change.put === 'team') change.record.name = 'altered';
      await committed;
      const read = await store.get('team', 'north');
      expect(() => read?.values.push({ id: 'x', name: 'x', icon: 'x' })).toThrow(TypeError);
      expect(await store.get('team', 'north')).toMatchObject({ name: 'North desk', values: [] });
    });

    test('watchers hear each commit once, in order, with the state that it made', async () => {
      const { store } = await opened();
      const heard: Commit[] = [];
      const stop = store.watch((commit) => heard.push(commit));
      store.watch(() => {
        throw new Error('a watcher that fails');
      });
      await Promise.all(Array.from({ length: 20 }, (_, i) => store.commit([put.shoutOut({ id: `s${i}` })])));
      stop();
      await store.commit([put.team()]);
      expect(heard.map(({ head }) => head)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      expect(heard[3]?.changes).toMatchObject([{ put: 'shout-out', record: { id: 's3', version: 1 } }]);
    });
  });

  describe(`${engine}: lists`, () => {
    test('newest first by time and then by id, in pages that neither miss nor repeat', async () => {
      const { store } = await opened();
      const all = Array.from({ length: 95 }, (_, i) => ({
        id: `a${String(i).padStart(2, '0')}`,
        at: moment((i * 37) % 60),
      }));
      for (const half of [all.slice(0, 40), all.slice(40)])
        await store.commit(half.map((over) => put.verbatim(over)));
      const expected = [...all]
        .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
        .map(({ id }) => id);
      const paged: string[] = [];
      let after: string | null = null;
      do {
        const page: { records: { id: string }[]; next: string | null } = await store.list(
          'verbatim',
          {},
          { after, limit: 10 },
        );
        paged.push(...page.records.map(({ id }) => id));
        after = page.next;
      } while (after !== null);
      expect(paged).toEqual(expected);
      expect(ids(await store.list('verbatim'))).toEqual(expected);
    });

    test('a page that is just full has no next one, and a cursor outlives the record it names', async () => {
      const { store } = await opened();
      await store.commit([0, 1, 2, 3].map((i) => put.verbatim({ id: `v${i}`, at: moment(i) })));
      expect((await store.list('verbatim', {}, { limit: 4 })).next).toBeNull();
      const first = await store.list('verbatim', {}, { limit: 2 });
      await store.commit([{ erase: 'verbatim', id: 'v2' }]);
      expect(ids(await store.list('verbatim', {}, { after: first.next, limit: 2 }))).toEqual(['v1', 'v0']);
    });

    test('filters by team, status, batch and time, each alone and together', async () => {
      const { store } = await opened();
      await store.commit([
        put.verbatim({ id: 'a', at: moment(1) }),
        put.verbatim({ id: 'b', at: moment(2), status: 'approved', batch: 'file' }),
        put.verbatim({ id: 'c', at: moment(3), team: 'south', batch: 'file' }),
        put.verbatim({ id: 'd', at: moment(4), status: 'hidden' }),
        put.account(),
      ]);
      expect(ids(await store.list('verbatim', { team: 'north' }))).toEqual(['d', 'b', 'a']);
      expect(ids(await store.list('verbatim', { team: 'north', status: 'approved' }))).toEqual(['b']);
      expect(ids(await store.list('verbatim', { team: 'north', status: ['waiting', 'hidden'] }))).toEqual([
        'd',
        'a',
      ]);
      expect(ids(await store.list('verbatim', { status: 'waiting' }))).toEqual(['c', 'a']);
      expect(ids(await store.list('verbatim', { batch: 'file', team: 'south' }))).toEqual(['c']);
      expect(ids(await store.list('verbatim', { from: moment(2), to: moment(4) }))).toEqual(['c', 'b']);
      expect(ids(await store.list('verbatim', { team: 'elsewhere' }))).toEqual([]);
      expect(ids(await store.list('account', { team: null }))).toEqual(['leader']);
    });

    test('a record that moves in time, team or status is listed where it is now', async () => {
      const { store, reopen } = await opened();
      await store.commit([
        put.verbatim({ id: 'a', at: '2026-10-31T23:00:00Z' }),
        put.verbatim({ id: 'b', at: moment(5) }),
      ]);
      await store.commit([
        put.verbatim({ id: 'a', at: '2026-09-01T00:00:00Z', team: 'south', status: 'approved' }),
      ]);
      for (const each of [store, await reopen()]) {
        expect(ids(await each.list('verbatim', { team: 'north' }))).toEqual(['b']);
        expect(ids(await each.list('verbatim', { team: 'south', status: 'approved' }))).toEqual(['a']);
        expect(ids(await each.list('verbatim'))).toEqual(['b', 'a']);
      }
    });
  });

  describe(`${engine}: tallies`, () => {
    const october = (day: number) => `2026-10-${String(day).padStart(2, '0')}`;
    const answers: Change[] = [
      put.response({ id: 'a', value: 10, at: '2026-10-01T09:00:00.000Z', touchpoint: 'desk' }),
      put.response({ id: 'b', value: 10, at: '2026-10-01T11:00:00.000Z', source: 'api:k' }),
      put.response({
        id: 'c',
        value: 3,
        at: '2026-10-02T09:00:00.000Z',
        touchpoint: 'desk',
        from: 'supplier',
      }),
      put.response({ id: 'd', value: 7, at: '2026-10-05T09:00:00.000Z' }),
      put.response({ id: 'e', value: 4, metric: 'csat', at: '2026-10-03T09:00:00.000Z' }),
      put.response({ id: 'f', value: 0, status: 'kept-out', at: '2026-10-05T10:00:00.000Z' }),
      put.response({ id: 'g', value: 9, team: 'south', at: '2026-10-05T10:00:00.000Z' }),
    ];

    test('counts answers by value within the days asked for, each measure by itself, newest measure first', async () => {
      const { store, reopen } = await opened();
      await store.commit(answers);
      for (const each of [store, await reopen()]) {
        expect(await each.tally({ team: 'north', from: october(1), to: october(4) })).toEqual([
          { measure: 'csat', latest: '2026-10-03T09:00:00.000Z', rows: [{ value: 4, count: 1 }] },
          {
            measure: 'nps',
            latest: '2026-10-02T09:00:00.000Z',
            rows: [
              { value: 3, count: 1 },
              { value: 10, count: 2 },
            ],
          },
        ]);
      }
    });

    test('by day, touchpoint and source, and only where asked', async () => {
      const { store } = await opened();
      await store.commit(answers);
      const days = { team: 'north', measure: 'nps', from: october(1), to: october(5) };
      const [byDay] = await store.tally({ ...days, by: ['day'] });
      expect(byDay?.rows).toEqual([
        { day: october(1), value: 10, count: 2 },
        { day: october(2), value: 3, count: 1 },
        { day: october(5), value: 7, count: 1 },
      ]);
      const [byPlace] = await store.tally({ ...days, by: ['touchpoint', 'source'] });
      expect(byPlace?.rows).toContainEqual({ touchpoint: 'desk', source: 'ask', value: 10, count: 1 });
      expect(byPlace?.rows).toContainEqual({ touchpoint: null, source: 'api:k', value: 10, count: 1 });
      const [desk] = await store.tally({ ...days, where: { touchpoint: 'desk', from: 'customer' } });
      expect(desk).toEqual({
        measure: 'nps',
        latest: '2026-10-01T09:00:00.000Z',
        rows: [{ value: 10, count: 1 }],
      });
    });

    test('answers from employees are a stream of their own, never added to the others', async () => {
      const { store, reopen } = await opened();
      await store.commit([
        ...answers,
        put.response({
          id: 'x',
          value: 0,
          at: '2026-10-06T09:00:00.000Z',
          from: 'employee',
          source: 'api:k',
        }),
        put.response({ id: 'y', value: 5, at: '2026-10-04T09:00:00.000Z', from: 'employee' }),
      ]);
      const newest = { team: 'north', newest: { days: 1, upTo: october(31) } };
      for (const each of [store, await reopen()]) {
        const [all] = await each.tally({ team: 'north' });
        expect(all).toEqual({
          measure: 'nps',
          latest: '2026-10-05T09:00:00.000Z',
          rows: [
            { value: 3, count: 1 },
            { value: 7, count: 1 },
            { value: 10, count: 2 },
          ],
        });
        expect((await each.tally({ team: 'north', by: ['source'] }))[0]?.rows).not.toContainEqual(
          expect.objectContaining({ value: 0 }),
        );
        expect(await each.tally({ ...newest, where: { from: 'employee' } })).toEqual([
          { measure: 'nps', latest: '2026-10-06T09:00:00.000Z', rows: [{ value: 0, count: 1 }] },
        ]);
        expect(await each.tally({ team: 'north', where: { from: 'employee', source: 'ask' } })).toEqual([
          { measure: 'nps', latest: '2026-10-04T09:00:00.000Z', rows: [{ value: 5, count: 1 }] },
        ]);
      }
      const later = await reopen();
      await later.commit([put.response({ id: 'x', value: 9, at: '2026-10-06T09:00:00.000Z' })]);
      expect((await later.tally(newest))[0]?.rows).toEqual([{ value: 9, count: 1 }]);
      expect((await later.tally({ ...newest, where: { from: 'employee' } }))[0]?.rows).toEqual([
        { value: 5, count: 1 },
      ]);
    });

    test('what is said of coming back is a stream of its own, and never added to answers on the same scale', async () => {
      const { store, reopen } = await opened();
      const scale = { min: 1, max: 5, top: 4 };
      const answer = (id: string, value: number, returning?: number) =>
        put.response({ id, metric: 'rating', scale, value, ...(returning !== undefined && { returning }) });
      const said = { team: 'north', returning: true };
      await store.commit([answer('a', 5, 2), answer('b', 5, 4), answer('c', 3)]);
      await store.commit([answer('a', 5, 1)]);
      for (const each of [store, await reopen()]) {
        const [main, ...others] = await each.tally({ team: 'north' });
        expect(others).toEqual([]);
        expect(main).toMatchObject({
          measure: 'rating:1-5:4',
          rows: [
            { value: 3, count: 1 },
            { value: 5, count: 2 },
          ],
        });
        expect((await each.tally(said)).map(({ rows }) => rows)).toEqual([
          [
            { value: 1, count: 1 },
            { value: 4, count: 1 },
          ],
        ]);
      }
      const later = await reopen();
      await later.commit([{ erase: 'response', id: 'b' }]);
      expect((await later.tally(said))[0]?.rows).toEqual([{ value: 1, count: 1 }]);
      await later.commit([{ erase: 'response', id: 'a' }]);
      expect(await later.tally(said)).toEqual([]);
      expect((await later.tally({ team: 'north' }))[0]?.rows).toEqual([{ value: 3, count: 1 }]);
    });

    test('by critical, once for each that an answer is about, and anew when it is sorted otherwise', async () => {
      const { store, reopen } = await opened();
      const about = (id: string, value: number, criticals?: string[]) =>
        put.response({ id, value, at: '2026-10-01T09:00:00.000Z', ...(criticals && { criticals }) });
      await store.commit([about('a', 9, ['wait', 'soup']), about('b', 9, ['soup']), about('c', 2, [])]);
      await store.commit([about('d', 2), about('b', 9, ['wait'])]);
      for (const each of [store, await reopen()]) {
        const [byCritical] = await each.tally({ team: 'north', by: ['critical'] });
        expect(byCritical?.rows).toEqual([
          { critical: null, value: 2, count: 2 },
          { critical: 'soup', value: 9, count: 1 },
          { critical: 'wait', value: 9, count: 2 },
        ]);
        const [wait] = await each.tally({ team: 'north', where: { critical: 'wait' } });
        expect(wait?.rows).toEqual([{ value: 9, count: 2 }]);
        expect(await each.tally({ team: 'north', where: { critical: 'gone' } })).toEqual([]);
      }
    });

    test('the newest days end on each measure’s own newest answer', async () => {
      const { store } = await opened();
      await store.commit(answers);
      const newest = await store.tally({
        team: 'north',
        newest: { days: 4, upTo: october(31) },
        by: ['day'],
      });
      expect(newest.map(({ measure, rows }) => [measure, rows.map(({ day }) => day)])).toEqual([
        ['nps', [october(2), october(5)]],
        ['csat', [october(3)]],
      ]);
      const earlier = await store.tally({
        team: 'north',
        measure: 'nps',
        newest: { days: 1, upTo: october(4) },
      });
      expect(earlier).toEqual([
        { measure: 'nps', latest: '2026-10-02T09:00:00.000Z', rows: [{ value: 3, count: 1 }] },
      ]);
    });

    test('corrections, exclusions and erases adjust the counts and the newest moment', async () => {
      const { store } = await opened();
      await store.commit(answers);
      const nps = async () => {
        const [tally] = await store.tally({ team: 'north', measure: 'nps' });
        return [tally?.latest, tally?.rows.map(({ value, count }) => `${value}×${count}`).join(' ')];
      };
      expect(await nps()).toEqual(['2026-10-05T09:00:00.000Z', '3×1 7×1 10×2']);
      await store.commit([put.response({ id: 'd', value: 8, at: '2026-10-04T08:00:00.000Z' })]);
      expect(await nps()).toEqual(['2026-10-04T08:00:00.000Z', '3×1 8×1 10×2']);
      await store.commit([{ erase: 'response', id: 'd' }]);
      expect(await nps()).toEqual(['2026-10-02T09:00:00.000Z', '3×1 10×2']);
      await store.commit([put.response({ id: 'c', status: 'kept-out', at: '2026-10-02T09:00:00.000Z' })]);
      expect(await nps()).toEqual(['2026-10-01T11:00:00.000Z', '10×2']);
      await store.commit([{ erase: 'response', id: 'b' }]);
      expect(await nps()).toEqual(['2026-10-01T09:00:00.000Z', '10×1']);
      await store.commit([{ erase: 'response', id: 'a' }]);
      expect(await store.tally({ team: 'north', measure: 'nps' })).toEqual([]);
    });

    test('ratings on different scales never mix', async () => {
      const { store } = await opened();
      await store.commit([
        put.response({ id: 'a', metric: 'rating', scale: { min: 1, max: 10, top: 8 }, value: 5 }),
        put.response({ id: 'b', metric: 'rating', scale: { min: 1, max: 5, top: 4 }, value: 5 }),
      ]);
      const measures = (await store.tally({ team: 'north' })).map(({ measure }) => measure);
      expect(measures.sort()).toEqual(['rating:1-10:8', 'rating:1-5:4']);
    });
  });
}
