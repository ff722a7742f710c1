import { m } from '../../paraglide/messages';
import type { Fault, Refusal } from '../../domain/refusal';
import { StoreRefusal, type Saying } from '../store/store';

/** A refusal in words: `message` for the whole, `fields` by path (`name`, `responses.3.value`) for what is beside a field. */
export interface Said {
  message: string;
  fields: Record<string, string>;
}

type Sentence = (values: Record<string, string | number>) => string;

const sentences: ReadonlyMap<string, Sentence> = new Map(
  Object.entries(m).filter(([key]) => /^(refusal|store)_/.test(key)) as [string, Sentence][],
);

/** The key of a refusal code's sentence in the message catalogues. */
export const sentenceKey = (code: string): string => `refusal_${code.replaceAll('-', '_')}`;

/** The sentence of a code; the general one where a code has none of its own. */
export function sentenceOf({ code, values = {} }: Pick<Fault, 'code' | 'values'>): string {
  return (sentences.get(sentenceKey(code)) ?? m.refusal_invalid)(values);
}

/**
 * Turns a refusal into what a page shows.
 *
 *     const outcome = await locals.house.intake.submit('team:add', input, locals.leader);
 *     if (!outcome.ok) return fail(422, { typed: input, ...locals.house.say(outcome.refusal) });
 */
export function say(refusal: Refusal): Said {
  const fields: Record<string, string> = {};
  for (const fault of refusal.faults ?? []) fields[fault.path] ??= sentenceOf(fault);
  return { message: sentenceOf(refusal), fields };
}

/** What the store says, as a sentence. */
export function sentenceOfStore({ code, values = {} }: Saying): string {
  const sentence = sentences.get(`store_${code.replaceAll('-', '_')}`);
  const words = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (typeof value !== 'object') return [name, value];
    return [name, [value].flat().map(sentenceOfStore).join('; ')];
  });
  return sentence ? sentence(Object.fromEntries(words)) : code;
}

/** The board cannot be opened; `message` is a sentence for whoever starts the server. */
export class StartRefusal extends Error {
  override name = 'StartRefusal';
}

/** For a store that is being opened: what it refuses, as a sentence. @throws {StartRefusal} */
export function inWords(error: unknown): never {
  if (!(error instanceof StoreRefusal)) throw error;
  throw new StartRefusal(sentenceOfStore(error.saying), { cause: error.cause });
}
