import { keepPage } from './kept-page';

/** Reloads the watchdog made lately, kept over the reload itself. */
const key = 'huddleboard:reloads';
const builtFor = 'huddleboard:reloaded-for';
/** Starts that came to nothing so far; app.html's script notes them. */
const starts = 'huddleboard:starts';
const within = 30 * 60_000;
const most = 3;

function times(now: number): number[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((at): at is number => typeof at === 'number' && now - at < within)
      : [];
  } catch {
    return [];
  }
}

function put(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Without storage each reload is the first.
  }
}

/**
 * Loads the page anew once the server is there; false when it is not. Where the TV keeps the page, the new one and its files
 * are in hand before, and it is opened from there: it cannot end on an error page.
 */
export async function reloadSafely(): Promise<boolean> {
  const page = await keepPage();
  if (page === 'away') return false;
  if (page === 'kept') location.replace(location.pathname);
  else location.reload();
  return true;
}

/** The program runs: the starts before it, which may have failed, count no more. */
export function hasStarted(): void {
  put(starts, '[]');
}

/** Whether a reload for this build is still to be made; true once per build id. */
export function isFirstReloadFor(build: string): boolean {
  try {
    if (localStorage.getItem(builtFor) === build) return false;
  } catch {
    // See put.
  }
  put(builtFor, build);
  return true;
}

/** Whether the watchdog may reload: at most 3 times in 30 minutes. Counts the one that it grants. */
export function mayReload(now: number): boolean {
  const lately = times(now);
  if (lately.length >= most) return false;
  put(key, JSON.stringify([...lately, now]));
  return true;
}

const askEvery = 20_000;
const patience = 60_000;
/** So many frames in a row were asked for in vain: a clock that jumps ahead, as when a TV wakes, is no reason. */
const inVain = 3;
const safeRetry = 600_000;

/**
 * Watches that the browser still draws: a visible page asks for a frame every 20 s; none granted for 60 s, reload. When
 * that happened too often, `onSafe` puts up the plain page and a reload is tried every 10 minutes. Returns how to stop.
 */
export function watchFrames(onSafe: () => void): () => void {
  let granted = performance.now();
  let asked = 0;
  let retry: ReturnType<typeof setInterval> | undefined;
  const timer = setInterval(() => {
    const begin = () => {
      [granted, asked] = [performance.now(), 0];
    };
    if (document.visibilityState !== 'visible') {
      begin();
      return;
    }
    asked += 1;
    requestAnimationFrame(begin);
    if (performance.now() - granted < patience || asked < inVain || retry) return;
    if (mayReload(Date.now())) {
      void reloadSafely();
      return;
    }
    onSafe();
    retry = setInterval(() => void reloadSafely(), safeRetry);
  }, askEvery);
  return () => {
    clearInterval(timer);
    clearInterval(retry);
  };
}
