import { momentOf, type Day } from './calendar';
import { bands } from './score';
import type { Envelope, Respondent, Team, Verbatim } from './records';

/** One thing that customers go through with a team. */
export interface JourneyStep {
  id: string;
  name: string;
  /** What answers call their touchpoint where they call it otherwise than `name`; null: the same. */
  touchpoint: string | null;
}

/** How a step was for whoever speaks. */
export type Felt = 'good' | 'bad';

/**
 * What a champion found at a step of the journey, in the customer’s shoes or by asking somebody there. It is said by a phone and names
 * nobody; `from` is whose experience it was.
 */
export interface Finding extends Envelope {
  team: string;
  /** `brought`: a leader wants the huddle to speak of it; `answered`: it did, or somebody decided. */
  status: 'told' | 'brought' | 'answered' | 'hidden';
  /** Id of the step; one that the journey has no more stays with its words. */
  step: string;
  from: Respondent;
  felt: Felt;
  saw: string;
  /** Id of a picture without people, this finding’s alone; null: none. */
  picture: string | null;
}

/** As findings stand that count. */
export const counted = ['told', 'brought', 'answered'] as const satisfies Finding['status'][];

/** Who speaks of a journey, in the order in which they stand beside each other. */
export const voices = ['customer', 'employee', 'supplier', 'other'] as const satisfies Respondent[];

/** At most so many steps have room beside each other on a wall. */
export const mostSteps = 7;
/** How long the name of a step and what was seen may be, in characters. */
export const longestStep = 30;
export const longestSaw = 160;

/** So many spoke of a step: it went well, it did not, or they said neither. */
export interface Told {
  good: number;
  bad: number;
  neither: number;
}

/** A step with what was told of it, by who speaks. */
export interface StepTold extends Pick<JourneyStep, 'id' | 'name'> {
  told: Record<Respondent, Told>;
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The step that answers with this touchpoint speak of; undefined where they speak of none. */
export const stepAt = (
  journey: readonly JourneyStep[],
  touchpoint: string | null,
): JourneyStep | undefined =>
  touchpoint === null
    ? undefined
    : journey.find((step) => same(touchpoint, step.name) || same(touchpoint, step.touchpoint ?? step.name));

/** A comment of an answer says what its score says; one without a score says neither. */
function toneOf({ measure, value }: Pick<Verbatim, 'measure' | 'value'>): keyof Told {
  if (measure === null || value === null) return 'neither';
  const { top, low } = bands([{ value, count: 1 }], measure);
  return top > 0 ? 'good' : low > 0 ? 'bad' : 'neither';
}

/** What was found on walks and commented by answers, counted by step and by who speaks. */
export function journeyTold(
  journey: readonly JourneyStep[],
  findings: readonly Pick<Finding, 'step' | 'from' | 'felt'>[],
  comments: readonly Pick<Verbatim, 'touchpoint' | 'from' | 'measure' | 'value'>[],
): StepTold[] {
  const none = (): Told => ({ good: 0, bad: 0, neither: 0 });
  const steps = journey.map(({ id, name }) => ({
    ...{ id, name },
    told: { customer: none(), employee: none(), supplier: none(), other: none() },
  }));
  const of = (id: string | undefined) => steps.find((step) => step.id === id);
  for (const { step, from, felt } of findings) {
    const told = of(step)?.told[from];
    if (told) told[felt] += 1;
  }
  for (const comment of comments) {
    const told = of(stepAt(journey, comment.touchpoint)?.id)?.told[comment.from];
    if (told) told[toneOf(comment)] += 1;
  }
  return steps;
}

/** How many spoke, whatever they said. */
export const spoke = ({ good, bad, neither }: Told): number => good + bad + neither;

/** What all who speak said of a step together. */
export const toldByAll = ({ told }: Pick<StepTold, 'told'>): Told =>
  voices.reduce(
    (sum, from) => ({
      good: sum.good + told[from].good,
      bad: sum.bad + told[from].bad,
      neither: sum.neither + told[from].neither,
    }),
    { good: 0, bad: 0, neither: 0 },
  );

/** Steps of which nobody spoke. */
export const silentSteps = <S extends Pick<StepTold, 'told'>>(steps: readonly S[]): S[] =>
  steps.filter((step) => spoke(toldByAll(step)) === 0);

/** What happened on one of the team’s days from `first` on. */
export const since = <R extends { at: string }>(
  records: readonly R[],
  first: Day,
  { timeZone }: Pick<Team, 'timeZone'>,
): R[] => {
  const begun = momentOf(first, '00:00', timeZone).toISOString();
  return records.filter(({ at }) => at >= begun);
};
