import * as v from 'valibot';
import {
  commentId,
  type ImportedAnswer,
  type ImportRun,
  type WithdrawnAnswer,
} from '../../../domain/feedback-import';
import { undoDays } from '../../../domain/decide/import-undo';
import type { Response, Team, Verbatim, Withdrawal } from '../../../domain/records';
import type { Entry } from '../commands/entry';
import * as s from '../shapes';
import { takeTurns } from '../slices';

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;
const isId = (value: unknown): boolean =>
  typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/.test(value);

/** Checked by hand: a schema library takes seconds for two hundred thousand of them. */
function isAnswer(value: unknown): value is ImportedAnswer {
  if (typeof value !== 'object' || value === null) return false;
  const { id, team, value: score, at, touchpoint, comments, told, silent } = value as Record<string, unknown>;
  return (
    isId(id) &&
    isId(team) &&
    (score === null || Number.isInteger(score)) &&
    (at === null || (isText(at, 30) && !Number.isNaN(Date.parse(at)))) &&
    (touchpoint === null || isText(touchpoint, 400)) &&
    (told === undefined || Number.isFinite(told)) &&
    (silent === undefined || (Array.isArray(silent) && silent.every(isId))) &&
    Array.isArray(comments) &&
    comments.every(
      (comment: { id?: unknown; text?: unknown; masked?: unknown } | null) =>
        isId(comment?.id) &&
        isText(comment?.text, 40_000) &&
        comment?.text !== '' &&
        typeof comment?.masked === 'boolean',
    )
  );
}

function isWithdrawn(value: unknown): value is WithdrawnAnswer {
  if (typeof value !== 'object' || value === null) return false;
  const { id, team, told, comments } = value as Record<string, unknown>;
  return (
    isId(id) &&
    isId(team) &&
    (told === undefined || Number.isFinite(told)) &&
    Array.isArray(comments) &&
    comments.every(isId)
  );
}

const schema: v.GenericSchema<unknown, ImportRun> = v.object({
  id: s.id,
  team: v.nullable(s.id),
  source: v.object({ id: s.id, name: s.text(200), fingerprint: s.text(100), mapping: v.unknown() }),
  fileName: s.text(200),
  format: s.text(40),
  header: v.array(v.string()),
  rows: s.count,
  metric: v.nullable(s.metric),
  scale: v.nullable(s.scale),
  // What is in these is looked over by isSound.
  answers: v.custom<ImportedAnswer[]>(Array.isArray, 'malformed'),
  withdrawn: v.custom<WithdrawnAnswer[]>(Array.isArray, 'malformed'),
  gone: v.custom<WithdrawnAnswer[]>(Array.isArray, 'malformed'),
  as: v.picklist(['file', 'news', 'again']),
  newTeams: v.array(v.object({ id: s.id, name: s.words(200), timeZone: s.timeZone })),
  ignored: v.array(v.object({ reason: v.string(), count: s.count })),
  rejected: v.array(v.object({ line: s.count, reason: v.string() })),
  rejectedRows: v.array(v.array(v.string())),
  from: v.nullable(s.day),
  to: v.nullable(s.day),
});

/** Whether a test holds for all of them, in slices. */
async function every<T>(list: readonly T[], holds: (one: T) => boolean): Promise<boolean> {
  const pause = takeTurns();
  for (const one of list) {
    if (!holds(one)) return false;
    const wait = pause();
    if (wait) await wait;
  }
  return true;
}

/** So many records are asked for at once. */
const some = 500;

/** How an import comes in: its shape, and what of it is there already. */
export const importRun: Entry<'import:run'> = {
  schema,
  isSound: async ({ answers, withdrawn, gone }) =>
    (await every(answers, isAnswer)) &&
    (await every(withdrawn, isWithdrawn)) &&
    (await every(gone, isWithdrawn)),
  load: async (input, memory, _actor, now) => {
    const pause = takeTurns();
    const teams = new Map<string, Team>();
    const responses = new Map<string, Response>();
    const verbatims = new Map<string, Verbatim>();
    const withdrawals = new Map<string, Withdrawal>();
    const named = new Set(input.newTeams.map(({ id }) => id));
    if (input.team !== null) named.add(input.team);

    let ids: string[] = [];
    let said: string[] = [];
    const look = async () => {
      for (const [id, response] of await memory.getAll('response', ids)) responses.set(id, response);
      for (const [id, gone] of await memory.getAll('withdrawal', ids)) withdrawals.set(id, gone);
      for (const [id, verbatim] of await memory.getAll('verbatim', said)) verbatims.set(id, verbatim);
      [ids, said] = [[], []];
      const wait = pause();
      if (wait) await wait;
    };
    for (const { id, team, comments, silent } of input.answers) {
      named.add(team);
      ids.push(id);
      for (const comment of comments) said.push(comment.id);
      if (silent) for (const mark of silent) said.push(commentId(id, mark));
      if (ids.length >= some) await look();
    }
    for (const list of [input.withdrawn, input.gone])
      for (const { id, team, comments } of list) {
        named.add(team);
        ids.push(id);
        said.push(...comments);
        if (ids.length >= some) await look();
      }
    await look();
    for (const [id, team] of await memory.getAll('team', [...named]))
      if (team.status === 'active') teams.set(id, team);

    const team = input.team === null ? undefined : teams.get(input.team);
    const source = await memory.get('import-source', input.source.id);
    const limit = new Date(now.getTime() - undoDays * 86_400_000).toISOString();
    const old =
      input.as === 'file'
        ? (await memory.list('import', { team: input.team, to: limit })).filter(({ replaced }) => replaced)
        : [];
    return { team, teams, responses, verbatims, withdrawals, old, source };
  },
};

/** What undoing an import has to know. */
export const importUndo: Entry<'import:undo'> = {
  schema: v.object({ team: v.nullable(s.id), id: s.id }),
  load: async ({ team, id }, memory) => {
    const done = await memory.get('import', id);
    const responses = await memory.list('response', { batch: id });
    const verbatims = await memory.list('verbatim', { batch: id });
    const standing = { responses: new Map<string, Response>(), verbatims: new Map<string, Verbatim>() };
    const turn = takeTurns();
    const look = async (response: string | null) => {
      const found = response === null ? undefined : await memory.get('response', response);
      if (found) standing.responses.set(found.id, found);
    };
    for (const { id: response } of done?.replaced?.responses ?? []) {
      await look(response);
      await turn();
    }
    for (const { id: verbatim, response } of done?.replaced?.verbatims ?? []) {
      const found = await memory.get('verbatim', verbatim);
      if (found) standing.verbatims.set(verbatim, found);
      await look(response);
      await turn();
    }
    const later = done
      ? (await memory.list('import', { team, status: 'done', from: done.at })).filter(
          (other) => other.id !== id && other.source === done.source && other.at >= done.at,
        )
      : [];
    return {
      team: team === null ? undefined : await memory.get('team', team),
      done,
      later,
      source: done && (await memory.get('import-source', done.source)),
      responses,
      verbatims,
      now: standing,
    };
  },
};
