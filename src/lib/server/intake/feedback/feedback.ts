import { localDay } from '../../../domain/calendar';
import type { Actor } from '../../../domain/command';
import { writeReason, type ImportRun } from '../../../domain/feedback-import';
import { measureOf, type Measure, type Metric, type Scale } from '../../../domain/metric';
import type { Team } from '../../../domain/records';
import { accept, refuse, type Fault, type Refusal, type Result } from '../../../domain/refusal';
import { mayRecord } from '../../../domain/rights';
import { bands, scoreOf } from '../../../domain/score';
import type { Store } from '../../store/store';
import type { Intake } from '../intake';
import { readAnswersOf, type ReadAnswers } from './answers';
import { decodeFile, isPack } from './bytes';
import { lookAtColumns, namesStaff, type ColumnLook } from './columns';
import { readAnswers, type Mapping } from './mapping';
import { propose, type Need, type Proposal } from './proposal';
import { describe, type Found } from './found';
import { digest, fingerprintOf, merge, recall } from './remembered';
import type { ScoreReader } from './scale';
import { isBlank, readTable, tableOf, type Table } from './table';
import { findTeams, mostNewTeams } from './teams';
import type { WordScale } from './word-scales';
import { readWorkbook } from './xlsx';
import { Tray } from './tray';

export type { Found } from './found';
export type { Mapping } from './mapping';
export type { Need } from './proposal';

/** A file to look at or take in. */
export interface Asked extends AskedOf {
  bytes: Uint8Array;
}

/** Whose a table is and how it is to be read. */
export interface AskedOf {
  actor: Actor;
  /** Null: the rows name their teams. */
  team: string | null;
  fileName: string;
  /** What was answered about how to read it; checked here. */
  mapping?: unknown;
  /** A remembered source to read it as. */
  source?: string | null;
  /** Look only: nothing is stored. */
  dryRun: boolean;
}

/** What an import brought, or would bring. Counts are of answers; `from` and `to` local dates. */
export interface ImportReport {
  /** The import's id; null when it was only looked at. */
  id: string | null;
  format: string;
  rows: number;
  created: number;
  updated: number;
  ignored: { reason: string; count: number }[];
  rejected: { line: number; reason: string }[];
  metric: Metric | null;
  scale: Scale | null;
  from: string | null;
  to: string | null;
  /** What its answers alone come to, `top` of `n` satisfied; `score` null below the team’s minimum. Null without scores. */
  score: { measure: Measure; score: number | null; top: number; n: number } | null;
  /** How many comments it holds, and the teams that it makes. */
  comments: number;
  newTeams: string[];
}

export type ImportOutcome =
  | { outcome: 'done'; report: ImportReport; found: Found; words: WordScale | null }
  /** Something only a person knows has to be answered first. */
  | { outcome: 'asks'; needs: Need[]; found: Found; refusal: Refusal }
  | { outcome: 'refused'; refusal: Refusal; found?: Found };

/** News that came by itself: the id of its source, and what was settled about how to read it. */
export interface Stream {
  id: string;
  name: string;
  mapping: unknown;
  /** The scale in words that was found before. */
  words: WordScale | null;
  /** All that is kept of it, read anew. */
  again: boolean;
  /** Somebody has looked at how it is read. */
  settled: boolean;
}

/** Brings the feedback that teams already have: bytes → text → table → how to read it → answers → one command. */
export interface Feedback {
  run(asked: Asked): Promise<ImportOutcome>;
  /** The same for a table that is read already, as news of a source. */
  take(table: Table, asked: AskedOf, stream: Stream): Promise<ImportOutcome>;
  /** Files that lie between a leader's first look and the import. */
  tray: Tray;
}

const refused = (refusal: Refusal, found?: Found): ImportOutcome => ({ outcome: 'refused', refusal, found });

async function all<T>(
  page: (after: string | null) => Promise<{ records: T[]; next: string | null }>,
): Promise<T[]> {
  const records: T[] = [];
  let after: string | null = null;
  do {
    const found: { records: T[]; next: string | null } = await page(after);
    records.push(...found.records);
    after = found.next;
  } while (after !== null);
  return records;
}

/** A file as a table. */
async function openTable(bytes: Uint8Array, mapping: unknown): Promise<Result<Table>> {
  if (isPack(bytes)) {
    const wanted = (mapping as { sheet?: unknown } | undefined)?.sheet;
    const book = await readWorkbook(bytes, typeof wanted === 'string' && wanted !== '' ? wanted : null);
    if (!book.ok) return book;
    const { rows, sheet, sheets } = book.value;
    const filled = rows.filter((row) => !isBlank(row));
    const table = tableOf(filled, { encoding: 'Excel', delimiter: 'cells' });
    return table.ok ? accept({ ...table.value, sheet, sheets }) : table;
  }
  const file = await decodeFile(bytes);
  return file.ok ? readTable(file.value) : file;
}

/** Puts the reader together; `newId` gives a fresh id for each import. */
export function createFeedback({
  store,
  intake,
  now,
  newId,
}: {
  store: Store;
  intake: Intake;
  now: () => Date;
  newId: () => string;
}): Feedback {
  async function count(read: ReadAnswers, scored: boolean): Promise<{ created: number; updated: number }> {
    let [created, updated] = [0, 0];
    for (const { id, value, comments } of read.answers) {
      if (value === null && (scored || comments.length === 0)) continue;
      const known =
        value !== null ? await store.get('response', id) : await store.get('verbatim', comments[0]?.id ?? '');
      if (known) updated++;
      else created++;
    }
    return { created, updated };
  }

  /** The team column of a file that came without a team: the only one that names teams we know. */
  function sureTeamColumn(table: Table, proposal: Proposal, teams: readonly Team[]): string | null {
    const known = new Set(teams.flatMap(({ id, name }) => [id.toLowerCase(), name.trim().toLowerCase()]));
    const sure = proposal.teams.filter((name) => {
      const i = table.columns.findIndex((column) => column.name === name);
      return table.rows.every(({ cells }) => known.has((cells[i] ?? '').trim().toLowerCase()));
    });
    return sure.length === 1 ? (sure[0] ?? null) : null;
  }

  async function run(asked: Asked): Promise<ImportOutcome> {
    const { actor } = asked;
    const home = asked.team === null ? undefined : await store.get('team', asked.team);
    if (asked.team !== null && !home) return refused(refuse('invalid', 'unknown-team').refusal);
    if (home && !mayRecord(actor, home.id, 'import:'))
      return refused(refuse('forbidden', 'not-yours').refusal);
    if (home?.status === 'closed') return refused(refuse('conflict', 'team-closed').refusal);
    const table = await openTable(asked.bytes, asked.mapping);
    return table.ok ? readAndTake(table.value, asked, undefined) : refused(table.refusal);
  }

  async function readAndTake(
    table: Table,
    asked: AskedOf,
    stream: Stream | undefined,
  ): Promise<ImportOutcome> {
    const { actor, dryRun } = asked;
    const teams = await all((after) => store.list('team', { status: 'active' }, { after, limit: 500 }));
    const home = asked.team === null ? undefined : teams.find(({ id }) => id === asked.team);
    if (asked.team !== null && !home) return refused(refuse('invalid', 'unknown-team').refusal);
    const mine = teams.filter(({ id }) => mayRecord(actor, id, 'import:'));
    if (home ? !mine.includes(home) : mine.length === 0)
      return refused(refuse('forbidden', 'not-yours').refusal);

    const fingerprint = fingerprintOf(table);
    const ownSource = stream?.id ?? `src-${digest(asked.team ?? '*', fingerprint)}`;
    const source = stream ?? (await store.get('import-source', asked.source ?? ownSource));
    if (asked.source && (!source || !('team' in source) || source.team !== asked.team))
      return refused(refuse('unknown', 'import-no-source').refusal);
    const said = readAnswers(asked.mapping ?? {}, table.columns);
    if (!said.ok) return refused(said.refusal);

    const answered = merge(recall(source, table), said.value);
    const looks = await lookAtColumns(table, answered.keep);
    const proposal = await propose(table, looks, answered, stream?.words ?? null);
    const { mapping, reader } = proposal;
    proposal.teams.push(...staffByTeam(looks, mine));
    // What came by itself came when it came.
    const needs = proposal.needs.filter(
      ({ what, candidates }) => !(stream && what === 'at' && candidates.length === 1),
    );
    if (!home && mapping.team === null) {
      mapping.team = sureTeamColumn(table, proposal, mine);
      if (mapping.team === null) {
        if (proposal.teams.length === 0) return refused(refuse('invalid', 'import-no-team').refusal);
        needs.push({ what: 'team', candidates: proposal.teams });
      }
    }
    const found = describe(table, looks, proposal, {
      remembered: stream ? stream.settled : source !== undefined,
      zone: mapping.zone ?? home?.timeZone ?? null,
    });
    if (proposal.mixed) {
      const [one, other] = proposal.mixed;
      const values = { column: mapping.score ?? '', one: one.slice(0, 60), other: other.slice(0, 60) };
      return refused(refuse('invalid', 'import-two-scales', { values }).refusal, found);
    }
    if (
      proposal.nothing ||
      (mapping.score === null && mapping.comment.length === 0 && !needs.some(({ what }) => what === 'score'))
    ) {
      return refused(
        refuse('invalid', mapping.at === null ? 'import-no-score-no-date' : 'import-no-score').refusal,
        found,
      );
    }
    if (needs.length > 0)
      return {
        outcome: 'asks',
        needs,
        found,
        refusal: asking(needs),
      };

    const sourceId = source?.id ?? ownSource;
    const finder = findTeams({
      teams,
      home,
      byColumn: mapping.team !== null,
      // Who serves is never made a team: that would rank people.
      makes: !table.columns.some((column) => column.name === mapping.team && namesStaff(column)),
      actor,
      source: `import:${sourceId}`,
      timeZone: home?.timeZone ?? mapping.zone ?? 'UTC',
    });
    const answers = await readAnswersOf({
      table,
      mapping,
      reader,
      clock: proposal.clock,
      source: sourceId,
      teamOf: finder.teamOf,
      now: now(),
      again: stream?.again ?? false,
      letsGo: !dryRun,
    });
    if (finder.made.length > mostNewTeams) {
      return refused(
        refuse('invalid', 'import-too-many-teams', {
          values: { count: finder.made.length, most: mostNewTeams },
        }).refusal,
        found,
      );
    }
    if (!answers.says && answers.withdrawn.length + answers.gone.length === 0)
      return refused(nothingRead(answers), found);

    const used = new Set([...answers.withdrawn, ...answers.gone].map(({ team }) => team));
    for (const team of answers.teams) used.add(team);
    const newTeams = finder.made.filter(({ id }) => used.has(id));
    const zone = home?.timeZone ?? mine[0]?.timeZone ?? 'UTC';
    const dayOf = (moment: string | null) => localDay(moment === null ? now() : new Date(moment), zone);
    const ignored = [...answers.ignored]
      .map(([reason, count]) => ({ reason, count }))
      .sort((a, b) => b.count - a.count);
    const rejected = answers.rejected.map(({ line, reason }) => ({ line, reason: writeReason(reason) }));
    const report: ImportReport = {
      id: null,
      format: table.format,
      rows: table.rows.length,
      created: 0,
      updated: 0,
      ignored,
      rejected,
      metric: reader?.metric ?? null,
      scale: reader?.scale ?? null,
      from: dayOf(answers.from),
      to: dayOf(answers.to),
      comments: answers.comments,
      newTeams: newTeams.map(({ name }) => name),
      score: reader ? scoreIn(answers, reader, home?.minimumN ?? leastAnswers) : null,
    };
    if (dryRun)
      return {
        outcome: 'done',
        report: { ...report, ...(await count(answers, reader !== undefined)) },
        found,
        words: reader?.words ?? null,
      };

    const command: ImportRun = {
      id: newId(),
      team: asked.team,
      source: {
        id: sourceId,
        name: source?.name ?? asked.fileName.slice(0, 200),
        fingerprint,
        mapping: mapping satisfies Mapping,
      },
      fileName: asked.fileName.slice(0, 200),
      format: table.format,
      header: table.columns.map(({ name }) => name),
      rows: table.rows.length,
      metric: report.metric,
      scale: report.scale,
      answers: answers.answers,
      withdrawn: answers.withdrawn,
      gone: answers.gone,
      as: stream ? (stream.again ? 'again' : 'news') : 'file',
      newTeams,
      ignored,
      rejected,
      rejectedRows: answers.rejected.map(({ cells }) => cells.map((cell) => cell.slice(0, 1_000))),
      from: report.from,
      to: report.to,
    };
    const outcome = await intake.submit('import:run', command, actor);
    if (!outcome.ok) return refused(outcome.refusal, found);
    return {
      outcome: 'done',
      report: { ...report, id: command.id, created: outcome.created, updated: outcome.updated },
      found,
      words: reader?.words ?? null,
    };
  }

  return { run, take: readAndTake, tray: new Tray(now) };
}

/** Columns of those who serve whose cells name teams that there are. */
function staffByTeam(looks: readonly ColumnLook[], teams: readonly Team[]): string[] {
  const known = new Set(teams.flatMap(({ id, name }) => [id.toLowerCase(), name.trim().toLowerCase()]));
  return looks
    .filter(
      (look) => namesStaff(look) && [...look.counts.keys()].some((cell) => known.has(cell.toLowerCase())),
    )
    .map(({ name }) => name);
}

/** Below so many answers no score is shown where rows of several teams come together. */
const leastAnswers = 5;

function scoreIn(
  { values }: ReadAnswers,
  { metric, scale }: ScoreReader,
  minimumN: number,
): ImportReport['score'] {
  const list = [...values].map(([value, count]) => ({ value, count }));
  const measure = measureOf(metric, scale);
  const { top, n } = bands(list, measure);
  return { measure, score: n < minimumN ? null : scoreOf(list, measure).score, top, n };
}

function asking(needs: readonly Need[]): Refusal {
  const asks = (wanted: Need['what']) => needs.find(({ what }) => what === wanted);
  const none = asks('score')?.candidates.every((candidate) => candidate === null);
  const code = !none ? 'import-asks' : asks('at') ? 'import-asks-no-score-no-date' : 'import-asks-no-score';
  return refuse('conflict', code, { faults: needs.map(asFault) }).refusal;
}

const asFault = ({ what, candidates }: Need): Fault => ({
  code:
    what === 'score' && candidates.every((candidate) => candidate === null)
      ? 'import-needs-no-score'
      : `import-needs-${what}`,
  path: `mapping.${what}`,
  values: { candidates: candidates.map((candidate) => candidate ?? 'null').join(', ') },
});

/** Not one row could be taken: the first reasons, with their lines. */
function nothingRead({ rejected, ignored }: ReadAnswers): Refusal {
  const first = rejected.slice(0, 20);
  return refuse(
    'invalid',
    first.length > 0 ? 'import-nothing-readable' : ignored.size > 0 ? 'import-all-ignored' : 'import-no-rows',
    {
      values: { count: rejected.length },
      faults: first.map(({ line, reason }) => ({
        code: `import-row-${reason.code}`,
        path: `line ${line}`,
        values: reason.values,
      })),
    },
  ).refusal;
}
