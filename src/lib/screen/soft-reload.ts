import { isOn, type Daypart } from '$lib/domain/schedule';

/** What a wall says of itself to the soft reload. */
export interface SoftlyReloaded {
  quietHours: () => Daypart | null;
  timeZone: () => string;
  /** The server's time. */
  now: () => Date;
  /** Milliseconds until the scene that hangs has had its time. */
  rest: () => number;
  /** Resolves with whether there was a server to reload from. */
  reload: () => Promise<boolean>;
}

/** Where a wall has no quiet hours, nobody looks at it at this time. */
const smallHours: Daypart = { from: '02:00', to: '05:00' };
const lookEvery = 600_000;
/** Milliseconds after which a page is old enough to be loaded anew. */
const oldEnough = 20 * 3_600_000;
/** Not all walls at once: each waits up to so long. */
const spread = 300_000;

/** Loads the page anew once a day, when nobody looks: what a browser gathers in months is gone. Returns how to stop. */
export function reloadDaily(wall: SoftlyReloaded): () => void {
  // Not by the clock, which a TV may set.
  const begun = performance.now();
  let timer = setTimeout(look, lookEvery);
  function look(): void {
    timer = setTimeout(look, lookEvery);
    const isOld = performance.now() - begun >= oldEnough;
    if (!isOld || !isOn(wall.quietHours() ?? smallHours, wall.now(), wall.timeZone())) return;
    after(Math.random() * spread, () => after(wall.rest(), go));
  }
  function after(milliseconds: number, act: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  }
  function go(): void {
    // Without a server the wall goes on and asks again later.
    timer = setTimeout(look, lookEvery);
    void wall.reload();
  }
  return () => clearTimeout(timer);
}
