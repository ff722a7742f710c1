import { metrics, type Metric, type Scale } from '$lib/domain/metric';
import type { Question } from '$lib/domain/records';
import { numberIn } from '../answer';

/** The question that was typed; a metric that there is not becomes `nps`. */
export function questionIn(typed: Record<string, string>): {
  text: string;
  metric: Metric;
  scale: Scale | null;
  returning: boolean;
} {
  const metric = metrics.find((name) => name === typed.metric) ?? 'nps';
  const scale =
    metric === 'rating'
      ? { min: numberIn(typed.min), max: numberIn(typed.max), top: numberIn(typed.top) }
      : null;
  return { text: typed.text?.trim() ?? '', metric, scale, returning: typed.returning === 'on' };
}

/** Whether what was typed is the question that is live already. */
export function isLive(
  { text, metric, scale, returning }: ReturnType<typeof questionIn>,
  live: Pick<Question, 'text' | 'metric' | 'scale' | 'returning'> | undefined,
): boolean {
  return (
    live !== undefined &&
    text === live.text &&
    metric === live.metric &&
    returning === (live.returning ?? false) &&
    (['min', 'max', 'top'] as const).every((part) => scale?.[part] === live.scale?.[part])
  );
}

/** The form's names for a command's fields; `at` is where the question stands in it. */
export const questionPaths = (at = ''): Record<string, string> => ({
  [`${at}text`]: 'text',
  [`${at}metric`]: 'metric',
  [`${at}scale.min`]: 'min',
  [`${at}scale.max`]: 'max',
  [`${at}scale.top`]: 'top',
  [`${at}scale`]: 'top',
});
