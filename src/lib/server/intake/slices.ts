/** How long one slice of work may hold the event loop, in milliseconds: walls and other leaders wait no longer. */
const patience = 1;

/** What somebody waits for takes several turns of the event loop, to the disk and on to the walls: so many are let go by. */
const turns = 3;

/** Lets everybody else have a turn. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    let left = turns;
    const next = () => {
      left -= 1;
      if (left === 0) resolve();
      else setImmediate(next);
    };
    setImmediate(next);
  });

/** Lets everybody else have a turn when this slice has lasted long enough. */
export function takeTurns(): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < patience) return undefined;
    return nextTurn().then(() => {
      began = performance.now();
    });
  };
}
