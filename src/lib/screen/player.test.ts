import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Slot, Zone } from '$lib/protocol/events';
import { Player } from './player.svelte';

const slot = (more: Partial<Slot> = {}): Slot => ({
  panel: 'clock',
  point: null,
  data: {},
  dwell: 10,
  plays: 1,
  news: null,
  ...more,
});
const zone = (...slots: string[]): Zone => ({ id: 'main', share: 1, slots });
const shown = (player: Player) => (player.showing ? `${player.showing.slot}:${player.showing.play}` : null);

describe('the player of a zone', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('shows each slot for its dwell, in playlist order, and starts over', () => {
    const player = new Player(zone('a', 'b'), { a: slot(), b: slot({ dwell: 20 }) });
    player.start();
    const seen = [shown(player)];
    for (const seconds of [9, 1, 19, 1]) {
      vi.advanceTimersByTime(seconds * 1000);
      seen.push(shown(player));
    }
    expect(seen).toEqual(['a:0', 'a:0', 'b:0', 'b:0', 'a:1']);
    player.stop();
  });

  it('lets a single slot hang still, and page through what it holds when it holds more', () => {
    const still = new Player(zone('a'), { a: slot() });
    const paging = new Player(zone('a'), { a: slot({ plays: 3 }) });
    still.start();
    paging.start();
    vi.advanceTimersByTime(30_000);
    expect(still.showing?.key).toBe(1);
    expect(shown(paging)).toBe('a:3');
    paging.stop();
  });

  it('breaks in at once with news and then goes on where the loop was', () => {
    const slots = { a: slot(), b: slot(), c: slot({ news: { id: 'old', play: 0 } }) };
    const player = new Player(zone('a', 'b', 'c'), slots);
    player.start();
    vi.advanceTimersByTime(3_000);
    player.update(zone('a', 'b', 'c'), { ...slots, c: slot({ news: { id: 'new', play: 0 } }) });
    expect(shown(player)).toBe('c:0');
    expect(player.leaving?.slot).toBe('a');
    vi.advanceTimersByTime(10_000);
    expect(shown(player)).toBe('b:0');
    player.stop();
  });

  it('does not break in twice with the same news, nor with news it came with', () => {
    const slots = { a: slot(), b: slot({ news: { id: 'n', play: 0 } }) };
    const player = new Player(zone('a', 'b'), slots);
    player.start();
    player.update(zone('a', 'b'), { ...slots, b: slot({ news: { id: 'n', play: 0 }, data: { more: 1 } }) });
    expect(shown(player)).toBe('a:0');
    player.stop();
  });

  it('keeps what hangs while its data change, and hands the new data on', () => {
    const player = new Player(zone('a', 'b'), { a: slot({ data: 1 }), b: slot() });
    player.start();
    vi.advanceTimersByTime(5_000);
    player.update(zone('a', 'b'), { a: slot({ data: 2 }), b: slot() });
    expect(player.showing).toMatchObject({ slot: 'a', key: 1, content: { data: 2 } });
    vi.advanceTimersByTime(5_000);
    expect(shown(player)).toBe('b:0');
    player.stop();
  });

  it('moves on when what hangs is taken away, and shows nothing only when nothing is left', () => {
    const player = new Player(zone('a', 'b'), { a: slot(), b: slot() });
    player.start();
    player.update(zone('b'), { b: slot() });
    expect(shown(player)).toBe('b:0');
    player.update(zone(), {});
    expect(shown(player)).toBeNull();
    player.update(zone('a'), { a: slot() });
    expect(shown(player)).toBe('a:1');
    player.stop();
  });

  it('skips a slot that broke until its data change', () => {
    const slots = { a: slot(), b: slot({ data: 1 }) };
    const player = new Player(zone('a', 'b'), slots);
    player.start();
    vi.advanceTimersByTime(10_000);
    player.skip('b');
    expect(shown(player)).toBe('a:1');
    vi.advanceTimersByTime(60_000);
    expect(player.showing?.slot).toBe('a');
    player.update(zone('a', 'b'), { ...slots, b: slot({ data: 2 }) });
    vi.advanceTimersByTime(10_000);
    expect(player.showing?.slot).toBe('b');
    player.stop();
  });

  it('tells what was played and for how long', () => {
    const plays: unknown[] = [];
    const player = new Player(zone('a', 'b'), { a: slot(), b: slot({ panel: 'focus-goal' }) }, (play) =>
      plays.push(play),
    );
    player.start();
    vi.advanceTimersByTime(20_000);
    expect(plays).toMatchObject([
      { panel: 'clock', seconds: 10 },
      { panel: 'focus-goal', seconds: 10 },
    ]);
    player.stop();
  });
});
