/** How one hop came out: `good`, `fair` (works, but with a known limit) or `bad`. `values` fill its sentence. */
export interface Finding {
  result: 'good' | 'fair' | 'bad';
  values?: Record<string, string | number>;
}

const within = <T>(promise: Promise<T>, seconds: number): Promise<T> =>
  Promise.race([
    promise,
    new Promise<T>((_, reject) => setTimeout(() => reject(new Error('too slow')), seconds * 1000)),
  ]);

/** Whether pages come, and how long the road there and back takes. */
export async function page(): Promise<Finding> {
  const start = performance.now();
  const response = await within(fetch('/healthz', { cache: 'no-store' }), 8);
  const milliseconds = Math.round(performance.now() - start);
  return { result: response.ok ? (milliseconds > 1000 ? 'fair' : 'good') : 'bad', values: { milliseconds } };
}

/** Whether the live wire opens: first as a WebSocket, and where a proxy swallows that, by polling. */
export async function socket(): Promise<Finding> {
  const opened = new Promise<Finding>((resolve, reject) => {
    const wire = new WebSocket(
      `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/live/?EIO=4&transport=websocket`,
    );
    // Engine.IO greets with a packet that begins with 0.
    wire.onmessage = ({ data }) => {
      wire.close();
      if (String(data).charAt(0) === '0') resolve({ result: 'good' });
      else reject(new Error('not ours'));
    };
    wire.onerror = () => reject(new Error('refused'));
  });
  try {
    return await within(opened, 8);
  } catch {
    const response = await within(fetch('/live/?EIO=4&transport=polling', { cache: 'no-store' }), 8);
    const text = await response.text();
    return { result: response.ok && text.charAt(0) === '0' ? 'fair' : 'bad' };
  }
}

/** Whether this device's clock agrees with the server's: within 2 s good, beyond 60 s bad. */
export async function clock(): Promise<Finding> {
  const before = Date.now();
  const response = await within(fetch('/doctor/clock', { cache: 'no-store' }), 8);
  const { now } = (await response.json()) as { now: string };
  const middle = (before + Date.now()) / 2;
  const seconds = Math.round((middle - Date.parse(now)) / 1000);
  const off = Math.abs(seconds);
  return { result: off <= 2 ? 'good' : off <= 60 ? 'fair' : 'bad', values: { seconds: off } };
}

/** Whether this device keeps the last board for a start without the server. */
export function storage(): Promise<Finding> {
  const key = 'huddleboard-doctor';
  localStorage.setItem(key, 'kept');
  const kept = localStorage.getItem(key) === 'kept';
  localStorage.removeItem(key);
  return Promise.resolve({ result: kept ? 'good' : 'bad' });
}

/** Whether the screen stays awake by itself; without the wake lock (plain http) a silent video does it. */
export async function wake(): Promise<Finding> {
  if ('wakeLock' in navigator) {
    try {
      const lock = await navigator.wakeLock.request('screen');
      await lock.release();
      return { result: 'good' };
    } catch {
      // Refused, for example in a hidden window: the video is left.
    }
  }
  return { result: document.createElement('video').canPlayType('video/mp4') ? 'fair' : 'bad' };
}
