import { ballotId, type Ballot, type Huddle } from '../huddle';
import type { Change } from '../records';
import { refuse, type Fault } from '../refusal';
import { add, created, edit, invalid, nothingToDo, required, updated, type Decider } from './decision';
import { markOf, onNow } from './huddles';

/** So many questions are put to the vote. */
export const mostQuestions = 12;
/** So many phones are told apart in a huddle. */
export const mostPlaces = 500;

/** The ballot with some of it changed; the first mark makes it. */
function voted(huddle: Huddle, ballot: Ballot | undefined, fields: Partial<Ballot>, now: Date): Change {
  if (ballot) return edit('ballot', ballot, fields);
  return add('ballot', {
    id: ballotId(huddle.id),
    team: huddle.team,
    at: now.toISOString(),
    status: 'open',
    batch: null,
    places: [],
    questions: [],
    votes: [],
    ...fields,
  });
}

const outside = (value: number, path: string, { min, max }: Huddle['scale']): Fault[] =>
  Number.isInteger(value) && value >= min && value <= max
    ? []
    : [{ code: 'marker-out-of-range', path, values: { min, max } }];

/** A phone says where the team is and where it needs to be; placed again, the marker moves. */
export const place: Decider<'huddle:place'> = (input, facts, actor, now) => {
  const on = onNow(facts, actor, now);
  if (!on.ok) return on;
  const { scale } = on.huddle;
  const faults = [...outside(input.now, 'now', scale), ...outside(input.need, 'need', scale)];
  if (faults.length > 0) return invalid(...faults);
  const mark = markOf(actor);
  const places = facts.ballot?.places ?? [];
  const before = places.find((one) => one.mark === mark);
  if (before?.now === input.now && before.need === input.need) return nothingToDo();
  if (!before && places.length >= mostPlaces)
    return refuse('conflict', 'markers-full', { values: { most: mostPlaces } });
  const placed = { mark, now: input.now, need: input.need };
  const changed = before ? places.map((one) => (one === before ? placed : one)) : [...places, placed];
  return updated(voted(on.huddle, facts.ballot, { places: changed }, now));
};

/** Somebody proposes what to ask next. The same words again are the same question. */
export const propose: Decider<'huddle:propose'> = (input, facts, actor, now) => {
  const on = onNow(facts, actor, now);
  if (!on.ok) return on;
  const { texts, faults } = required({ text: input.text }, 140);
  if (faults.length > 0) return invalid(...faults);
  const questions = facts.ballot?.questions ?? [];
  const { text } = texts;
  if (questions.some((one) => one.id === input.id || one.text.toLowerCase() === text.toLowerCase()))
    return nothingToDo();
  if (questions.length >= mostQuestions)
    return refuse('conflict', 'questions-full', { values: { most: mostQuestions } });
  const proposed = [...questions, { id: input.id, text, mark: markOf(actor) }];
  return created(voted(on.huddle, facts.ballot, { questions: proposed }, now));
};

/** One vote a ticket: a second one is told so. */
export const vote: Decider<'huddle:vote'> = (input, facts, actor, now) => {
  const on = onNow(facts, actor, now);
  if (!on.ok) return on;
  const { questions = [], votes = [] } = facts.ballot ?? {};
  if (!questions.some(({ id }) => id === input.question))
    return invalid({ code: 'not-a-choice', path: 'question' });
  const mark = markOf(actor);
  const before = votes.find((one) => one.mark === mark);
  if (before?.question === input.question) return nothingToDo();
  if (before) return refuse('conflict', 'voted-already');
  if (votes.length >= mostPlaces) return refuse('conflict', 'markers-full', { values: { most: mostPlaces } });
  return updated(
    voted(on.huddle, facts.ballot, { votes: [...votes, { mark, question: input.question }] }, now),
  );
};

/** The pair that the team agreed on, as its host or leader says. */
export const agree: Decider<'huddle:agree'> = (input, facts, actor, now) => {
  const on = onNow(facts, actor, now);
  if (!on.ok) return on;
  const { huddle } = on;
  if (actor.as === 'phone' && huddle.host.mark !== markOf(actor))
    return refuse('conflict', 'huddle-other-host');
  const faults = [...outside(input.now, 'now', huddle.scale), ...outside(input.need, 'need', huddle.scale)];
  if (faults.length > 0) return invalid(...faults);
  const { now: here, need } = input;
  if (huddle.agreed?.now === here && huddle.agreed.need === need) return nothingToDo();
  return updated(edit('huddle', huddle, { agreed: { now: here, need } }));
};
