import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import * as records from '../../../../tests/support/records';
import { createIntake, type Intake } from '../../server/intake/intake';
import type { Actor } from '../command';
import { playlistsKept } from '../past-playlist';
import type { PlaylistItem } from '../playlist';

const item = (id: string): PlaylistItem => ({ id, panel: 'clock', options: {}, dwell: null });
const account = (id: string, teams: string[]): Actor => ({
  ...{ as: 'account', id, name: id, role: 'leader', teams },
});
const [lea, bo] = [account('Lea', ['north']), account('Bo', ['north', 'south'])];

let store: MemoryStore;
let intake: Intake;
let clock: Date;

beforeEach(async () => {
  store = new MemoryStore();
  clock = new Date('2026-11-22T10:00:00Z');
  intake = createIntake({ store, now: () => clock, log: { error: () => {} } });
  await store.commit([
    { put: 'team', record: records.team() },
    { put: 'team', record: records.team({ id: 'south' }) },
    { put: 'display', record: records.display({ playlist: [item('a'), item('b')] }) },
    { put: 'display', record: records.display({ id: 'hall', playlist: [item('c')] }) },
    { put: 'display', record: records.display({ id: 'gate', team: 'south', playlist: [] }) },
  ]);
});

const get = async (id = 'kitchen') => (await store.get('display', id))!;
const shown = async (id?: string) => (await get(id)).playlist.map((one) => one.id).join('');
async function hang(ids: string, saw: number, by = lea) {
  clock = new Date(clock.getTime() + 60_000);
  const { name, profile } = await get();
  const playlist = [...ids].map(item);
  const input = { id: 'kitchen', saw, name, profile, playlist, theme: null, audience: null, framedBy: [] };
  return intake.submit('display:edit', input, by);
}
const past = () =>
  store
    .all('past-playlist')
    .filter(({ display }) => display === 'kitchen')
    .sort((a, b) => (a.at < b.at ? 1 : -1));

describe('two leaders at one playlist', () => {
  it('lose nothing: the second is told, and the first one’s is still there', async () => {
    const { version } = await get();
    const [first, second] = await Promise.all([hang('abx', version, lea), hang('ba', version, bo)]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ refusal: { kind: 'conflict', code: 'changed-meanwhile' } });
    expect(await shown()).toBe('abx');
    expect((await hang('bax', (await get()).version, bo)).ok).toBe(true);
    expect(await shown()).toBe('bax');
    expect(past().map(({ by, playlist }) => `${by} ${playlist.map(({ id }) => id).join('')}`)).toEqual([
      'Bo abx',
      'Lea ab',
    ]);
  });
});

describe('a playlist of before', () => {
  it('hangs again, and that can be taken back, too', async () => {
    await hang('x', 1);
    const [before] = past();
    const undo = (id: string, saw: number) =>
      intake.submit('playlist:undo', { id: 'kitchen', saw, past: id }, lea);
    expect(await undo(before!.id, 1)).toMatchObject({ refusal: { code: 'changed-meanwhile' } });
    expect(await undo(before!.id, 2)).toMatchObject({ ok: true, updated: 1 });
    expect(await shown()).toBe('ab');
    expect(await undo('kitchen.2', 3)).toMatchObject({ ok: true });
    expect(await shown()).toBe('x');
    expect(await undo('hall.1', 4)).toMatchObject({ refusal: { code: 'not-there' } });
  });

  it('is kept where it was replaced, not where only the name was, and only so many', async () => {
    const { version, playlist } = await get();
    const input = { id: 'kitchen', saw: version, name: 'Galley', profile: 'break-room', playlist };
    await intake.submit('display:edit', { ...input, theme: null, audience: null, framedBy: [] }, lea);
    expect(past()).toEqual([]);
    for (let n = 0; n < playlistsKept + 5; n += 1)
      expect((await hang(n % 2 ? 'a' : 'b', (await get()).version)).ok).toBe(true);
    expect(past()).toHaveLength(playlistsKept);
    expect(past()[0]?.id).toBe(`kitchen.${(await get()).version - 1}`);
  });
});

describe('a playlist for other displays', () => {
  const copy = (to: string[], by = bo, saw = 1) =>
    intake.submit('playlist:copy', { id: 'kitchen', saw, to }, by);

  it('hangs there too, and what hung there is kept', async () => {
    expect(await copy(['hall', 'gate', 'kitchen'])).toMatchObject({ ok: true });
    expect([await shown('hall'), await shown('gate')]).toEqual(['ab', 'ab']);
    expect(store.all('past-playlist').map(({ id }) => id)).toEqual(['hall.1', 'gate.1']);
    expect(await copy(['hall'])).toMatchObject({ ok: true, updated: 0 });
  });

  it('goes to all that are named, or to none', async () => {
    expect(await copy(['hall', 'gate'], lea)).toMatchObject({ refusal: { kind: 'forbidden' } });
    expect(await copy(['hall', 'nowhere'])).toMatchObject({ refusal: { faults: [{ path: 'to' }] } });
    expect(await copy([])).toMatchObject({ refusal: { faults: [{ code: 'choose-one' }] } });
    expect(await copy(['hall'], bo, 7)).toMatchObject({ refusal: { code: 'changed-meanwhile' } });
    expect(await shown('hall')).toBe('c');
  });
});

describe('a draft', () => {
  const arrange = async (what: { playlist?: PlaylistItem[]; draft?: PlaylistItem[] | null }, by = lea) => {
    const { name, profile, playlist, version } = await get();
    const input = { id: 'kitchen', saw: version, name, profile, playlist, ...what };
    return intake.submit('display:edit', { ...input, theme: null, audience: null, framedBy: [] }, by);
  };
  const publish = async (by = lea) => arrange({ playlist: (await get()).draft ?? [], draft: null }, by);
  const theirs: PlaylistItem = { ...item('t'), team: 'south' };

  it('hangs once it is published, and leaves behind what hung', async () => {
    expect(await arrange({ draft: [item('b'), item('n')] })).toMatchObject({ ok: true });
    expect(await shown()).toBe('ab');
    expect(past()).toEqual([]);
    // Somebody changes the name meanwhile: the draft is still there.
    expect(await arrange({})).toMatchObject({ ok: true });
    expect(await publish()).toMatchObject({ ok: true });
    expect(await shown()).toBe('bn');
    expect((await get()).draft).toBeNull();
    expect(past().map(({ playlist }) => playlist.map(({ id }) => id).join(''))).toEqual(['ab']);
  });

  it('is thrown away without a trace, and is refused where it could not hang', async () => {
    await arrange({ draft: [item('n')] });
    await arrange({ draft: null });
    expect([await shown(), (await get()).draft]).toEqual(['ab', null]);
    expect(await arrange({ draft: [item('n'), item('n')] })).toMatchObject({
      refusal: { faults: [{ code: 'twice', path: 'draft.1.id' }] },
    });
    expect(await arrange({ draft: [theirs] })).toMatchObject({ refusal: { code: 'scene-not-yours' } });
  });

  it('with a scene of another team is prepared by whoever leads both, and published by whoever leads the wall', async () => {
    expect(await arrange({ draft: [theirs] }, bo)).toMatchObject({ ok: true });
    expect(await publish(lea)).toMatchObject({ ok: true });
    expect((await get()).playlist).toEqual([theirs]);
  });
});

describe('a scene of another team', () => {
  const theirs = (id: string, over: Partial<PlaylistItem> = {}): PlaylistItem => ({
    ...item(id),
    team: 'south',
    ...over,
  });
  async function put(playlist: PlaylistItem[], by: Actor) {
    clock = new Date(clock.getTime() + 60_000);
    const { name, profile, version } = await get();
    const input = { id: 'kitchen', saw: version, name, profile, playlist, theme: null, audience: null };
    return intake.submit('display:edit', { ...input, framedBy: [] }, by);
  }
  const notYours = { refusal: { kind: 'forbidden', code: 'scene-not-yours' } };

  it('is hung by whoever leads both; whoever leads the wall moves it and takes it down, and shows nothing else of that team', async () => {
    expect(await put([item('a'), theirs('s')], lea)).toMatchObject(notYours);
    expect(await put([item('a'), theirs('s')], bo)).toMatchObject({ ok: true });
    expect(await put([theirs('s', { dwell: 20, from: '09:00' }), item('a')], lea)).toMatchObject({
      ok: true,
    });
    expect(await put([theirs('s', { panel: 'shout-outs' }), item('a')], lea)).toMatchObject(notYours);
    expect(await put([theirs('s', { options: { all: true } }), item('a')], lea)).toMatchObject(notYours);
    expect(await put([theirs('s', { team: 'gone' })], bo)).toMatchObject(notYours);
    expect(await shown()).toBe('sa');
    expect(await put([item('a')], lea)).toMatchObject({ ok: true });
  });

  it('does not come back by an undo of whoever may not hang it', async () => {
    await put([item('a'), theirs('s')], bo);
    await put([item('a')], bo);
    const [before] = past();
    const undo = async (by: Actor) =>
      intake.submit('playlist:undo', { id: 'kitchen', saw: (await get()).version, past: before!.id }, by);
    expect(await undo(lea)).toMatchObject(notYours);
    expect(await undo(bo)).toMatchObject({ ok: true });
    expect(await shown()).toBe('as');
  });

  it('goes along to the team’s other walls, and is that team’s own at its wall', async () => {
    await put([item('a'), theirs('s')], bo);
    const { version } = await get();
    const copy = (to: string[], by: Actor) =>
      intake.submit('playlist:copy', { id: 'kitchen', saw: version, to }, by);
    expect(await copy(['hall'], lea)).toMatchObject({ ok: true });
    expect((await get('hall')).playlist[1]).toEqual(theirs('s'));
    expect(await copy(['gate'], bo)).toMatchObject({ ok: true });
    expect((await get('gate')).playlist[1]).toEqual(item('s'));
  });

  it('is counted apart from the wall’s own when it has hung', async () => {
    const plays = [
      { panel: 'clock', at: '2026-11-22T09:10:00Z', seconds: 10 },
      { panel: 'clock', at: '2026-11-22T09:20:00Z', seconds: 10, team: 'south' },
      { panel: 'clock', at: '2026-11-22T09:30:00Z', seconds: 10, team: 'south' },
    ];
    await intake.submit('play:log', { display: 'kitchen', plays }, { as: 'screen', display: 'kitchen' });
    expect(store.all('play').map(({ team, of, plays }) => [team, of, plays])).toEqual([
      ['north', undefined, 1],
      ['north', 'south', 2],
    ]);
  });
});
