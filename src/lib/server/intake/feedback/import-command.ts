import * as v from 'valibot';
import type { ImportedAnswer, ImportRun } from '../../../domain/feedback-import';
import type { Response, Team, Verbatim } from '../../../domain/records';
import type { Entry } from '../commands/entry';
import * as s from '../shapes';
import { takeTurns } from './slices';

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;
const isId = (value: unknown): boolean =>
  typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/.test(value);

/** Checked by hand: a schema library takes seconds for two hundred thousand of them. */
function isAnswer(value: unknown): value is ImportedAnswer {
  if (typeof value !== 'object' || value === null) return false;
  const { id, team, value: score, at, touchpoint, comments } = value as Record<string, unknown>;
  return (
    isId(id) &&
    isId(team) &&
    (score === null || Number.isInteger(score)) &&
    (at === null || (isText(at, 30) && !Number.isNaN(Date.parse(at)))) &&
    (touchpoint === null || isText(touchpoint, 400)) &&
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
  answers: v.custom<ImportedAnswer[]>((value) => Array.isArray(value) && value.every(isAnswer), 'malformed'),
  newTeams: v.array(v.object({ id: s.id, name: s.words(200), timeZone: s.timeZone })),
  ignored: v.array(v.object({ reason: v.string(), count: s.count })),
  rejected: v.array(v.object({ line: s.count, reason: v.string() })),
  rejectedRows: v.array(v.array(v.string())),
  from: v.nullable(s.day),
  to: v.nullable(s.day),
});

/** How an import comes in: its shape, and what of it is there already. */
export const importRun: Entry<'import:run'> = {
  schema,
  load: async (input, memory) => {
    const turn = takeTurns();
    const teams = new Map<string, Team>();
    const responses = new Map<string, Response>();
    const verbatims = new Map<string, Verbatim>();
    const made = input.newTeams.map(({ id }) => id);
    for (const id of new Set([...input.answers.map(({ team }) => team), ...made])) {
      const team = await memory.get('team', id);
      if (team) teams.set(id, team);
    }
    for (const { id, comments } of input.answers) {
      const response = await memory.get('response', id);
      if (response) responses.set(id, response);
      for (const comment of comments) {
        const verbatim = await memory.get('verbatim', comment.id);
        if (verbatim) verbatims.set(comment.id, verbatim);
      }
      await turn();
    }
    const team = input.team === null ? undefined : await memory.get('team', input.team);
    if (team) teams.set(team.id, team);
    return { team, teams, responses, verbatims, source: await memory.get('import-source', input.source.id) };
  },
};
