import { open } from 'node:fs/promises';

/** A line without its line feed; `whole` is false, and `bytes` empty, for what follows the last line feed. */
export interface Line {
  bytes: Buffer;
  offset: number;
  whole: boolean;
}

/** No line that we write comes near this; a damaged file of any size must not fill the memory. */
const longest = 256 * 1024 * 1024;
const chunkSize = 1024 * 1024;

/** The lines of a file, a chunk at a time. A line longer than any of ours ends the reading as one that is not whole. */
export async function* readLines(path: string): AsyncGenerator<Line[]> {
  const file = await open(path, 'r');
  try {
    let offset = 0;
    let rest: Buffer[] = [];
    let restLength = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkSize);
      const { bytesRead } = await file.read(chunk, 0, chunkSize);
      if (bytesRead === 0) break;
      const lines: Line[] = [];
      let start = 0;
      for (let end = chunk.indexOf(10); end !== -1 && end < bytesRead; end = chunk.indexOf(10, start)) {
        const tail = chunk.subarray(start, end);
        const bytes = rest.length > 0 ? Buffer.concat([...rest, tail]) : tail;
        rest = [];
        restLength = 0;
        lines.push({ bytes, offset, whole: true });
        offset += bytes.length + 1;
        start = end + 1;
      }
      if (start < bytesRead) rest.push(chunk.subarray(start, bytesRead));
      restLength += bytesRead - start;
      if (lines.length > 0) yield lines;
      if (restLength > longest) break;
    }
    if (restLength > 0) yield [{ bytes: Buffer.alloc(0), offset, whole: false }];
  } finally {
    await file.close();
  }
}
