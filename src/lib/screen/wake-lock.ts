/**
 * Keeps the TV awake while the page is visible: a wake lock where the browser gives one, else (plain http, old TVs) a
 * muted video of one still picture that never ends. Returns how to stop.
 */
export function stayAwake(): () => void {
  let stopped = false;
  let lock: WakeLockSentinel | undefined;
  let video: HTMLVideoElement | undefined;

  async function hold(): Promise<void> {
    if (stopped || document.visibilityState !== 'visible') return;
    try {
      if ('wakeLock' in navigator) {
        lock = await navigator.wakeLock.request('screen');
        return;
      }
    } catch {
      // Refused, on low battery for one: the video will do.
    }
    playStill();
  }

  function playStill(): void {
    if (video) {
      video.play().catch(() => {});
      return;
    }
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 2;
    canvas.getContext('2d')?.fillRect(0, 0, 2, 2);
    if (!('captureStream' in canvas)) return;
    video = document.createElement('video');
    video.muted = true;
    video.loop = true;
    video.setAttribute('playsinline', '');
    video.setAttribute('aria-hidden', 'true');
    video.style.cssText =
      'position:fixed;right:0;bottom:0;width:1px;height:1px;opacity:.01;pointer-events:none';
    video.srcObject = canvas.captureStream(1);
    document.body.append(video);
    video.play().catch(() => {});
  }

  const again = () => void hold();
  document.addEventListener('visibilitychange', again);
  again();
  return () => {
    stopped = true;
    document.removeEventListener('visibilitychange', again);
    lock?.release().catch(() => {});
    video?.remove();
  };
}
