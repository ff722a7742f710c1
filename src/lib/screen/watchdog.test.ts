import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isFirstReloadFor, mayReload, watchFrames } from './watchdog';

const minutes = 60_000;
/** What the page around it does; reloading starts the script anew, which is not needed here. */
let reloads = 0;
let draws = true;
let answer: { ok: boolean; text: string } | undefined;

function stubStorage(broken = false): void {
  const kept = new Map<string, string>();
  const fail = () => {
    throw new Error('no storage');
  };
  vi.stubGlobal('localStorage', {
    getItem: broken ? fail : (key: string) => kept.get(key) ?? null,
    setItem: broken ? fail : (key: string, value: string) => void kept.set(key, value),
  });
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] });
  [reloads, draws, answer] = [0, true, { ok: true, text: '{"app":"huddleboard"}' }];
  stubStorage();
  vi.stubGlobal('document', { visibilityState: 'visible' });
  vi.stubGlobal('location', { pathname: '/display/d', search: '', reload: () => (reloads += 1) });
  vi.stubGlobal('window', {});
  vi.stubGlobal('requestAnimationFrame', (drawn: () => void) => draws && setTimeout(drawn, 16));
  vi.stubGlobal('fetch', async () => {
    if (!answer) throw new TypeError('no server');
    return new Response(answer.text, {
      status: answer.ok ? 200 : 503,
      headers: { 'x-huddleboard-build': 'b' },
    });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the watchdog', () => {
  it('leaves a wall alone that draws', async () => {
    const stop = watchFrames(() => {});
    await vi.advanceTimersByTimeAsync(60 * minutes);
    expect(reloads).toBe(0);
    stop();
  });

  it('reloads a wall that was granted no frame for a minute', async () => {
    const stop = watchFrames(() => {});
    draws = false;
    await vi.advanceTimersByTimeAsync(59_000);
    expect(reloads).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reloads).toBe(1);
    stop();
  });

  it('leaves a wall alone whose clock jumps ahead, as when a TV wakes', async () => {
    const stop = watchFrames(() => {});
    await vi.advanceTimersByTimeAsync(50_000);
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 60 * minutes);
    await vi.advanceTimersByTimeAsync(10 * minutes);
    expect(reloads).toBe(0);
    stop();
  });

  it('waits while the page is hidden: a hidden page draws nothing', async () => {
    vi.stubGlobal('document', { visibilityState: 'hidden' });
    const stop = watchFrames(() => {});
    draws = false;
    await vi.advanceTimersByTimeAsync(60 * minutes);
    expect(reloads).toBe(0);
    stop();
  });

  it('after three reloads in 30 minutes puts up the plain page and tries every 10 minutes', async () => {
    const safe = vi.fn();
    draws = false;
    const stop = watchFrames(safe);
    await vi.advanceTimersByTimeAsync(100_000);
    expect([reloads, safe.mock.calls.length]).toEqual([3, 0]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect([reloads, safe.mock.calls.length]).toEqual([3, 1]);
    await vi.advanceTimersByTimeAsync(20 * minutes);
    expect([reloads, safe.mock.calls.length]).toEqual([5, 1]);
    stop();
    await vi.advanceTimersByTimeAsync(60 * minutes);
    expect(reloads).toBe(5);
  });

  it.each([
    ['is away', undefined],
    ['answers with an error', { ok: false, text: '{"app":"huddleboard"}' }],
    ['is somebody else', { ok: true, text: 'Log in to go on to http://huddleboard.lan' }],
  ])('never reloads where the server %s', async (_, there) => {
    answer = there;
    draws = false;
    const stop = watchFrames(() => {});
    await vi.advanceTimersByTimeAsync(60 * minutes);
    expect(reloads).toBe(0);
    stop();
  });
});

describe('reloads', () => {
  it('are granted again once the last three are 30 minutes old', () => {
    expect([0, 1, 2, 3].map((minute) => mayReload(minute * minutes))).toEqual([true, true, true, false]);
    expect(mayReload(30 * minutes)).toBe(true);
    expect(mayReload(30 * minutes + 1)).toBe(false);
  });

  it('for a new build happen once', () => {
    expect([isFirstReloadFor('b'), isFirstReloadFor('b'), isFirstReloadFor('c')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('go on where the TV keeps nothing', () => {
    stubStorage(true);
    expect(mayReload(0)).toBe(true);
    expect(isFirstReloadFor('b')).toBe(true);
  });
});
