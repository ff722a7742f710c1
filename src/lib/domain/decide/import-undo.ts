import type { Change } from '../records';
import { accept, refuse } from '../refusal';
import { mayLead, mayRun } from '../rights';
import { forbidden, notThere, nothingToDo, put, type Decider } from './decision';

/** For how long an import can be undone, in days. */
export const undoDays = 30;

/** Until when (ISO) an import of this moment can be undone. */
export const undoUntil = (at: string): string =>
  new Date(Date.parse(at) + undoDays * 86_400_000).toISOString();

/**
 * What a file brought goes, and what it changed is as it was before; what a leader hid since stays hidden. Imports of one
 * source are undone newest first. How the file was read is forgotten, so that the next one is asked about anew. Teams that it
 * made stay.
 */
export const undoImport: Decider<'import:undo'> = ({ team }, facts, actor, now) => {
  const { done, later, source, responses, verbatims } = facts;
  if (!done || done.team !== team) return notThere();
  if (team === null ? !mayRun(actor) : !mayLead(actor, team)) return forbidden();
  if (done.status === 'undone') return nothingToDo();
  if (undoUntil(done.at) < now.toISOString())
    return refuse('invalid', 'import-undo-late', { values: { days: undoDays } });
  const newer = later.find((other) => other.updated > 0);
  if (newer) return refuse('conflict', 'import-undo-later', { values: { file: newer.fileName } });

  const { replaced, ...rest } = done;
  const { version: _, ...kept } = rest;
  const changes: Change[] = [
    put('import', { ...kept, status: 'undone', rejectedRows: [] }, done.version),
    ...responses.map(({ id }): Change => ({ erase: 'response', id })),
    ...verbatims.map(({ id }): Change => ({ erase: 'verbatim', id })),
  ];
  const gone = new Set(responses.map(({ id }) => id));
  for (const { version: _old, ...response } of replaced?.responses ?? []) {
    // Taken back or erased since: it stays away.
    if (facts.now.responses.has(response.id) && !gone.has(response.id))
      changes.push(put('response', response));
  }
  for (const { version: _old, ...verbatim } of replaced?.verbatims ?? []) {
    const stands = facts.now.verbatims.get(verbatim.id);
    if (stands?.status === 'past') continue;
    if (!stands && verbatim.response !== null && !facts.now.responses.has(verbatim.response)) continue;
    changes.push(put('verbatim', stands?.status === 'hidden' ? { ...verbatim, status: 'hidden' } : verbatim));
  }
  if (source && source.at === done.at) changes.push({ erase: 'import-source', id: source.id });
  return accept({ changes, created: 0, updated: responses.length });
};
