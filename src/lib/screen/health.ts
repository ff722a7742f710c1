import type { Health } from '$lib/protocol/events';

/**
 * How this screen is, for its heartbeat: what it says of itself, and what the browser says. `started` and `clockOffset` in milliseconds, the
 * heap in bytes, null where the browser does not tell.
 */
export function healthOf(own: {
  started: number;
  clockOffset: number;
  showing: string | null;
  lastError: string | null;
}): Health {
  const memory: unknown = 'memory' in performance ? performance.memory : null;
  const heap =
    typeof memory === 'object' && memory !== null && 'usedJSHeapSize' in memory
      ? Number(memory.usedJSHeapSize)
      : null;
  const engine = /(?:Chrome|Version|Firefox)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? 'unknown';
  return {
    uptime: Math.round((Date.now() - own.started) / 1000),
    heap,
    width: window.innerWidth,
    height: window.innerHeight,
    engine: engine.slice(0, 200),
    clockOffset: Math.round(own.clockOffset),
    showing: own.showing,
    lastError: own.lastError,
  };
}
