import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { ShoutOut } from '../../domain/hung';
import { exampleAnswers, exampleNow, exampleTeam } from '../example-facts';
import type { HandOff } from '../needs';
import { panel } from './panel';

const csat = (count: number, days = 1, end?: string) => [
  exampleAnswers('csat', days, () => ({ 5: count }), end),
];
const handOff = (by: string | null, to: string | null, answers = csat(6), minimumN = 5): HandOff => ({
  ...{ by, to, answers, minimumN },
});
const select = (links: HandOff[], customers = csat(8), shoutOuts: ShoutOut[] = []) =>
  panel.select({ team: exampleTeam(), customers, links, shoutOuts }, v.parse(panel.options, {}), exampleNow);

test('goes from those who serve the team, over those it serves, to its customers', () => {
  const data = select([handOff(null, 'Floor'), handOff('Linen', null)]);
  expect(data?.links.map(({ by, to }) => `${by} > ${to}`)).toEqual([
    'Linen > Harbour Kitchen',
    'Harbour Kitchen > Floor',
    'Harbour Kitchen > null',
  ]);
});

test('has nothing to show where nobody is served within', () => {
  expect(select([])).toBeUndefined();
});

test('holds at most five links, the customers’ always', () => {
  const many = [
    ...['A', 'B', 'C'].map((by) => handOff(by, null)),
    ...['D', 'E', 'F'].map((to) => handOff(null, to)),
  ];
  expect(select(many)?.links.map(({ by, to }) => `${by} > ${to}`)).toEqual([
    ...['A > Harbour Kitchen', 'B > Harbour Kitchen', 'Harbour Kitchen > D'],
    ...['Harbour Kitchen > E', 'Harbour Kitchen > null'],
  ]);
});

test('no score stands below the minimum of the team that asks', () => {
  const data = select([handOff(null, 'Floor', csat(4)), handOff('Linen', null, csat(6), 7)], csat(8));
  expect(data?.links.map(({ score, n }) => [score, n])).toEqual([
    [null, 6],
    [null, 4],
    [100, 8],
  ]);
});

test('what colleagues and customers say is of the same question and the same days', () => {
  const two = [exampleAnswers('nps', 1, () => ({ 9: 30 })), ...csat(6)];
  const data = select([handOff(null, 'Floor', two)]);
  expect(data?.links.map(({ measure, n }) => [measure, n])).toEqual([
    ['csat', 6],
    ['csat', 8],
  ]);
  // Older than the days that the scene is about: it does not count, whosever it is.
  const old = select([handOff(null, 'Floor', csat(6, 40))], csat(8, 5, '2026-10-20'));
  expect(old?.links.map(({ n }) => n)).toEqual([6 * 30, 0]);
});

test('quotes the newest thanks between two teams, and none within one', () => {
  const said = (id: string, across?: ShoutOut['across']): ShoutOut => ({
    ...{
      id,
      team: 'harbour-kitchen',
      at: '2026-11-20T10:00:00Z',
      status: 'published',
      batch: null,
      version: 1,
    },
    ...{
      to: 'Ann',
      toArea: 'Floor',
      from: 'Lea',
      fromArea: 'Harbour Kitchen',
      behaviour: `You ${id}.`,
      value: null,
    },
    ...(across && { across }),
  });
  const across = { by: 'harbour-kitchen', to: 'floor', twin: 'x' };
  expect(select([handOff(null, 'Floor')], csat(8), [said('sang'), said('called', across)])?.thanks).toEqual({
    ...{ by: 'Harbour Kitchen', to: 'Floor', person: 'Ann', behaviour: 'You called.' },
  });
});
