import { criticalsOf, mostCriticals, mostWords, type Critical } from '../critical';
import type { Change, Response, Team, Verbatim } from '../records';
import { accept, type Fault } from '../refusal';
import { mayLead } from '../rights';
import {
  changedMeanwhile,
  edit,
  forbidden,
  invalid,
  isOf,
  nothingToDo,
  notThere,
  unknownTeam,
  updated,
  words,
  type Decider,
} from './decision';

/** How long the name of a critical, one of its words and its question may be, in characters. */
export const longest = { name: 40, word: 40, question: 140 };

/** The criticals that a comment is about, as its record keeps them: left out where the team has none and it never had any. */
export const matched = (
  comment: Pick<Verbatim, 'text' | 'sorted'>,
  { criticals = [] }: Pick<Team, 'criticals'>,
  before: string[] | undefined,
): Pick<Verbatim, 'criticals' | 'sorted'> =>
  criticals.length > 0 || before
    ? { criticals: criticalsOf(comment, criticals), ...(comment.sorted && { sorted: comment.sorted }) }
    : {};

/** What several comments are about together, for the answer that they came with. */
export function aboutAll(comments: readonly Pick<Verbatim, 'criticals'>[]): Pick<Response, 'criticals'> {
  const known = comments.filter(({ criticals }) => criticals);
  return known.length > 0
    ? { criticals: [...new Set(known.flatMap(({ criticals = [] }) => criticals))] }
    : {};
}

const same = (a: readonly string[] | undefined, b: readonly string[]): boolean =>
  a?.length === b.length && b.every((id) => a.includes(id));

/** The change that an answer needs for what its comments are about now. */
function ofAnswer(response: Response | undefined, comments: readonly Verbatim[]): Change[] {
  const { criticals } = aboutAll(comments);
  return response && criticals && !same(response.criticals ?? [], criticals)
    ? [edit('response', response, { criticals })]
    : [];
}

/** What reports have to speak of as it is kept, and what is wrong with it. */
export function cleanCriticals(list: readonly Critical[]): { criticals: Critical[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const tooLong = (path: string, text: string | null, max: number) => {
    if (text !== null && [...text].length > max) faults.push({ code: 'too-long', path, values: { max } });
  };
  const names = new Set<string>();
  const criticals = list.map(({ id, name: typed, words: list, question: asked }, at): Critical => {
    const name = words(typed, longest.name + 1) ?? '';
    const question = words(asked, longest.question + 1);
    const listed = list.flatMap((word) => words(word, longest.word + 1) ?? []);
    const path = `criticals.${at}`;
    if (name === '') faults.push({ code: 'missing', path: `${path}.name` });
    else if (names.has(name.toLowerCase())) faults.push({ code: 'twice', path: `${path}.name` });
    names.add(name.toLowerCase());
    tooLong(`${path}.name`, name, longest.name);
    tooLong(`${path}.question`, question, longest.question);
    const long = listed.find((word) => [...word].length > longest.word);
    if (long !== undefined) tooLong(`${path}.words`, long, longest.word);
    if (listed.length > mostWords)
      faults.push({ code: 'too-many', path: `${path}.words`, values: { max: mostWords } });
    return { id, name, words: [...new Set(listed)], question };
  });
  if (criticals.length > mostCriticals)
    faults.push({ code: 'too-many', path: 'criticals', values: { max: mostCriticals } });
  if (new Set(criticals.map(({ id }) => id)).size < criticals.length)
    faults.push({ code: 'twice', path: 'criticals' });
  return { criticals, faults };
}

/** A team chooses what its reports have to speak of. */
export const setCriticals: Decider<'team:criticals'> = (input, { team, comments, responses }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const { criticals, faults } = cleanCriticals(input.criticals);
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== team.version) return changedMeanwhile();

  const changes: Change[] = [edit('team', team, { criticals })];
  const byAnswer = new Map<string, Verbatim[]>();
  for (const comment of comments) {
    const about = criticalsOf(comment, criticals);
    if (!same(comment.criticals ?? [], about)) changes.push(edit('verbatim', comment, { criticals: about }));
    if (comment.response === null) continue;
    const others = byAnswer.get(comment.response);
    const next = { ...comment, criticals: about };
    if (others) others.push(next);
    else byAnswer.set(comment.response, [next]);
  }
  for (const [id, said] of byAnswer) changes.push(...ofAnswer(responses.get(id), said));
  return accept({ changes, created: 0, updated: 1 });
};

/** A leader corrects what a comment is about; words that change later leave that alone. */
export const sortComment: Decider<'verbatim:sort'> = (input, facts, actor) => {
  const { team, verbatim, response, others } = facts;
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(verbatim, team)) return notThere();
  const known = team.criticals ?? [];
  if (!known.some(({ id }) => id === input.critical)) return notThere();
  const before = criticalsOf(verbatim, known);
  if (before.includes(input.critical) === input.about) return nothingToDo();
  const sorted = { ...verbatim.sorted, [input.critical]: input.about };
  const criticals = criticalsOf({ ...verbatim, sorted }, known);
  const next = { ...verbatim, criticals };
  const all = others.map((one) => (one.id === verbatim.id ? next : one));
  return updated(edit('verbatim', verbatim, { criticals, sorted }), ...ofAnswer(response, all));
};
