import { m } from '$lib/paraglide/messages';
import { firstSkills, isOfBrainstorm, type BrainstormStep, type HuddleStep } from '../../domain/huddle';
import { readMeasure } from '../../domain/metric';
import { dayInWords, momentInWords } from '../dates';
import type { DataOf } from '../panel';
import { promiser } from '../promiser';
import { allCustomers, customersInWords, plain, sentence, shareInWords } from '../score-words';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;
type Stage = NonNullable<Data['brainstorm']>;
type Promised = Data['commitments'][number];

/** One thing that is said, with a small word above it or none. */
export interface Line {
  label?: string;
  text: string;
}

/** Seconds as people read a clock: "1:12". */
export const clockWords = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** A soft skill in words; a team’s own as it wrote it. */
export function skillWords(skill: string): string {
  const known = firstSkills.find((first) => first === skill);
  return known ? m.huddle_skill({ skill: known }) : skill;
}

/** Who hosts and what is practised, as far as it is known. */
export const headWords = ({
  host,
  skill,
  kickOff,
  brainstorm,
}: Pick<Data, 'host' | 'skill' | 'kickOff' | 'brainstorm'>): string =>
  [
    kickOff
      ? m.kickoff_title()
      : brainstorm
        ? m.brainstorm_title()
        : host === null
          ? m.huddle_title()
          : m.huddle_head({ host }),
    ...(skill === null ? [] : [m.huddle_practising({ skill: skillWords(skill) })]),
  ].reduce((rest, next) => m.huddle_list({ rest, next }));

/** So many sentences of a list stand at the right of the clock; it goes on beneath. */
export const listRows = 4;

/** What a step says beside its clock (`sub`, and people’s own words beneath it, `about`), at its right, and on the ground; `list` stands there in their place. */
interface Lines {
  sub?: string;
  about?: string | null;
  right: Line[];
  ground: Line[];
  list?: { texts: string[]; more: number };
}

/** What a step says. */
export function linesOf(step: HuddleStep, data: Data, language: string): Lines {
  const { customer, today, timeZone } = data;
  const one = customersInWords(1, customer);
  const promised = (one: Promised): Line => ({
    label: m.huddle_promise({ who: promiser(one), day: dayInWords(one.due, today, language) }),
    text: one.text,
  });
  if (data.kickOff) return kickOffLines(step, data.kickOff, (of) => dayInWords(of, today, language));
  if (data.brainstorm && isOfBrainstorm(step)) return brainstormLines(step, data.brainstorm);
  const noted = data.notes.map(({ says, text }): Line => ({ label: m.huddle_noted_as({ says }), text }));
  if (step === 'how') {
    const { score } = data;
    if (!score) return { right: [{ text: m.huddle_ask_one({ customer: one }) }], ground: [] };
    const metric = readMeasure(score.measure)?.metric ?? 'nps';
    const who = shareInWords(score.glad, customer);
    const moment = momentInWords(score.asOf, today, timeZone, language);
    const customers = customersInWords(score.n, customer);
    return {
      right: [],
      ground: [
        {
          label: m.huddle_answered({ n: plain(score.n, language), customers, moment }),
          text: sentence(
            score.stale ? m.how_are_we_doing_said({ metric, who }) : m.how_are_we_doing_says({ metric, who }),
            language,
          ),
        },
      ],
    };
  }
  if (step === 'comment') {
    const { comment } = data;
    return {
      right: [
        comment
          ? { text: m.huddle_quote({ text: comment.text }) }
          : { text: m.huddle_no_comment({ customer: one }) },
      ],
      ground: [
        { label: comment?.source ?? undefined, text: m.huddle_restate({ customer: one }) },
        ...noted.slice(0, 1),
      ],
    };
  }
  if (step === 'champions') {
    const found = data.findings.map(({ step, saw }): Line => ({
      label: step === null ? m.champions_found() : m.champions_found_at({ step }),
      text: saw,
    }));
    const tried = data.experiments.map(({ tries, see }): Line => ({
      label: m.champions_try({ tries }),
      text: m.champions_see({ see }),
    }));
    return {
      right: [...found, ...tried].slice(0, 3),
      ground: [{ text: found.length > 0 ? m.champions_ask() : m.champions_ask_saw() }],
    };
  }
  if (step === 'decide')
    return {
      sub: data.agreed ? m.huddle_agreed({ ...data.agreed }) : (data.question ?? m.huddle_where()),
      right:
        data.stalled.length > 0
          ? data.stalled.map(({ text, why }) => ({ label: m.huddle_stalled({ why }), text }))
          : noted.length > 0
            ? noted
            : [{ text: m.huddle_decide() }],
      ground: [{ text: m.huddle_place() }],
    };
  if (step === 'who')
    return {
      sub: m.huddle_leader_first(),
      right:
        data.review.length > 0
          ? data.review.map((one) => ({ label: m.huddle_kept({ who: promiser(one) }), text: one.text }))
          : [{ text: m.huddle_none_to_review() }],
      ground:
        data.commitments.length > 0 ? data.commitments.map(promised) : [{ text: m.huddle_who_what_when() }],
    };
  return {
    right:
      data.shoutOuts.length > 0
        ? data.shoutOuts.map(({ to, behaviour }) => ({ label: m.huddle_thank_you({ to }), text: behaviour }))
        : [{ text: m.huddle_thank_somebody() }],
    ground: data.ask
      ? [{ label: m.huddle_next_question({ count: data.ask.votes }), text: data.ask.text }]
      : data.phrase !== null
        ? [{ label: m.huddle_say_it({ customer: one }), text: m.huddle_quote({ text: data.phrase }) }]
        : [{ text: m.huddle_what_next({ customers: allCustomers(customer) }) }],
  };
}

/** The same of a kick-off: what leaders said already, else what to say aloud. `day` puts a day into words. */
function kickOffLines(
  step: HuddleStep,
  { greeting, mission, declared, fact, goal, sample }: NonNullable<Data['kickOff']>,
  day: (day: string) => string,
): Lines {
  if (step === 'doors')
    return {
      sub: m.kickoff_doors_sub(),
      right: [{ text: m.huddle_quote({ text: greeting ?? m.kickoff_greeting() }) }],
      ground: [{ text: m.kickoff_doors() }],
    };
  if (step === 'declare')
    return {
      sub: m.kickoff_declare_sub(),
      right: [{ text: declared?.text ?? m.kickoff_declare() }],
      ground: [{ text: declared?.ambition ?? m.kickoff_sign() }],
    };
  if (step === 'why')
    return {
      sub: m.kickoff_why_sub(),
      right: [{ text: fact?.sentence ?? mission ?? m.kickoff_why() }],
      ground: [
        {
          text: fact
            ? m.declaration_source({ source: fact.source, year: fact.year })
            : m.kickoff_why_ground(),
        },
      ],
    };
  if (step === 'targets')
    return {
      sub: m.kickoff_targets_sub(),
      right: goal
        ? [
            { text: goal.question },
            { text: m.kickoff_target({ from: goal.from, to: goal.to, day: day(goal.due) }) },
          ]
        : [{ text: m.kickoff_targets() }],
      ground: [
        sample
          ? {
              label: sample.value === null ? m.week_sample() : m.week_sample_of({ value: sample.value }),
              text: m.huddle_quote({ text: sample.text }),
            }
          : { text: m.kickoff_targets_ground() },
      ],
    };
  return {
    sub: m.kickoff_challenge_sub(),
    right: [{ text: m.kickoff_challenge() }],
    ground: [{ text: m.kickoff_challenge_ground() }],
  };
}

/** What a stage goes by: the topic, and once it is past the goal, that. */
function aboutOf(step: BrainstormStep, { topic, goal }: Pick<Stage, 'topic' | 'goal'>): Required<Line>[] {
  const isLater = step === 'first-steps' || step === 'roles';
  if (isLater && goal !== null) return [{ label: m.brainstorm_our_goal(), text: goal }];
  return topic === null ? [] : [{ label: m.brainstorm_topic(), text: topic }];
}

/** What a stage asks, and what it goes by, in a line. */
export const stageWords = (step: BrainstormStep, stage: Pick<Stage, 'topic' | 'goal'>): string =>
  aboutOf(step, stage).reduce(
    (ask, { label, text }) => m.brainstorm_sub({ ask, label, text }),
    m.brainstorm_ask({ step }),
  );

/** The same of a brainstorm: what it asks with what it is about, and what has come so far; else how to begin. */
function brainstormLines(
  step: BrainstormStep,
  { topic, ideas, moreIdeas, goal, steps, moreSteps }: Stage,
): Lines {
  const options = {
    // Beside the goal an idea stands for itself, whoever had it.
    texts: ideas.map(({ text, name }) =>
      name === null || step === 'goal' ? text : m.brainstorm_by({ who: name, text }),
    ),
    more: moreIdeas,
  };
  const first = {
    texts: steps.map(({ text, who, name }) =>
      step === 'roles'
        ? m.brainstorm_by({
            who: who === 'all' ? m.brainstorm_nobody() : promiser({ who, name }),
            text,
          })
        : text,
    ),
    more: moreSteps,
  };
  const sub = m.brainstorm_ask({ step });
  const about = aboutOf(step, { topic, goal });
  const how = [{ text: m.brainstorm_how({ step }) }];
  if (step === 'goal')
    return { sub, about: topic, right: goal === null ? how : [{ text: goal }], ground: [], list: options };
  const list = step === 'options' ? options : first;
  if (list.texts.length === 0) return { sub, right: how, ground: about };
  // Where the list goes on beneath, what it goes by stands beside the clock.
  const isLong = list.texts.length + list.more > listRows;
  return { sub, about: isLong ? about[0]?.text : null, right: [], ground: [...about, ...how], list };
}
