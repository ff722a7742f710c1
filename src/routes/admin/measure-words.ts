import { readMeasure, type Measure, type Metric } from '$lib/domain/metric';
import { m } from '$lib/paraglide/messages';

const names: Record<Metric, () => string> = {
  nps: m.admin_metric_nps,
  csat: m.admin_metric_csat,
  ces: m.admin_metric_ces,
  smiley4: m.admin_metric_smiley4,
  smiley5: m.admin_metric_smiley5,
  stars: m.admin_metric_stars,
  rating: m.admin_metric_rating,
};

/** What people do to answer in a metric. */
export const metricNotes: Record<Metric, () => string> = {
  nps: m.admin_metric_nps_note,
  csat: m.admin_metric_csat_note,
  ces: m.admin_metric_ces_note,
  smiley4: m.admin_metric_smiley4_note,
  smiley5: m.admin_metric_smiley5_note,
  stars: m.admin_metric_stars_note,
  rating: m.admin_metric_rating_note,
};

/** A metric as people call it. */
export const metricWords = (metric: Metric): string => names[metric]();

/** A measure as people call it; a rating says its scale. */
export function measureWords(measure: Measure): string {
  const read = readMeasure(measure);
  if (!read) return measure;
  const { min, max } = read.scale;
  return read.metric === 'rating' ? m.admin_metric_rating_scale({ min, max }) : metricWords(read.metric);
}

/** A score as a figure beside other figures: signed points, a share, or one decimal of seven. */
export function scoreShort(
  score: number,
  measure: Measure,
  write: (value: number, signed?: boolean) => string,
): string {
  const metric = readMeasure(measure)?.metric;
  if (metric === 'nps') return write(Math.round(score), true);
  return metric === 'ces' ? write(score) : m.admin_share({ share: write(Math.round(score)) });
}

/** The sentence of how a team is doing, from the score that it may show. */
export function scoreWords(
  score: { measure: Measure; score: number | null; top: number; n: number },
  minimumN: number,
  write: (value: number, signed?: boolean) => string,
): string {
  const { n, top } = score;
  const metric = readMeasure(score.measure)?.metric;
  if (score.score === null) return m.admin_score_too_few({ count: n, minimum: minimumN });
  const count = write(n);
  if (metric === 'nps') return m.admin_score_nps({ score: write(Math.round(score.score), true), count });
  if (metric === 'ces') return m.admin_score_ces({ score: write(score.score), count });
  return n < 100
    ? m.admin_score_of({ top: write(top), count })
    : m.admin_score_share({ share: write(Math.round(score.score)), count });
}
