import type { Commands } from '../command';
import {
  figureIn,
  longestAmbition,
  longestDeclaration,
  longestOutsideFact,
  longestSource,
  maySignNow,
  type Declaration,
  type OutsideFact,
  type Signature,
} from '../declaration';
import type { Change, Organisation } from '../records';
import type { Fault } from '../refusal';
import { mayRun } from '../rights';
import {
  changedMeanwhile,
  edit,
  forbidden,
  invalid,
  notThere,
  nothingToDo,
  updated,
  wordsUpTo,
  type Decider,
} from './decision';

/** The outside fact as it was typed: a sentence with a figure, its source and its year, or nothing of the three. */
function factOf(input: Commands['declaration:set'], now: Date, faults: Fault[]): OutsideFact | null {
  const sentence = wordsUpTo(longestOutsideFact, input.fact, 'fact', faults);
  const source = wordsUpTo(longestSource, input.source, 'source', faults);
  const { year } = input;
  if (sentence === null && source === null && year === null) return null;
  const last = now.getUTCFullYear();
  if (sentence === null || figureIn(sentence) === null) faults.push({ code: 'figure-missing', path: 'fact' });
  if (source === null) faults.push({ code: 'source-missing', path: 'source' });
  if (year === null || !Number.isInteger(year) || year < 1900 || year > last)
    faults.push({ code: 'year-missing', path: 'year', values: { last: String(last) } });
  return { sentence: sentence ?? '', source: source ?? '', year: year ?? last };
}

const sameFact = (one: OutsideFact | null, other: OutsideFact | null) =>
  one?.sentence === other?.sentence && one?.source === other?.source && one?.year === other?.year;

/**
 * An owner says the declaration, or takes it back by saying nothing. Names stand under the words that were signed: other words, another
 * ambition or another measure have none yet.
 */
export const setDeclaration: Decider<'declaration:set'> = (input, { organisation }, actor, now) => {
  if (!mayRun(actor)) return forbidden();
  if (!organisation) return notThere();
  const faults: Fault[] = [];
  const text = wordsUpTo(longestDeclaration, input.text, 'text', faults);
  const ambition = wordsUpTo(longestAmbition, input.ambition, 'ambition', faults);
  const measure = wordsUpTo(longestAmbition, input.measure, 'measure', faults);
  const fact = factOf(input, now, faults);
  const nothing = text === null && ambition === null && measure === null && fact === null;
  if (text === null && !nothing) faults.push({ code: 'missing', path: 'text' });
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== organisation.version) return changedMeanwhile();
  const before = organisation.declaration ?? null;
  if (text === null)
    return before ? updated(edit('organisation', organisation, { declaration: null })) : nothingToDo();
  const sameWords = before?.text === text && before.ambition === ambition && before.measure === measure;
  if (sameWords && sameFact(before.fact, fact)) return nothingToDo();
  const { said, signatures } = sameWords ? before : { said: now.toISOString(), signatures: [] };
  return updated(
    edit('organisation', organisation, { declaration: { text, ambition, measure, fact, said, signatures } }),
  );
};

const withSignatures = (organisation: Organisation, declaration: Declaration, signatures: Signature[]) =>
  edit('organisation', organisation, { declaration: { ...declaration, signatures } });

/** Somebody with an account signs for themselves, and anew once a year; nobody signs for somebody else. */
export const signDeclaration: Decider<'declaration:sign'> = (input, { organisation }, actor, now) => {
  if (actor.as !== 'account') return forbidden();
  if (!organisation?.declaration) return notThere();
  const { declaration } = organisation;
  if (input.said !== declaration.said) return changedMeanwhile();
  if (!maySignNow(declaration, actor.id, now)) return nothingToDo();
  const own = { account: actor.id, name: actor.name, at: now.toISOString() };
  const before = declaration.signatures.some(({ account }) => account === actor.id);
  const signatures = before
    ? declaration.signatures.map((one) => (one.account === actor.id ? own : one))
    : [...declaration.signatures, own];
  return updated(withSignatures(organisation, declaration, signatures));
};

/** The organisation without the account’s name under its declaration; nothing where it has none there. */
export function withoutSignature(organisation: Organisation | undefined, account: string): Change[] {
  const declaration = organisation?.declaration;
  if (!organisation || !declaration?.signatures.some((one) => one.account === account)) return [];
  const others = declaration.signatures.filter((one) => one.account !== account);
  return [withSignatures(organisation, declaration, others)];
}

/** A name goes from under the declaration: whoever signed takes it back, or an owner takes it off. */
export const unsignDeclaration: Decider<'declaration:unsign'> = ({ account }, { organisation }, actor) => {
  if (!mayRun(actor) && !(actor.as === 'account' && actor.id === account)) return forbidden();
  const changes = withoutSignature(organisation, account);
  return changes.length > 0 ? updated(...changes) : nothingToDo();
};
