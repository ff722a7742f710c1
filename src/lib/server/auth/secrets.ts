import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Letters of pairing codes (RFC 8628, 6.1): no vowels, so no words; nothing that looks like a digit. */
export const pairingLetters = 'BCDFGHJKLMNPQRSTVWXZ';

/** A new secret of 256 bits, fit for cookies and links. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What the store keeps of a secret: its SHA-256, hex. A secret of 256 random bits needs no slow hash. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The signature of a text by a secret of ours. */
export const sign = (secret: string, text: string): Buffer =>
  createHmac('sha256', secret).update(text).digest();

/** Whether two texts are equal, in a time that tells nothing about them. */
export function equal(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(a, b);
}

/** A code of letters that people can type, evenly drawn. */
export const newCode = (length: number): string =>
  Array.from({ length }, () => pairingLetters[randomInt(pairingLetters.length)]).join('');

/** A code as it was meant: capitals, without the dash and spaces that people put in. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—._]/gu, '');
