let begun = false;

/** The page's first scene stands complete at once; only scenes after it move. Called when a scene has been mounted. */
export function begin(): void {
  begun = true;
}

/** Whether a scene that is being made now may move. */
export function moves(motion: 'full' | 'calm' | 'none'): boolean {
  return (
    begun &&
    motion === 'full' &&
    typeof matchMedia === 'function' &&
    !matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
