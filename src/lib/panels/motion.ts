let begun = false;
let calm: MediaQueryList | undefined;

/** The page's first scene stands complete at once; only scenes after it move. Called when a scene has been mounted. */
export function begin(): void {
  begun = true;
}

/** Whether a scene that is being made now may move. */
export function moves(motion: 'full' | 'calm' | 'none'): boolean {
  if (!begun || motion !== 'full' || typeof matchMedia !== 'function') return false;
  // Kept: asking anew would make the browser look at every style each time.
  calm ??= matchMedia('(prefers-reduced-motion: reduce)');
  return !calm.matches;
}
