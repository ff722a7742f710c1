import { localDay } from '../calendar';
import type { Actor } from '../command';
import { commentId, type ImportedAnswer, type ImportRun, type WithdrawnAnswer } from '../feedback-import';
import { measureOf } from '../metric';
import { mayPass } from '../moderation';
import type { Change, Import, ImportSource, Response, Team, Verbatim } from '../records';
import { accept, refuse } from '../refusal';
import { aboutOf, boundedRows, pastOf } from '../retention';
import { mayRecord, mayRun } from '../rights';
import { aboutAll, matched } from './criticals';
import { changedMeanwhile, forbidden, put, unknownTeam, type LongDecider } from './decision';
import type { Facts } from './facts';
import { newTeam } from './teams';

type New<T> = Omit<T, 'version'>;

/** An import, and its source as the records have it: one text for all of them. */
type Brought = ImportRun & { origin: string };

/** What came by a webhook is a batch for itself. */
const batchOf = ({ as, id, source }: ImportRun): string => (as === 'file' ? id : source.id);

function responseOf(
  input: Brought,
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
    batch: before?.batch ?? batchOf(input),
    metric: input.metric ?? 'csat',
    scale: input.metric === 'rating' ? input.scale : null,
    value: answer.value ?? 0,
    from: before?.from ?? 'customer',
    touchpoint: answer.touchpoint,
    source: input.origin,
    day: before?.at === at ? before.day : localDay(new Date(at), team.timeZone),
  };
}

function verbatimOf(
  input: Brought,
  answer: ImportedAnswer,
  { id, text, masked }: ImportedAnswer['comments'][number],
  at: string,
  team: New<Team>,
  before: Verbatim | undefined,
  score: Pick<Response, 'metric' | 'scale' | 'value'> | undefined,
  now: Date,
): New<Verbatim> {
  const past = pastOf(before, at);
  const same = past ?? (before?.text === text ? before : undefined);
  const free = mayPass(team, text, now);
  return {
    id,
    team: team.id,
    at,
    status: same?.status ?? (before?.status === 'hidden' ? 'hidden' : free ? 'approved' : 'waiting'),
    batch: before?.batch ?? batchOf(input),
    text: past ? '' : text,
    response: score ? answer.id : null,
    measure: score ? measureOf(score.metric, score.scale) : null,
    value: score?.value ?? null,
    from: before?.from ?? 'customer',
    touchpoint: answer.touchpoint,
    source: input.origin,
    sourceName: before?.sourceName ?? null,
    highlight: same?.highlight ?? null,
    masked: past?.masked ?? masked,
    ...(past ? aboutOf(past) : matched({ text, sorted: same?.sorted }, team, before?.criticals)),
  };
}

/** Whether a record would only be written as it already stands. */
function stands<R extends { version: number }>(before: R | undefined, next: Omit<R, 'version'>): boolean {
  if (!before) return false;
  return (Object.keys(next) as (keyof Omit<R, 'version'>)[]).every(
    (key) => before[key] === next[key] || JSON.stringify(before[key]) === JSON.stringify(next[key]),
  );
}

/** Whether what is told now was told by an older clock than what is known. */
const isStale = (told: number | undefined, known: number | null | undefined): boolean =>
  told !== undefined && known !== undefined && known !== null && told < known;

/** Adds what one answer changes; returns as what it counts. */
function takeAnswer(
  input: Brought,
  answer: ImportedAnswer,
  facts: Facts['import:run'],
  team: New<Team>,
  now: Date,
  changes: Change[],
): 'created' | 'updated' | 'nothing' | 'of-another-team' {
  const before = facts.responses.get(answer.id);
  const said = answer.comments.map(({ id }) => facts.verbatims.get(id));
  const silent = (answer.silent ?? []).flatMap(
    (mark) => facts.verbatims.get(commentId(answer.id, mark)) ?? [],
  );
  const gone = facts.withdrawals.get(answer.id);
  const isAnothers = (record: { team: string } | undefined) =>
    record !== undefined && record.team !== team.id;
  if (isAnothers(before) || isAnothers(gone) || said.some(isAnothers) || silent.some(isAnothers))
    return 'of-another-team';
  // Taken back for good, unless a newer clock tells of it again.
  const again = gone && answer.told !== undefined && gone.told !== null && answer.told > gone.told;
  if ((gone && !again) || isStale(answer.told, before?.told)) return 'nothing';

  const first = changes.length;
  if (again) changes.push({ erase: 'withdrawal', id: gone.id });
  const at =
    answer.at ?? before?.at ?? [...said, ...silent].find((record) => record)?.at ?? now.toISOString();
  const scored = answer.value !== null && input.metric !== null;
  const unscored = input.as === 'again' ? undefined : before;
  const response = scored ? responseOf(input, answer, at, team, before) : unscored;
  if (before && !response) changes.push({ erase: 'response', id: before.id });
  const comments = answer.comments.map((comment, i) =>
    verbatimOf(input, answer, comment, at, team, said[i], response, now),
  );
  for (const verbatim of silent) {
    // A file tells all of an answer; news does when its clock is newer. Else the comment stays and joins its score.
    const newer = answer.told !== undefined && before?.told !== undefined && answer.told > before.told;
    if (newer || (input.as === 'file' && answer.told === undefined))
      changes.push({ erase: 'verbatim', id: verbatim.id });
    else comments.push(verbatimOf(input, answer, verbatim, at, team, verbatim, response, now));
  }
  if (response && (answer.value !== null || comments.length > 0)) {
    const next = scored ? response : withoutVersion(response);
    if (answer.told !== undefined) next.told = answer.told;
    // Comments that the news leaves out are as they were.
    const about =
      comments.length > 0 || !before?.criticals ? aboutAll(comments) : { criticals: before.criticals };
    if (about.criticals) next.criticals = about.criticals;
    if (!stands(before, next)) changes.push(put('response', next));
  }
  for (const next of comments)
    if (!stands(facts.verbatims.get(next.id), next)) changes.push(put('verbatim', next));
  if (answer.value === null && (input.metric !== null || answer.comments.length === 0))
    return before && changes.length > first && input.as !== 'file' ? 'updated' : 'nothing';
  const known = before ?? (answer.value === null ? said.find(Boolean) : undefined);
  return known ? 'updated' : 'created';
}

function withoutVersion(response: New<Response> & { version?: number }): New<Response> {
  const { version: _, ...rest } = response;
  return rest;
}

/** An answer that its sender takes back goes, and its words with it; its mark stays, so that late news does not bring it back. */
function takeBack(
  input: ImportRun,
  { id, team, told, comments }: WithdrawnAnswer,
  facts: Facts['import:run'],
  now: Date,
): Change[] | undefined {
  const before = facts.responses.get(id);
  const said = comments.flatMap((comment) => facts.verbatims.get(comment) ?? []);
  if ([before, ...said].some((record) => record && record.team !== team)) return undefined;
  if (isStale(told, before?.told) || facts.withdrawals.has(id)) return [];
  const mark = {
    id,
    team,
    at: now.toISOString(),
    status: 'withdrawn' as const,
    batch: batchOf(input),
    told: told ?? null,
  };
  return [
    put('withdrawal', mark),
    ...(before ? [{ erase: 'response' as const, id, forget: true }] : []),
    ...said.map((verbatim): Change => ({ erase: 'verbatim', id: verbatim.id, forget: true })),
  ];
}

/**
 * A file's answers, all or nothing. An answer that is there already is updated; what a leader has decided about a
 * comment stays as long as its words do, and what was hidden stays hidden. `created` and `updated` count answers with a
 * score, or in a file without scores those with words.
 */
export const runImport: LongDecider<'import:run'> = function* (input, facts, actor, now) {
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
  const brought: Brought = { ...input, origin: `import:${input.source.id}` };
  const touched = new Set(input.team === null ? [] : [input.team]);
  for (const some of [input.answers, input.withdrawn, input.gone])
    for (const { team } of some) touched.add(team);
  yield;
  for (const id of touched) {
    if (!teams.has(id)) return unknownTeam();
    if (!mayRecord(actor, id, brought.origin)) return forbidden();
  }
  if (input.answers.length + input.withdrawn.length + input.gone.length === 0)
    return refuse('invalid', 'import-nothing');

  const counted = { created: 0, updated: 0 };
  for (const answer of input.answers) {
    const team = teams.get(answer.team);
    if (!team) return unknownTeam();
    const counts = takeAnswer(brought, answer, facts, team, now, changes);
    if (counts === 'of-another-team') return changedMeanwhile();
    if (counts !== 'nothing') counted[counts] += 1;
    yield;
  }
  for (const answer of input.withdrawn) {
    const gone = takeBack(input, answer, facts, now);
    if (!gone) return changedMeanwhile();
    changes.push(...gone);
    if (gone.length > 0) counted.updated += 1;
    yield;
  }
  for (const { id, team, comments } of input.gone) {
    const before = facts.responses.get(id);
    if (before && before.team !== team) return changedMeanwhile();
    if (before) changes.push({ erase: 'response', id });
    for (const comment of comments)
      if (facts.verbatims.get(comment)?.team === team) changes.push({ erase: 'verbatim', id: comment });
    yield;
  }
  if (input.as === 'file')
    changes.unshift(...kept(input, { ...facts, replaced: replacedBy(changes, facts) }, actor, now, counted));
  return accept({ changes, ...counted, eachOnce: true });
};

/** What the changes take the place of, so that they can be undone. */
function replacedBy(changes: readonly Change[], facts: Facts['import:run']): Import['replaced'] {
  if (facts.responses.size + facts.verbatims.size === 0) return undefined;
  const of = <R extends Response | Verbatim>(
    kind: 'response' | 'verbatim',
    known: ReadonlyMap<string, R>,
  ): R[] =>
    changes.flatMap((change) => {
      // What was taken back by its sender is not brought back.
      if ('erase' in change ? change.erase !== kind || change.forget : change.put !== kind) return [];
      return known.get('erase' in change ? change.id : change.record.id) ?? [];
    });
  const replaced = {
    responses: of('response', facts.responses),
    verbatims: of('verbatim', facts.verbatims),
  };
  return replaced.responses.length + replaced.verbatims.length > 0 ? replaced : undefined;
}

/** The import as it is kept, and how its file was read. */
function kept(
  input: ImportRun,
  facts: Facts['import:run'] & Pick<Import, 'replaced'>,
  actor: Actor,
  now: Date,
  counted: { created: number; updated: number },
): Change[] {
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
    ...counted,
    ignored,
    ...boundedRows({ rejected, rejectedRows }),
    header,
    from,
    to,
    by: actor.as === 'account' || actor.as === 'key' ? actor.id : null,
    ...(facts.replaced ? { replaced: facts.replaced } : {}),
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
  const known = facts.source && { ...remembered, at: facts.source.at };
  return [
    put('import', done, null),
    ...facts.old.map(({ version, replaced: _, ...old }) => put('import', old, version)),
    ...(!known || !stands(facts.source, known) ? [put('import-source', known ?? remembered)] : []),
  ];
}
