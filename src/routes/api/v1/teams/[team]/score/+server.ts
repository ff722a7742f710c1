import { localDay } from '$lib/domain/calendar';
import { metrics, readMeasure, type Measure, type Metric } from '$lib/domain/metric';
import { countsIn, periodBefore, periodOf, shownScore, type Count } from '$lib/domain/score';
import { problem } from '$lib/server/intake/problem';
import { callerOf, fresh, wrongQuery } from '../../../caller';
import type { RequestHandler } from './$types';

/** How a scale is written in the address: `1-10`, or `1-10:8` where several share their ends. */
const scaleWord = (measure: Measure): string => measure.replace(/^rating:/, '');

const isMetric = (text: string | null): text is Metric => metrics.some((metric) => metric === text);

/** The score of the last `days` local days, today the last, and of as many before; `from=employee`: of what employees answered. */
export const GET: RequestHandler = async (event) => {
  const caller = await callerOf(event, 'scores:read');
  if (!caller.ok) return problem(caller.refusal);
  const { team } = caller.value;
  const { store, now } = event.locals.house;
  const query = event.url.searchParams;

  const metric = query.get('metric');
  if (!isMetric(metric)) return wrongQuery('metric', 'unknown-metric');
  const asked = query.get('days') ?? '30';
  const days = /^\d{1,4}$/.test(asked) ? Number(asked) : 0;
  if (days < 1 || days > 3660) return wrongQuery('days', 'days-malformed');

  const from = query.get('from');
  if (from !== null && from !== 'employee') return wrongQuery('from', 'from-malformed');

  const today = localDay(now(), team.timeZone);
  const [period, before] = [periodOf(today, days), periodBefore(today, days)];
  const tallies = await store.tally({
    team: team.id,
    from: before.from,
    to: period.to,
    by: ['day'],
    ...(metric !== 'rating' && { measure: metric }),
    ...(from && { where: { from } }),
  });
  let fitting = tallies.filter(({ measure }) => readMeasure(measure)?.metric === metric);
  const scale = query.get('scale');
  if (metric === 'rating' && scale !== null)
    fitting = fitting.filter(({ measure }) =>
      [scaleWord(measure), scaleWord(measure).split(':')[0]].includes(scale),
    );
  if (fitting.length > 1) {
    const ends = fitting.map(({ measure }) => scaleWord(measure).split(':')[0] ?? '');
    const words = fitting.map(({ measure }, index) =>
      ends.indexOf(ends[index] ?? '') === ends.lastIndexOf(ends[index] ?? '')
        ? ends[index]
        : scaleWord(measure),
    );
    return wrongQuery('scale', 'scale-unclear', { scales: words.map((word) => `scale=${word}`).join(', ') });
  }

  const tally = fitting[0];
  const rows = (tally?.rows ?? []).flatMap(({ day, ...row }) => (day ? [{ day, ...row }] : []));
  const scored = (counts: Count[]) =>
    tally ? shownScore(counts, tally.measure, team.minimumN) : { score: null, n: 0, low: null, high: null };
  return fresh({
    metric,
    ...(tally && metric === 'rating' && { scale: readMeasure(tally.measure)?.scale }),
    ...scored(countsIn(rows, period)),
    ...period,
    previous: { ...scored(countsIn(rows, before)), ...before },
    asOf: tally?.latest ?? null,
  });
};
