import { encode } from 'uqr';

/** Light modules that a reader needs around the code. */
export const quietZone = 4;

export interface QrCode {
  size: number;
  path: string;
}

/** Codes lately made: boards ask for the same few addresses at every change, and each costs some 2 ms. */
const made = new Map<string, QrCode>();
const most = 200;

/**
 * The QR code of an address, error correction M: `size` modules a side with the quiet zone, and its dark modules as one
 * SVG path on that grid. Neighbours in a row are one rectangle, so that no seam shows and few bytes travel.
 */
export function qrCode(address: string): QrCode {
  const known = made.get(address);
  if (known) return known;
  const { size, data } = encode(address, { ecc: 'M', border: quietZone });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      path += `M${start} ${y}h${x + 1 - start}v1h-${x + 1 - start}z`;
    }
  });
  if (made.size >= most) made.clear();
  const code = { size, path };
  made.set(address, code);
  return code;
}
