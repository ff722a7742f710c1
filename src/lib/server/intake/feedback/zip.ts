import type { Readable } from 'node:stream';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** A packed file cannot be read: broken, locked, or larger than anybody's answers. */
export class PackRefusal extends Error {
  override name = 'PackRefusal';
  constructor(readonly code: 'import-broken-workbook' | 'import-locked' | 'import-unpacks-too-big') {
    super(code);
  }
}

/** The most that all parts of a packed file may come to, in bytes, and how many there may be. */
const most = { bytes: 256 * 1024 * 1024, parts: 4_000 };

/** The parts of a packed file, by name; each is unpacked as a stream, never as a whole. */
export interface Pack {
  has(name: string): boolean;
  /** @throws {PackRefusal} where there is no such part. */
  open(name: string): Promise<Readable>;
  close(): void;
}

/**
 * Reads what a packed file says it holds. The sizes it names are added up first, and a part that turns out larger than its
 * name says ends in an error: a small file cannot unpack to a large one. @throws {PackRefusal}
 */
export async function openPack(bytes: Uint8Array): Promise<Pack> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, opened) =>
      error ? reject(new PackRefusal('import-broken-workbook')) : resolve(opened),
    );
  });
  const parts = new Map<string, Entry>();
  let size = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      size += entry.uncompressedSize;
      if (parts.size >= most.parts || size > most.bytes)
        return reject(new PackRefusal('import-unpacks-too-big'));
      if (entry.generalPurposeBitFlag & 1) return reject(new PackRefusal('import-locked'));
      parts.set(entry.fileName.replace(/^\/+/, ''), entry);
      zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', () => reject(new PackRefusal('import-broken-workbook')));
    zip.readEntry();
  });
  return {
    has: (name) => parts.has(name),
    open: (name) =>
      new Promise((resolve, reject) => {
        const part = parts.get(name);
        if (!part) return reject(new PackRefusal('import-broken-workbook'));
        zip.openReadStream(part, (error, stream) =>
          error ? reject(new PackRefusal('import-broken-workbook')) : resolve(stream),
        );
      }),
    close: () => zip.close(),
  };
}
