/** A file is not what the store wrote; `message` says in what way. */
export class Damaged extends Error {
  override name = 'Damaged';
}
