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

  describe('news that comes together', () => {
    const news = (id: string, data: unknown = id, play = 0) => slot({ news: { id, play }, data });
    const quiet = { a: slot(), b: slot() };
    const all = (b: Slot, c: Slot) => ({ a: slot(), b, c });
    const begin = () => {
      const player = new Player(zone('a', 'b', 'c'), { ...quiet, c: slot() });
      player.start();
      return player;
    };

    it('from two slots is shown one after the other, each for its time; then the loop goes on', () => {
      const player = begin();
      player.update(zone('a', 'b', 'c'), all(news('1'), news('2')));
      const seen = [shown(player)];
      for (let turn = 0; turn < 3; turn++) {
        vi.advanceTimersByTime(10_000);
        seen.push(shown(player));
      }
      expect(seen).toEqual(['b:0', 'c:0', 'b:0', 'c:0']);
      player.stop();
    });

    it('in a slot whose news still hangs waits until that has had its time', () => {
      const player = begin();
      player.update(zone('a', 'b', 'c'), all(slot(), news('1')));
      vi.advanceTimersByTime(4_000);
      player.update(zone('a', 'b', 'c'), all(slot(), news('2')));
      expect(player.showing?.content.data).toBe('1');
      vi.advanceTimersByTime(5_999);
      expect(player.showing?.content.data).toBe('1');
      vi.advanceTimersByTime(1);
      expect(player.showing?.content.data).toBe('2');
      vi.advanceTimersByTime(10_000);
      expect(shown(player)).toBe('b:0');
      player.stop();
    });

    it('from one slot, too close together for two boards, is shown one after the other, oldest first', () => {
      const player = begin();
      const both = { ...news('2', ['2', '1']), plays: 2, earlierNews: [{ id: '1', play: 1 }] };
      player.update(zone('a', 'b', 'c'), all(slot(), both));
      expect(shown(player)).toBe('c:1');
      vi.advanceTimersByTime(10_000);
      expect(shown(player)).toBe('c:0');
      vi.advanceTimersByTime(10_000);
      expect(shown(player)).toBe('b:0');
      player.update(zone('a', 'b', 'c'), all(slot(), { ...both, data: 'the same news' }));
      expect(shown(player)).toBe('b:0');
      player.stop();
    });

    it('from one slot does not show what was taken back while it waited', () => {
      const player = begin();
      player.update(zone('a', 'b', 'c'), all(news('0'), slot()));
      const two = { ...news('2'), plays: 2, earlierNews: [{ id: '1', play: 1 }] };
      player.update(zone('a', 'b', 'c'), all(news('0'), two));
      player.update(zone('a', 'b', 'c'), all(news('0'), news('3')));
      vi.advanceTimersByTime(10_000);
      expect(player.showing?.content.data).toBe('3');
      vi.advanceTimersByTime(10_000);
      expect(shown(player)).toBe('b:0');
      player.stop();
    });

    it('that is taken back leaves at once, while it hangs and while it waits', () => {
      const player = begin();
      player.update(zone('a', 'b', 'c'), all(slot(), news('1')));
      player.update(zone('a', 'b', 'c'), all(slot(), news('2')));
      // The first is hidden: the second is still news, what hangs may be what was hidden.
      player.update(zone('a', 'b', 'c'), all(slot(), news('2', 'only the second')));
      expect(player.showing?.content.data).toBe('only the second');
      player.update(zone('a', 'b', 'c'), all(slot(), news('3')));
      player.update(zone('a', 'b', 'c'), all(slot(), slot({ data: 'neither' })));
      expect(shown(player)).toBe('b:0');
      player.stop();
    });

    it('comes while nothing moves, and is shown once it does', () => {
      const player = begin();
      player.stop();
      player.update(zone('a', 'b', 'c'), all(slot(), news('1')));
      expect(shown(player)).toBe('a:0');
      player.start();
      expect(shown(player)).toBe('c:0');
      player.stop();
    });
  });

  it('keeps a pinned slot on the wall, paging, and lets no news in until it is let go', () => {
    const slots = { a: slot(), b: slot({ plays: 2 }), c: slot() };
    const player = new Player(zone('a', 'b', 'c'), slots);
    player.start();
    player.update(zone('a', 'b', 'c'), slots, 'b');
    expect(shown(player)).toBe('b:0');
    const withNews = { ...slots, c: slot({ news: { id: 'n', play: 0 } }) };
    player.update(zone('a', 'b', 'c'), withNews, 'b');
    vi.advanceTimersByTime(60_000);
    expect(shown(player)).toBe('b:6');
    player.update(zone('a', 'b', 'c'), withNews);
    expect(shown(player)).toBe('b:6');
    vi.advanceTimersByTime(10_000);
    expect(shown(player)).toBe('c:0');
    player.stop();
  });

  it('begins with a pinned slot, which hangs still when it holds one page', () => {
    const player = new Player(zone('a', 'b'), { a: slot(), b: slot() }, undefined, { pinned: 'b' });
    player.start();
    vi.advanceTimersByTime(60_000);
    expect([shown(player), player.showing?.key]).toEqual(['b:0', 1]);
    player.goOn();
    expect(player.showing?.key).toBe(1);
    player.stop();
  });

  it('goes on when it is told to, and then shows what follows for its whole time', () => {
    const player = new Player(zone('a', 'b'), { a: slot(), b: slot() });
    player.start();
    vi.advanceTimersByTime(7_000);
    player.goOn();
    expect(shown(player)).toBe('b:0');
    vi.advanceTimersByTime(9_999);
    expect(shown(player)).toBe('b:0');
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
    player.leaveOut('b');
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
