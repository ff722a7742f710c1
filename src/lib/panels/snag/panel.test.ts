import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Snag } from '../../domain/snag';
import { exampleTeam } from '../example-facts';
import { panel } from './panel';

const now = new Date('2026-11-22T14:10:00Z');
const options = v.parse(panel.options, {});
const team = exampleTeam({ id: 'kitchen' });

const snag = (at: string, more: Partial<Snag> = {}): Snag => ({
  ...{ id: `snag-${at}`, team: 'kitchen', at, status: 'answered', batch: null, version: 2 },
  ...{ rule: 'No dogs', happened: 'She left', raised: '2026-10-01T09:00:00Z' },
  answer: { verdict: 'changed', text: 'They may', mission: 'Everybody is welcome' },
  ...more,
});
const select = (...snags: Snag[]) => panel.select({ team, snags }, options, now);

it('shows rule and answer with what it cites, one a play, and nothing of what it did to a customer', () => {
  const data = select(snag('2026-11-22T09:00:00Z'), snag('2026-11-20T09:00:00Z'));
  expect(data?.snags[0]).toEqual({
    id: 'snag-2026-11-22T09:00:00Z',
    ...{ rule: 'No dogs', verdict: 'changed', text: 'They may', mission: 'Everybody is welcome' },
  });
  expect(data && panel.plays?.(data)).toBe(2);
  expect(v.is(panel.data, data)).toBe(true);
});

it('lets an answer go after twenty-one of the team’s days, and looks again then', () => {
  const [last, gone] = ['2026-11-02T00:00:00Z', '2026-11-01T23:59:00Z'].map((at) => snag(at));
  expect(select(last!, gone!)?.snags.map(({ id }) => id)).toEqual([last!.id]);
  expect(panel.lookAgain?.({ team, snags: [last!] }, options, now)).toEqual(new Date('2026-11-23T00:00:00Z'));
  expect(select(gone!)).toBeUndefined();
});

it('is never for customers, asks for answered ones alone, and is skipped without any', () => {
  expect(panel.audiences).toEqual(['staff']);
  expect(panel.needs(options).snags).toMatchObject({ status: 'answered', limit: 3 });
  expect(select()).toBeUndefined();
});
