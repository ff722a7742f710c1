import { isOn, nextChange, type Daypart } from '$lib/domain/schedule';

/** However far the next change is, the clock is looked at again after so long: it may have been set. */
const longest = 3_600_000;

/** Tells whether quiet hours are on: at once, then each time that they begin or end. Returns how to stop. */
export function watchQuietHours(
  quiet: Daypart | null,
  timeZone: string,
  now: () => Date,
  tell: (dark: boolean) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const at = now();
    tell(quiet !== null && isOn(quiet, at, timeZone));
    const next = quiet && nextChange(quiet, at, timeZone);
    if (next) timer = setTimeout(look, Math.min(next.getTime() - at.getTime() + 50, longest));
  };
  look();
  return () => clearTimeout(timer);
}
