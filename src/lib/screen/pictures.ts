/** How long news waits for its picture, in milliseconds. */
const patience = 4_000;
/** The last pictures that were fetched: as long as they are held, the browser holds them decoded. */
const held: HTMLImageElement[] = [];

/**
 * Has a picture loaded and decoded, so that it stands complete when its scene enters. Resolves when it does, or when there
 * is no use in waiting: the scene then shows its drawing.
 */
export async function fetchPicture(address: string): Promise<void> {
  if (!address || held.some((image) => image.getAttribute('src') === address)) return;
  const image = new Image();
  image.src = address;
  held.push(image);
  // The one that hangs and the one that comes next: more would cost a TV its memory.
  if (held.length > 2) held.shift();
  await Promise.race([
    image.decode().catch(() => {
      // It may be there the next time.
      if (held.includes(image)) held.splice(held.indexOf(image), 1);
    }),
    new Promise((late) => setTimeout(late, patience)),
  ]);
}
