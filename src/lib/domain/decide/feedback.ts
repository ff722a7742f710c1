import { localDay } from '../calendar';
import type { ResponseInput } from '../command';
import { fits, measureOf } from '../metric';
import { mayPass } from '../moderation';
import type { Change, Response, Team, Verbatim } from '../records';
import { accept, type Fault } from '../refusal';
import { mayLead, mayRecord } from '../rights';
import { holdsPhrase, maskPersonal } from '../verbatim';
import { aboutOf, pastOf } from '../retention';
import { returningScale } from '../returning';
import { matched } from './criticals';
import {
  changedMeanwhile,
  edit,
  forbidden,
  invalid,
  isOf,
  notThere,
  nothingToDo,
  put,
  unknownTeam,
  updated,
  words,
  type Decider,
} from './decision';
import { scaleFaults, valueFaults } from './scale';

/** So far may a sender's clock run ahead of ours, in milliseconds. */
export const clockAllowance = 5 * 60_000;
/** The longest comment that is kept, in characters as people count them. */
export const commentLimit = 10_000;

/** A comment as it is kept: cleaned, personal data masked; null where nothing is left. */
export function commentText(comment: string | null | undefined): { text: string; masked: boolean } | null {
  const clean = words(comment, commentLimit);
  return clean === null ? null : maskPersonal(clean);
}

/** What is wrong with an answer; `at` is where it stands in its command, with a dot at its end. */
export function faultsOf(input: ResponseInput, at: string, now: Date): Fault[] {
  const ahead = input.at !== undefined && Date.parse(input.at) > now.getTime() + clockAllowance;
  const scale = scaleFaults(input.metric, input.scale, at);
  return [
    ...(scale.length > 0 ? scale : valueFaults(input.metric, input.scale, input.value, at)),
    ...(ahead ? [{ code: 'time-ahead', path: `${at}at` }] : []),
  ];
}

/** Where the same id stands twice in one call nobody can know which answer counts. */
function twice(ids: readonly string[]): Fault[] {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) faults.push({ code: 'id-twice', path: `responses.${index}.id` });
    seen.add(id);
  }
  return faults;
}

interface Arriving {
  id: string;
  team: Team;
  source: string;
  sourceName: string | null;
  held: boolean;
  before: Response | undefined;
  written: Verbatim | undefined;
}

function answer(
  input: ResponseInput,
  { id, team, source, held, before }: Pick<Arriving, 'id' | 'team' | 'source' | 'held' | 'before'>,
  now: Date,
): Omit<Response, 'version'> {
  const at = input.at === undefined ? (before?.at ?? now.toISOString()) : new Date(input.at).toISOString();
  return {
    id,
    team: team.id,
    at,
    status: before?.status ?? (held ? 'kept-out' : 'counted'),
    batch: before?.batch ?? null,
    metric: input.metric,
    scale: input.metric === 'rating' ? (input.scale ?? null) : null,
    value: input.value,
    from: input.from ?? before?.from ?? 'customer',
    touchpoint: words(input.touchpoint, 80) ?? before?.touchpoint ?? null,
    source,
    day: before && before.at === at ? before.day : localDay(new Date(at), team.timeZone),
    ...(before?.returning !== undefined && { returning: before.returning }),
  };
}

/** The comment that belongs to an answer; undefined where there is none, then or now. */
function comment(
  input: ResponseInput,
  response: Omit<Response, 'version'>,
  {
    team,
    held,
    sourceName,
    before,
  }: { team: Team; held: boolean; sourceName: string | null; before: Verbatim | undefined },
  now: Date,
): Omit<Verbatim, 'version'> | undefined {
  const given = commentText(input.comment);
  if (!given && !before) return undefined;
  const past = pastOf(before, response.at);
  const same = past ?? (before && (!given || given.text === before.text) ? before : undefined);
  const { text, masked } = same ?? given ?? { text: '', masked: false };
  const free = !held && mayPass(team, text, now);
  return {
    id: response.id,
    team: team.id,
    at: response.at,
    status: same ? same.status : free ? 'approved' : 'waiting',
    batch: before?.batch ?? null,
    text,
    response: response.id,
    measure: measureOf(response.metric, response.scale),
    value: response.value,
    from: response.from,
    touchpoint: response.touchpoint,
    source: response.source,
    sourceName: sourceName ?? before?.sourceName ?? null,
    highlight: same?.highlight ?? null,
    masked,
    ...(past ? aboutOf(past) : matched({ text, sorted: same?.sorted }, team, before?.criticals)),
  };
}

/** One answer and the comment that belongs to it, as they are put; `before` and `written` are what stands under its id. */
export function arrival(input: ResponseInput, arriving: Arriving, now: Date): Change[] {
  const next = answer(input, arriving, now);
  const said = comment(input, next, { ...arriving, before: arriving.written }, now);
  const response = put('response', said?.criticals ? { ...next, criticals: said.criticals } : next);
  return said ? [response, put('verbatim', said)] : [response];
}

/**
 * Records answers, all or nothing. The same id again updates its answer: what the update leaves out (time, touchpoint,
 * comment) stays as it was. A changed comment is looked at anew.
 */
export const record: Decider<'response:record'> = (input, facts, actor, now) => {
  const { team } = facts;
  if (!team) return unknownTeam();
  if (!mayRecord(actor, team.id, input.source)) return forbidden();
  const ids = input.ids ?? [];
  const faults = [
    ...input.responses.flatMap((response, index) => faultsOf(response, `responses.${index}.`, now)),
    ...twice(ids),
  ];
  if (faults.length > 0) return invalid(...faults);

  const changes: Change[] = [];
  let created = 0;
  for (const [index, response] of input.responses.entries()) {
    const id = ids[index];
    const before = facts.existing[index];
    if (id === undefined || (before && (!isOf(before, team) || before.source !== input.source)))
      return changedMeanwhile();
    const { source } = input;
    const sourceName = words(input.sourceName, 80);
    const written = facts.comments[index];
    const arriving = { id, team, source, sourceName, held: Boolean(input.held), before, written };
    changes.push(...arrival(response, arriving, now));
    if (!before) created += 1;
  }
  return accept({ changes, created, updated: input.responses.length - created });
};

/** Whoever answered says how much they look forward to coming back, where the team asks so; said again, it changes. */
export const sayReturning: Decider<'response:returning'> = ({ value }, { team, response, live }, actor) => {
  if (!team) return unknownTeam();
  if (!mayRecord(actor, team.id, 'ask')) return forbidden();
  if (!isOf(response, team) || !live.some(({ returning }) => returning)) return notThere();
  if (!fits(value, returningScale)) {
    const { min, max } = returningScale;
    return invalid({ code: 'value-out-of-range', path: 'value', values: { metric: 'rating', min, max } });
  }
  return response.returning === value
    ? nothingToDo()
    : updated(edit('response', response, { returning: value }));
};

/** A comment may hang on the wall. Its answer, where it was held back, counts from now on. */
export const approve: Decider<'verbatim:approve'> = (input, { team, verbatim, response }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(verbatim, team) || verbatim.status === 'past') return notThere();
  const highlight = input.highlight === undefined ? verbatim.highlight : input.highlight || null;
  if (highlight !== null && !holdsPhrase(verbatim.text, highlight))
    return invalid({ code: 'not-in-the-comment', path: 'highlight' });
  const counts = response?.status === 'kept-out';
  if (verbatim.status === 'approved' && verbatim.highlight === highlight && !counts) return nothingToDo();
  return updated(
    edit('verbatim', verbatim, { status: 'approved', highlight }),
    ...(counts ? [edit('response', response, { status: 'counted' })] : []),
  );
};

/** A comment is taken off the wall, or never comes there; the answer's score stands. */
export const hide: Decider<'verbatim:hide'> = ({ team: _ }, { team, verbatim }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(verbatim, team)) return notThere();
  if (verbatim.status === 'hidden' || verbatim.status === 'past') return nothingToDo();
  return updated(edit('verbatim', verbatim, { status: 'hidden' }));
};

/** What a leader saw held back: nothing that came after that. */
const seen = (held: readonly Response[], upTo: string) => {
  const until = new Date(upTo).toISOString();
  return held.filter(({ status, at }) => status === 'kept-out' && at <= until);
};

/** Answers that came too fast were people after all: their scores count; comments go on waiting. */
export const countHeld: Decider<'held:count'> = ({ upTo }, { team, held }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const changes = seen(held, upTo).map((response) => edit('response', response, { status: 'counted' }));
  return accept({ changes, created: 0, updated: changes.length });
};

/** Answers that came too fast were no customers: they go, with what they wrote. */
export const dropHeld: Decider<'held:drop'> = ({ upTo }, { team, held, comments }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const dropped = seen(held, upTo);
  const ids = new Set(dropped.map(({ id }) => id));
  const written = comments.filter((comment) => comment !== undefined && ids.has(comment.id));
  const changes: Change[] = [
    ...dropped.map(({ id, version }): Change => ({ erase: 'response', id, saw: version })),
    ...written.flatMap((comment): Change[] =>
      comment ? [{ erase: 'verbatim', id: comment.id, saw: comment.version }] : [],
    ),
  ];
  return accept({ changes, created: 0, updated: dropped.length });
};
