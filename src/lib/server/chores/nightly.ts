/** How often what is done once a night looks whether it is due, in milliseconds. */
export const lookEvery = 600_000;

/** The last moment at or before `now` at which it became due: each night at `hour` (0–23, the server’s own time). */
export function lastDue(now: Date, hour: number): Date {
  const due = new Date(now);
  due.setHours(hour, 0, 0, 0);
  if (due > now) due.setDate(due.getDate() - 1);
  return due;
}

/** Looks again and again, every so many milliseconds; keeps no process alive. */
export const lookAgain = (look: () => Promise<void>, every: number): NodeJS.Timeout =>
  setInterval(() => void look(), every).unref();
