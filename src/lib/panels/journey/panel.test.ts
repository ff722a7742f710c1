import * as v from 'valibot';
import { expect, it } from 'vitest';
import { verbatim } from '../../../../tests/support/records';
import type { Finding } from '../../domain/journey';
import { exampleTeam } from '../example-facts';
import { panel } from './panel';

const now = new Date('2026-11-22T14:10:00Z');
const options = v.parse(panel.options, {});
const team = exampleTeam({
  id: 'kitchen',
  journey: [
    { id: 'door', name: 'Finding the door', touchpoint: null },
    { id: 'table', name: 'At the table', touchpoint: 'table' },
    { id: 'pay', name: 'Paying', touchpoint: null },
  ],
});
const finding = (at: string, more: Partial<Finding> = {}): Finding => ({
  ...{ id: `f-${at}`, team: 'kitchen', at, status: 'told', batch: null, version: 1 },
  ...{ step: 'door', from: 'employee', felt: 'bad', saw: 'Dark, said Ann', picture: null },
  ...more,
});
const comment = (at: string, value: number) => ({
  ...verbatim({ at, touchpoint: 'table', measure: 'nps', value, status: 'approved', text: 'Ann was kind' }),
  version: 1,
});
const select = (findings: Finding[], comments: ReturnType<typeof comment>[] = [], of = team) =>
  panel.select({ team: of, findings, comments }, options, now);

it('counts by step and by who speaks, names the holes and where most went wrong, and holds nobody’s words', () => {
  const data = select(
    [finding('2026-11-22T09:00:00Z'), finding('2026-11-21T09:00:00Z', { felt: 'good', from: 'customer' })],
    [comment('2026-11-20T09:00:00Z', 10)],
  );
  expect(data).toMatchObject({ days: 30, from: ['customer', 'employee'], silent: ['Paying'] });
  expect(data).toMatchObject({ worst: 'Finding the door', allWell: false });
  expect(data?.steps[0]?.told.employee).toEqual({ good: 0, bad: 1, neither: 0 });
  expect(data?.steps[1]?.told.customer).toEqual({ good: 1, bad: 0, neither: 0 });
  expect(JSON.stringify(data)).not.toContain('Ann');
  expect(v.is(panel.data, data)).toBe(true);
});

it('lets what is older than its days go at the team’s midnight', () => {
  const last = finding('2026-10-24T00:00:00Z');
  expect(select([last])?.silent).toEqual(['At the table', 'Paying']);
  expect(select([finding('2026-10-23T22:59:00Z')])?.silent).toHaveLength(3);
  const facts = { team, findings: [last], comments: [] };
  expect(panel.lookAgain?.(facts, options, now)).toEqual(new Date('2026-11-23T00:00:00Z'));
});

it('tells of fewer days where more came in than it looks through, the same for walks and comments', () => {
  const many = Array.from({ length: 400 }, () => finding('2026-11-20T09:00:00Z'));
  const data = select(many, [comment('2026-11-10T09:00:00Z', 3)]);
  expect(data?.days).toBe(3);
  expect(data?.steps[1]?.told.customer.bad).toBe(0);
});

it('names no worst step where two went wrong as often, and is skipped where nobody settled steps', () => {
  const [one, two] = ['door', 'pay'].map((step) => finding('2026-11-22T09:00:00Z', { step }));
  expect(select([one!, two!])?.worst).toBeNull();
  expect(select([one!], [], exampleTeam({ id: 'kitchen' }))).toBeUndefined();
  expect(panel.audiences).toEqual(['staff']);
});
