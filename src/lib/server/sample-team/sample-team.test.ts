import { describe, expect, it } from 'vitest';
import { addDays, localDay } from '../../domain/calendar';
import { newestReading } from '../../domain/goal';
import { judge } from '../../domain/moderation';
import type { Change, Kind, Records } from '../../domain/records';
import { compare, countsIn, periodBefore, periodOf } from '../../domain/score';
import { cleanText, maskPersonal } from '../../domain/verbatim';
import { sampleTeam } from './sample-team';

const now = new Date('2026-11-22T14:10:00Z');
const records = <K extends Kind>(changes: Change[], kind: K) =>
  changes.flatMap((change) => ('put' in change && change.put === kind ? [change.record as Records[K]] : []));

describe('the sample team', () => {
  const changes = sampleTeam(now);

  it('is the same each time it is made on a day, and another with another seed', () => {
    expect(sampleTeam(now)).toEqual(changes);
    expect(sampleTeam(now, 2)).not.toEqual(changes);
  });

  it('has three months of answers, none of them from the future', () => {
    const responses = records(changes, 'response');
    expect(responses.length).toBeGreaterThan(350);
    expect(responses.every(({ at }) => Date.parse(at) <= now.getTime())).toBe(true);
    const first = responses.map(({ day }) => day).sort()[0]!;
    expect(first <= addDays(localDay(now, 'Europe/London'), -85)).toBe(true);
  });

  it('has clearly got better in its newest month', () => {
    for (const ahead of [0, 1, 2, 3, 4, 5, 6]) {
      const at = new Date(now.getTime() + ahead * 86_400_000);
      const today = localDay(at, 'Europe/London');
      const nps = records(sampleTeam(at), 'response')
        .filter(({ metric }) => metric === 'nps')
        .map(({ day, value }) => ({ day, value, count: 1 }));
      const change = compare(
        countsIn(nps, periodOf(today, 30)),
        countsIn(nps, periodBefore(today, 30)),
        'nps',
      );
      expect(change?.clear).toBe(true);
    }
  });

  it('speaks from four sources in words that may hang on a wall as they are', () => {
    const verbatims = records(changes, 'verbatim');
    expect(new Set(verbatims.map(({ sourceName }) => sourceName)).size).toBe(4);
    for (const { text, highlight } of verbatims) {
      expect(cleanText(text, 400)).toBe(text);
      expect(maskPersonal(text).masked).toBe(false);
      expect(judge(text).reasons).toEqual([]);
      if (highlight) expect(text).toContain(highlight);
    }
    expect(verbatims.some(({ status }) => status === 'waiting')).toBe(true);
  });

  it('has one focus goal on its way', () => {
    const goal = records(changes, 'goal').sort((a, b) => b.at.localeCompare(a.at))[0]!;
    expect(newestReading(goal.readings)?.value).toBe(55);
    expect(goal.status).toBe('open');
  });
});
