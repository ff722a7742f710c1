import type { Finding } from '../journey';
import type { AnyRecord, Audit, Change, Kind, Organisation, Records } from '../records';
import { accept } from '../refusal';
import { letGoOf, limitOf, periodsOf } from '../retention';
import { isHouse, mayRun } from '../rights';
import {
  add,
  changedMeanwhile,
  edit,
  forbidden,
  notThere,
  nothingToDo,
  updated,
  type Decider,
} from './decision';

/** What the rules of retention have to know; a part of `Facts`. `log`: what was let go on the same day before. */
export interface RetentionFacts {
  'retention:set': { organisation: Organisation | undefined };
  'retention:let-go': {
    organisation: Organisation | undefined;
    found: (readonly [Kind, AnyRecord])[];
    log: Audit | undefined;
  };
}

/** The id of the line of the audit that counts what was let go on a day (UTC). */
export const letGoId = (now: Date): string => `let-go.${now.toISOString().slice(0, 10)}`;

/** An owner says how long things are kept; what is too old then goes with the next night. */
export const setRetention: Decider<'retention:set'> = ({ saw, keep }, { organisation }, actor) => {
  if (!mayRun(actor)) return forbidden();
  if (!organisation) return notThere();
  if (organisation.version !== saw) return changedMeanwhile();
  return updated(edit('organisation', organisation, { keep }));
};

/** What is older than its period goes, and the day’s line in the audit counts it. What is not, by now, stays. */
export const letGo: Decider<'retention:let-go'> = ({ kept, last }, facts, actor, now) => {
  if (!isHouse(actor)) return forbidden();
  const { organisation, found, log } = facts;
  const limit = limitOf(periodsOf(organisation)[kept], now);
  const changes = found.flatMap(
    ([kind, record]) => letGoOf(kind, record as Records[typeof kind], limit) ?? [],
  );
  if (changes.length === 0) return nothingToDo();
  // Nobody would find the picture of a finding again.
  const pictures = found.flatMap(([kind, record]): Change[] =>
    kind === 'finding' && record.at < limit && (record as Finding).picture !== null
      ? [{ erase: 'picture', id: (record as Finding).picture ?? '', forget: true }]
      : [],
  );
  const removed = { ...log?.removed, [kept]: (log?.removed?.[kept] ?? 0) + changes.length };
  const counted = log
    ? edit('audit', log, { removed })
    : add('audit', {
        ...{ id: letGoId(now), team: null, at: now.toISOString(), status: 'done', batch: null },
        ...{ by: 'house', command: 'retention:let-go', about: null, removed },
      });
  return accept({
    changes: [...changes, ...pictures, last ? { ...counted, forget: true } : counted],
    created: 0,
    updated: changes.length,
  });
};
