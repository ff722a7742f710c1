/** Somebody stands by the declaration, under the name that their account had then. `at` is when (ISO). */
export interface Signature {
  account: string;
  name: string;
  at: string;
}

/** A figure from outside, said in a sentence. It is not the team’s own, and never stands without where it was published and when. */
export interface OutsideFact {
  sentence: string;
  source: string;
  /** The year that it is of. */
  year: number;
}

/** What the organisation holds imperative about its customers, in its own words, and who signed that. */
export interface Declaration {
  text: string;
  /** Where it wants to be; null: not said. */
  ambition: string | null;
  /** By what it would know that it is there; null: not said. */
  measure: string | null;
  /** Why; null: not said. */
  fact: OutsideFact | null;
  /** When these words were said (ISO): whoever signs, signs the words of that moment. */
  said: string;
  /** In the order in which they were first given; one an account. */
  signatures: Signature[];
}

/** How long its texts may be, in characters. */
export const longestDeclaration = 200;
export const longestAmbition = 90;
export const longestOutsideFact = 160;
export const longestSource = 90;

const day = 86_400_000;
/** A signature counts for so many days; from `renewed` on it may be given anew, so that the wall is never without. */
export const signedDays = 366;
const renewed = 335;

/** When a signature ceases to count. */
export const signedUntil = ({ at }: Pick<Signature, 'at'>): Date =>
  new Date(Date.parse(at) + signedDays * day);

/** Those signatures that count at `now`. */
export const standing = <S extends Pick<Signature, 'at'>>(signatures: readonly S[], now: Date): S[] =>
  signatures.filter((signature) => now < signedUntil(signature));

/** Whether the account may sign now: it has not yet, or long enough ago. */
export function maySignNow(
  { signatures }: Pick<Declaration, 'signatures'>,
  account: string,
  now: Date,
): boolean {
  const own = signatures.find((signature) => signature.account === account);
  return !own || now.getTime() >= Date.parse(own.at) + renewed * day;
}

const number = '\\p{Nd}+(?:[.,٫٬\\u00a0\\u202f]\\p{Nd}+)*';
const share = new RegExp(`${number}\\s?(?:[%٪‰]|percent|per cent|por ciento|بالمئة|في المئة)`, 'u');
const amount = new RegExp(`(?:\\p{Sc}\\s?)?${number}(?:\\s?\\p{Sc})?`, 'u');

/** The figure that a sentence is about: the first share in it, else the first number, with its sign for money; null: there is none. */
export const figureIn = (sentence: string): string | null =>
  (share.exec(sentence) ?? amount.exec(sentence))?.[0] ?? null;
