import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** AES-256-GCM: bytes of the nonce and of the tag. */
const [nonceLength, tagLength] = [12, 16];
/** What is sealed is filled up to a multiple of so many bytes: its length does not tell what kind of entry it is. */
const block = 512;
const mark = '1.';

/** What an entry is bound to: sealed under one id for one author, it opens as nothing else. */
export interface Bound {
  id: string;
  by: string;
}

const boundTo = ({ id, by }: Bound) => Buffer.from(JSON.stringify(['huddleboard notebook', id, by]));

/** Seals JSON with a key of 32 bytes: `1.` and base64url of nonce, tag and cipher text. */
export function seal(key: Buffer, json: string, bound: Bound): string {
  const plain = Buffer.from(json);
  const filled = Buffer.alloc(Math.ceil(plain.length / block) * block, ' ');
  plain.copy(filled);
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(bound));
  const text = Buffer.concat([cipher.update(filled), cipher.final()]);
  return mark + Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
}

/** What was sealed; undefined where none of the keys opens it, or it was sealed for something else. */
export function unseal(keys: readonly Buffer[], sealed: string, bound: Bound): string | undefined {
  const bytes = Buffer.from(sealed.slice(mark.length), 'base64url');
  if (!sealed.startsWith(mark) || bytes.length < nonceLength + tagLength) return undefined;
  const [nonce, text] = [bytes.subarray(0, nonceLength), bytes.subarray(nonceLength + tagLength)];
  for (const key of keys) {
    const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
    cipher.setAAD(boundTo(bound)).setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
    try {
      return Buffer.concat([cipher.update(text), cipher.final()]).toString('utf8');
    } catch {
      // Sealed with another key, for another record, or altered.
    }
  }
  return undefined;
}
