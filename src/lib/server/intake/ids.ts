import { createHash, hash, randomBytes } from 'node:crypto';
import type { ResponseInput } from '../../domain/command';

const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** A fresh id: 16 letters and digits (80 random bits), fit for addresses. */
export function newId(): string {
  const bits = randomBytes(16);
  return Array.from(bits, (byte) => letters[byte % 32]).join('');
}

/**
 * Ids of answers, derived from team, source and the caller's own id, so that the same answer comes to the same record;
 * an answer without an id of its caller gets a fresh one.
 */
export const responseIds = (
  team: string,
  source: string,
  responses: readonly Pick<ResponseInput, 'id'>[],
): string[] =>
  responses.map(({ id }) =>
    id === undefined
      ? newId()
      : createHash('sha256')
          .update(JSON.stringify([team, source, id]))
          .digest('hex')
          .slice(0, 32),
  );

const imported = Buffer.from(`import-${'0'.repeat(32)}`);

/** The id of an imported answer; `own` is what its source calls it. Of one piece: one put together takes twice the memory. */
export function importedId(team: string, source: string, own: string): string {
  imported.write(hash('sha256', `${team}\u001f${source}\u001f${own}`, 'hex'), 7, 32, 'latin1');
  return imported.toString('latin1');
}
