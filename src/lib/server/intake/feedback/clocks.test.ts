import { beforeEach, describe, expect, test } from 'vitest';
import { bringingTo, type Bringing } from '../../../../../tests/support/bringing';

let at: Bringing;
beforeEach(async () => {
  at = await bringingTo();
});

/** One answer of a tool that keeps two clocks: when it was given, and when it was last changed. */
interface Told {
  good: boolean;
  given: string;
  changed: string;
}

const tools: [string, (told: Told) => object][] = [
  [
    'Google Business Profile',
    ({ good, given, changed }) => ({
      reviews: [
        {
          ...{ reviewId: 'a', starRating: good ? 'FIVE' : 'ONE', comment: 'Soup' },
          ...{ createTime: given, updateTime: changed },
          reviewReply: { comment: 'Thank you', updateTime: '2026-11-22T09:00:00Z' },
        },
      ],
    }),
  ],
  [
    'Zendesk',
    ({ good, given, changed }) => ({
      satisfaction_ratings: [
        {
          ...{ id: 1, ticket_id: 208, score: good ? 'good' : 'bad', comment: 'Soup' },
          ...{ created_at: given, updated_at: changed },
        },
      ],
    }),
  ],
];

describe.each(tools)('%s', (_, page) => {
  const bring = (told: Partial<Told>) =>
    at.bring(page({ good: true, given: '2026-11-10T09:00:00Z', changed: '2026-11-10T09:00:00Z', ...told }));
  const value = () => at.responses()[0]?.value;

  test('an answer counts for the moment at which it was given, not for that of a change', async () => {
    await bring({ given: '2026-11-10T09:00:00Z', changed: '2026-11-20T09:00:00Z' });
    const moment = { at: '2026-11-10T09:00:00.000Z' };
    expect(at.responses()).toMatchObject([{ ...moment, day: '2026-11-10' }]);
    expect(at.verbatims()).toMatchObject([moment]);
  });

  test('the zone of a moment is heeded: an evening over there is the next day here', async () => {
    await bring({ given: '2026-11-10T21:30:00-05:00', changed: '2026-11-10T21:30:00-05:00' });
    expect(at.responses()).toMatchObject([{ at: '2026-11-11T02:30:00.000Z', day: '2026-11-11' }]);
  });

  test('of two changes the later moment counts, however its zone writes it', async () => {
    await bring({ changed: '2026-11-20T08:00:00Z' });
    const stands = value();
    // 07:00 in UTC, and so the older one.
    await bring({ good: false, changed: '2026-11-20T12:00:00+05:00' });
    expect(value()).toBe(stands);
    // 09:00 in UTC.
    await bring({ good: false, changed: '2026-11-20T04:00:00-05:00' });
    expect(value()).not.toBe(stands);
  });

  test('what was given later and changed earlier is older', async () => {
    await bring({ given: '2026-11-10T09:00:00Z', changed: '2026-11-20T08:00:00Z' });
    const stands = value();
    await bring({ good: false, given: '2026-11-12T09:00:00Z', changed: '2026-11-19T08:00:00Z' });
    expect(value()).toBe(stands);
  });
});

test('a clock may run ahead of ours by five minutes and no more', async () => {
  await at.bring(
    'Response ID,NPS,Date\na,9,2026-11-22T10:04:00Z\nb,3,2026-11-22T10:06:00Z\nc,1,2026-11-22T12:00:00+02:00\n',
  );
  expect(at.responses().map(({ value }) => value)).toEqual([1, 9]);
});
