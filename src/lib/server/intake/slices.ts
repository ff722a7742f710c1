/** How long one slice of work may hold the event loop, in milliseconds: walls and other leaders wait no longer. */
const patience = 1;

/** Lets everybody else have a turn when this slice has lasted long enough. */
export function takeTurns(): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < patience) return undefined;
    return new Promise((resolve) =>
      setImmediate(() => {
        began = performance.now();
        resolve();
      }),
    );
  };
}
