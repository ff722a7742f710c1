import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Takeover } from '../../domain/hung';
import { panel } from './panel';

const now = new Date('2026-11-22T14:10:00Z');

const takeover = (id: string, more: Partial<Takeover> = {}): Takeover => ({
  id,
  team: 'kitchen',
  at: '2026-11-22T14:00:00Z',
  status: 'on',
  batch: null,
  version: 1,
  tone: 'alarm',
  title: id,
  text: '',
  displays: null,
  customers: false,
  until: '2026-11-22T14:30:00Z',
  reason: null,
  by: 'Dana',
  ...more,
});

const staff = { named: [] as string[], audience: 'staff' as const };
const shown = (takeovers: Takeover[], options: Parameters<typeof panel.select>[1] = staff, at = now) =>
  panel.select({ takeovers }, options, at)?.title;

it('shows the newest that has not ended', () => {
  const ended = takeover('ended', { until: '2026-11-22T14:10:00Z' });
  expect(shown([ended, takeover('newest'), takeover('older')])).toBe('newest');
  expect(shown([ended])).toBeUndefined();
});

it('ends by itself: the board looks again at the next end', () => {
  const takeovers = [takeover('a'), takeover('b', { until: '2026-11-22T14:20:00Z' })];
  expect(panel.lookAgain?.({ takeovers }, staff, now)).toEqual(new Date('2026-11-22T14:20:00Z'));
  const end = new Date('2026-11-22T14:30:00Z');
  expect(shown(takeovers, staff, new Date(end.getTime() - 1))).toBe('a');
  expect(shown(takeovers, staff, end)).toBeUndefined();
  expect(panel.lookAgain?.({ takeovers }, staff, end)).toBeUndefined();
});

it('for some displays is shown by those only', () => {
  const some = takeover('some', { displays: ['till'] });
  expect(shown([some])).toBeUndefined();
  expect(shown([some], { ...staff, named: ['some'] })).toBe('some');
});

it("is on customers' walls only where its leader said so", () => {
  const customers = { named: [], audience: 'customers' as const };
  expect(shown([takeover('ours')], customers)).toBeUndefined();
  expect(shown([takeover('all', { customers: true })], customers)).toBe('all');
});

it('has the whole wall until its end, and an alarm a dark one too', () => {
  const data = panel.select({ takeovers: [takeover('drill')] }, staff, now);
  expect(v.is(panel.data, data)).toBe(true);
  expect(data && panel.takesOver?.(data)).toEqual({ until: '2026-11-22T14:30:00Z', alarm: true });
  expect(data && panel.takesOver?.({ ...data, tone: 'call' }).alarm).toBe(false);
});
