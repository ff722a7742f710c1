import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Declaration } from '../../domain/declaration';
import { panel } from './panel';

const now = new Date('2026-11-22T14:10:00Z');
const options = v.parse(panel.options, {});
const declared: Declaration = {
  ...{
    text: 'Nobody is sent on',
    ambition: 'First',
    measure: 'Four of five',
    said: '2025-10-01T09:00:00.000Z',
  },
  fact: { sentence: '60 percent say so', source: 'Barometer', year: 2011 },
  signatures: [
    { account: 'o', name: 'Ada', at: '2025-11-21T14:10:01.000Z' },
    { account: 'm', name: 'Mo', at: '2025-11-21T14:10:00.000Z' },
    { account: 'l', name: 'Lea', at: '2026-11-20T09:00:00.000Z' },
  ],
};
const select = (more: Partial<Declaration> = {}) =>
  panel.select({ declaration: { ...declared, ...more } }, options, now);

it('shows the words, whoever signed within 366 days, when last, and why', () => {
  const data = select();
  expect(data).toEqual({
    ...{ text: 'Nobody is sent on', ambition: 'First', measure: 'Four of five' },
    fact: { figure: '60\u00a0percent', sentence: '60 percent say so', source: 'Barometer', year: 2011 },
    ...{ names: ['Ada', 'Lea'], signed: '2026-11-20T09:00:00.000Z' },
  });
  expect(v.is(panel.data, data)).toBe(true);
  expect(data && panel.plays?.(data)).toBe(2);
  expect(panel.lookAgain?.({ declaration: declared }, options, now)).toEqual(
    new Date('2026-11-22T14:10:01Z'),
  );
});

it('hangs nowhere while no name counts, or nothing is declared', () => {
  expect(select({ signatures: [] })).toBeUndefined();
  expect(select({ signatures: [declared.signatures[1]!] })).toBeUndefined();
  expect(panel.select({ declaration: null }, options, now)).toBeUndefined();
});

it('is for staff, and has one showing without a fact', () => {
  expect(panel.audiences).toEqual(['staff']);
  const data = select({ fact: null });
  expect(data && panel.plays?.(data)).toBe(1);
});
