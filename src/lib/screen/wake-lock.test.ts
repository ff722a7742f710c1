import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stayAwake } from './wake-lock';

let visible: () => void;
const video = { style: {}, setAttribute: vi.fn(), play: vi.fn(async () => {}), remove: vi.fn() };
const page = {
  visibilityState: 'visible',
  addEventListener: (_: string, act: () => void) => (visible = act),
  removeEventListener: vi.fn(),
  body: { append: vi.fn() },
  createElement: (tag: string) =>
    tag === 'video'
      ? video
      : { getContext: () => ({ fillRect: () => {} }), captureStream: () => ({ still: true }) },
};
/** A browser with, or without, wake locks. */
function browser(request?: () => Promise<{ release: () => Promise<void> }>): void {
  vi.stubGlobal('navigator', request ? { wakeLock: { request } } : {});
}
/** Everything that was promised so far has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  vi.clearAllMocks();
  page.visibilityState = 'visible';
  vi.stubGlobal('document', page);
});
afterEach(() => void vi.unstubAllGlobals());

it('holds a wake lock where the browser gives one, again each time the page is seen again, and gives it back', async () => {
  const release = vi.fn(async () => {});
  const request = vi.fn(async () => ({ release }));
  browser(request);
  const stop = stayAwake();
  await settled();
  visible();
  await settled();
  expect(request).toHaveBeenCalledTimes(2);
  expect(video.play).not.toHaveBeenCalled();
  stop();
  expect(release).toHaveBeenCalledOnce();
});

it('plays a muted still picture on plain http, where there are no wake locks', async () => {
  browser();
  const stop = stayAwake();
  await settled();
  expect(video).toMatchObject({ muted: true, loop: true, srcObject: { still: true } });
  visible();
  await settled();
  expect(page.body.append).toHaveBeenCalledOnce();
  expect(video.play).toHaveBeenCalledTimes(2);
  stop();
  expect(video.remove).toHaveBeenCalledOnce();
});

it('plays it too where the lock is refused', async () => {
  browser(async () => {
    throw new DOMException('low battery', 'NotAllowedError');
  });
  stayAwake();
  await settled();
  expect(video.play).toHaveBeenCalledOnce();
});

it('asks for nothing while nobody sees the page', async () => {
  page.visibilityState = 'hidden';
  const request = vi.fn();
  browser(request);
  stayAwake();
  await settled();
  expect(request).not.toHaveBeenCalled();
  expect(video.play).not.toHaveBeenCalled();
});
