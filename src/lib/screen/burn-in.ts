/** Places the stage visits, in pixels off its own: a small walk that comes back. */
const walk = [
  { x: 0, y: 0 },
  { x: 3, y: 1 },
  { x: 4, y: 4 },
  { x: 1, y: 3 },
  { x: -2, y: 4 },
  { x: -4, y: 1 },
  { x: -3, y: -3 },
  { x: 0, y: -4 },
  { x: 3, y: -2 },
];
const every = 180_000;

/** Moves the stage a few pixels every three minutes, so that no edge burns in. Returns how to stop. */
export function driftSlowly(move: (by: { x: number; y: number }) => void): () => void {
  let step = 0;
  const timer = setInterval(() => {
    step = (step + 1) % walk.length;
    const place = walk[step];
    if (place) move(place);
  }, every);
  return () => clearInterval(timer);
}
