import { localDay } from '../calendar';
import type { ImportedAnswer, ImportRun } from '../feedback-import';
import { measureOf } from '../metric';
import { judge } from '../moderation';
import type { Change, Import, ImportSource, Response, Team, Verbatim } from '../records';
import { accept, refuse } from '../refusal';
import { mayRecord, mayRun } from '../rights';
import { aboutAll, matched } from './criticals';
import { changedMeanwhile, forbidden, put, unknownTeam, type Decider } from './decision';
import { newTeam } from './teams';

type New<T> = Omit<T, 'version'>;

function responseOf(
  input: ImportRun,
  answer: ImportedAnswer,
  at: string,
  team: New<Team>,
  before: Response | undefined,
): New<Response> {
  return {
    id: answer.id,
    team: team.id,
    at,
    status: before?.status ?? 'counted',
    batch: before?.batch ?? input.id,
    metric: input.metric ?? 'csat',
    scale: input.metric === 'rating' ? input.scale : null,
    value: answer.value ?? 0,
    from: before?.from ?? 'customer',
    touchpoint: answer.touchpoint,
    source: `import:${input.source.id}`,
    day: before?.at === at ? before.day : localDay(new Date(at), team.timeZone),
  };
}

function verbatimOf(
  input: ImportRun,
  answer: ImportedAnswer,
  { id, text, masked }: ImportedAnswer['comments'][number],
  at: string,
  team: New<Team>,
  before: Verbatim | undefined,
): New<Verbatim> {
  const same = before?.text === text;
  const free = team.moderation === 'clean' && judge(text).clean;
  const scored = answer.value !== null && input.metric !== null;
  return {
    id,
    team: team.id,
    at,
    status: same || before?.status === 'hidden' ? before.status : free ? 'approved' : 'waiting',
    batch: before?.batch ?? input.id,
    text,
    response: scored ? answer.id : null,
    measure: scored && input.metric ? measureOf(input.metric, input.scale) : null,
    value: answer.value,
    from: before?.from ?? 'customer',
    touchpoint: answer.touchpoint,
    source: `import:${input.source.id}`,
    sourceName: before?.sourceName ?? null,
    highlight: same ? before.highlight : null,
    masked,
    ...matched({ text, sorted: same ? before.sorted : undefined }, team, before?.criticals),
  };
}

/** Whether a record would only be written as it already stands. */
function stands<R extends { version: number }>(before: R | undefined, next: Omit<R, 'version'>): boolean {
  if (!before) return false;
  return (Object.keys(next) as (keyof Omit<R, 'version'>)[]).every(
    (key) => before[key] === next[key] || JSON.stringify(before[key]) === JSON.stringify(next[key]),
  );
}

/**
 * A file's answers, all or nothing. An answer that is there already is updated; what a leader has decided about a
 * comment stays as long as its words do, and what was hidden stays hidden. `created` and `updated` count answers with a
 * score, or in a file without scores those with words.
 */
export const runImport: Decider<'import:run'> = (input, facts, actor, now) => {
  if (input.team !== null && !facts.team) return unknownTeam();
  const teams = new Map<string, New<Team>>(facts.teams);
  const changes: Change[] = [];
  for (const { id, name, timeZone } of input.newTeams) {
    if (!mayRun(actor)) return forbidden();
    if (teams.has(id)) return changedMeanwhile();
    const made = newTeam({ id, name, timeZone, customer: facts.team?.customer ?? 'customer' }, now);
    teams.set(id, made);
    changes.push(put('team', made, null));
  }
  const source = `import:${input.source.id}`;
  const touched = new Set(input.answers.map(({ team }) => team));
  if (input.team !== null) touched.add(input.team);
  for (const id of touched) {
    if (!teams.has(id)) return unknownTeam();
    if (!mayRecord(actor, id, source)) return forbidden();
  }
  if (input.answers.length === 0) return refuse('invalid', 'import-nothing');

  let [created, updated] = [0, 0];
  for (const answer of input.answers) {
    const team = teams.get(answer.team);
    if (!team) return unknownTeam();
    const before = facts.responses.get(answer.id);
    const said = answer.comments.map(({ id }) => facts.verbatims.get(id));
    if ([before, ...said].some((record) => record && record.team !== team.id)) return changedMeanwhile();
    const at = answer.at ?? before?.at ?? said.find((record) => record)?.at ?? now.toISOString();
    const comments = answer.comments.map((comment, i) =>
      verbatimOf(input, answer, comment, at, team, said[i]),
    );
    if (answer.value !== null) {
      const next = { ...responseOf(input, answer, at, team, before), ...aboutAll(comments) };
      if (!stands(before, next)) changes.push(put('response', next));
    }
    for (const [i, next] of comments.entries())
      if (!stands(said[i], next)) changes.push(put('verbatim', next));
    if (answer.value === null && input.metric !== null) continue;
    if (before || (answer.value === null && said.some(Boolean))) updated++;
    else created++;
  }

  const { id, team, fileName, format, header, rows, ignored, rejected, rejectedRows, from, to } = input;
  const envelope = { team, at: now.toISOString(), batch: null };
  const done: New<Import> = {
    ...envelope,
    id,
    status: 'done',
    source: input.source.id,
    fileName,
    format,
    rows,
    created,
    updated,
    ignored,
    rejected,
    rejectedRows,
    header,
    from,
    to,
    by: actor.as === 'account' || actor.as === 'key' ? actor.id : null,
  };
  const { name, fingerprint, mapping } = input.source;
  const remembered: New<ImportSource> = {
    ...envelope,
    id: input.source.id,
    status: 'active',
    name,
    fingerprint,
    mapping,
  };
  changes.unshift(put('import', done, null));
  const known = facts.source && { ...remembered, at: facts.source.at };
  if (!known || !stands(facts.source, known)) changes.push(put('import-source', known ?? remembered));
  return accept({ changes, created, updated });
};
