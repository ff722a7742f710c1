import { localDay } from '$lib/domain/calendar';
import { figureIn, standing } from '$lib/domain/declaration';
import { figureDays } from '$lib/domain/goal-stand';
import { readMeasure } from '$lib/domain/metric';
import { missionOf } from '$lib/domain/mission';
import type { Team, Verbatim } from '$lib/domain/records';
import { bands, shownScore } from '$lib/domain/score';
import { teamScore } from '$lib/panels/team-score';
import type { House } from '$lib/server/house';
import { newestAnswers } from '../../../admin/[team]/standing';

/** A glad and an unhappy comment are looked for among so many of the newest. */
const choice = 200;

/** Which side of the scale a comment came with; undefined: in between, or without an answer. */
function sideOf({ measure, value }: Verbatim): 'good' | 'bad' | undefined {
  if (measure === null || value === null || !readMeasure(measure)) return undefined;
  const { top, low } = bands([{ value, count: 1 }], measure);
  return top > 0 ? 'good' : low > 0 ? 'bad' : undefined;
}

/**
 * What somebody who is new should know of a team: why, what customers say now, what it focuses on, what it expects. It is read from
 * what walls may show alone – a declaration that somebody stands by, a score from the minimum of answers on, comments that hang – and
 * what is missing is null or empty.
 */
export async function forStarters({ store }: Pick<House, 'store'>, team: Team, now: Date) {
  const of = { team: team.id };
  const today = localDay(now, team.timeZone);
  const [organisation, answers, comments, goals] = await Promise.all([
    store.get('organisation', 'organisation'),
    newestAnswers(store, team, today),
    store.list('verbatim', { ...of, status: 'approved' }, { limit: choice }),
    store.list('goal', { ...of, status: 'open' }, { limit: 1 }),
  ]);
  const said = organisation?.declaration;
  const declared = said && standing(said.signatures, now).length > 0 ? said : null;
  const found = teamScore(answers, team, null, figureDays, now);
  const ofCustomers = comments.records.filter(({ from, text }) => from === 'customer' && text.trim() !== '');
  const newestOf = (side: 'good' | 'bad') =>
    ofCustomers.find((comment) => sideOf(comment) === side)?.text ?? null;
  const [goal] = goals.records;
  const chosen = goal?.sample ? await store.get('verbatim', goal.sample) : undefined;
  const picture = goal?.picture ? await store.get('picture', goal.picture) : undefined;
  const sample = chosen?.team === team.id && chosen.status === 'approved' ? chosen : null;
  return {
    mission: missionOf(team, organisation),
    declared: declared?.text ?? null,
    fact: declared?.fact ? { ...declared.fact, figure: figureIn(declared.fact.sentence) } : null,
    score: found
      ? {
          ...shownScore(found.counts, found.measure, team.minimumN),
          measure: found.measure,
          top: bands(found.counts, found.measure).top,
          day: localDay(new Date(found.latest), team.timeZone),
        }
      : null,
    good: newestOf('good'),
    bad: newestOf('bad'),
    goal: goal
      ? {
          ...{ question: goal.question, unit: goal.unit, due: goal.due },
          ...{ baseline: goal.baseline, target: goal.target },
          /** How it sounds once it is there, and how it looks. */
          sample: sample && { text: sample.text, value: sample.value },
          picture: picture ? { id: picture.id, alt: picture.alt || goal.question } : null,
        }
      : null,
    values: team.values.map(({ id, name, icon }) => ({ id, name, icon })),
    greeting: team.greeting ?? null,
    standard: team.standard ?? null,
  };
}
