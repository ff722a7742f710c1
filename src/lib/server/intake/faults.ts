import type * as v from 'valibot';
import type { Fault } from '../../domain/refusal';

/** More than so many faults help nobody. */
const enough = 100;

const codes: Record<string, string> = {
  non_empty: 'missing',
  min_length: 'missing',
  picklist: 'not-a-choice',
  integer: 'not-whole',
  finite: 'not-a-number',
  number: 'not-a-number',
  string: 'not-text',
  array: 'not-a-list',
};

/** What a schema found, as faults; `path` has dots between levels. */
export function faultsOf(issues: readonly v.BaseIssue<unknown>[]): Fault[] {
  return issues.slice(0, enough).map((issue): Fault => {
    const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
    const limit = typeof issue.requirement === 'number' ? issue.requirement : 0;
    // A message of our own is a code: all lower case, no spaces.
    const own = /^[a-z]+(-[a-z]+)*$/.test(issue.message) ? issue.message : undefined;
    if (issue.received === 'undefined' || issue.received === '""') return { code: 'missing', path };
    if (own) return { code: own, path, values: { max: limit } };
    if (issue.type === 'max_length') return { code: 'too-long', path, values: { max: limit } };
    if (issue.type === 'min_value') return { code: 'too-small', path, values: { min: limit } };
    if (issue.type === 'max_value') return { code: 'too-large', path, values: { max: limit } };
    return { code: codes[issue.type] ?? 'invalid', path };
  });
}
