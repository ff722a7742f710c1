import type { Actor, Commands } from '../command';
import { markerScale } from '../ballot';
import {
  ballotId,
  brainstormAgenda,
  firstSkills,
  huddleStand,
  kickOffAgenda,
  longestHuddle,
  moreSeconds,
  planOf,
  stepSeconds,
  withChampions,
  type AgendaItem,
  type Ballot,
  type Huddle,
} from '../huddle';
import { measureOf } from '../metric';
import type { Change, Team } from '../records';
import { refuse, type Fault, type Refusal } from '../refusal';
import { mayLead, mayTap } from '../rights';
import { turnNumber } from '../turn';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  isOf,
  nothingToDo,
  notThere,
  unknownTeam,
  updated,
  words,
  withAct,
  type Decider,
} from './decision';

/** So many acts are remembered; a phone that was away longer than that finds the huddle over. */
const mostActs = 60;
export const longestName = 40;
export const mostSkills = 12;
export const mostHosts = 60;

/** Whether the actor may take part: any phone of the team, and who leads it. */
export const mayJoin = (actor: Actor, team: string): boolean => mayTap(actor, team) || mayLead(actor, team);

/** What stands for whoever acts, so that a vote counts once and the host is told from others. */
export const markOf = (actor: Actor): string =>
  actor.as === 'phone' ? (actor.mark ?? '') : actor.as === 'account' ? `account:${actor.id}` : actor.as;

type Refused = { ok: false; refusal: Refusal };

/** The huddle that is on, or why nothing can be done in it any more. */
export function onNow(
  { team, huddle }: { team: Team | undefined; huddle: Huddle | undefined },
  actor: Actor,
  now: Date,
): { ok: true; team: Team; huddle: Huddle } | Refused {
  if (!team) return unknownTeam();
  if (!mayJoin(actor, team.id)) return forbidden();
  if (!isOf(huddle, team)) return notThere();
  if (huddle.status === 'over' || huddleStand(huddle, now).over) return refuse('conflict', 'huddle-over');
  return { ok: true, team, huddle };
}

/** As `onNow`, for who steers: another than the host is told who hosts. */
export function steered(
  facts: Parameters<typeof onNow>[0],
  actor: Actor,
  now: Date,
): ReturnType<typeof onNow> {
  const on = onNow(facts, actor, now);
  if (!on.ok || on.huddle.host.mark === markOf(actor)) return on;
  const { name } = on.huddle.host;
  return name === null
    ? refuse('conflict', 'huddle-other-host')
    : refuse('conflict', 'huddle-hosted-by', { values: { name } });
}

/** The votes without whose they are. */
const sealed = (ballot: Ballot | undefined): Change[] =>
  ballot?.status === 'open'
    ? [
        edit('ballot', ballot, {
          status: 'closed',
          places: ballot.places.map((place) => ({ ...place, mark: '' })),
          questions: ballot.questions.map((question) => ({ ...question, mark: '' })),
          votes: ballot.votes.map((vote) => ({ ...vote, mark: '' })),
        }),
      ]
    : [];

/** The end of a huddle, written down. */
const ended = (huddle: Huddle, at: Date, ballot: Ballot | undefined): Change[] => [
  edit('huddle', huddle, {
    status: 'over',
    ended: at.toISOString(),
    host: { ...huddle.host, mark: '' },
    acts: [],
  }),
  ...sealed(ballot),
];

/** The steps that a huddle begins with. */
function agendaOf({ run }: Commands['huddle:start'], team: Team, brought: boolean): AgendaItem[] {
  if (run) return [...(run === 'kick-off' ? kickOffAgenda : brainstormAgenda)];
  const { agenda } = planOf(team);
  return brought ? withChampions(agenda) : agenda;
}

/** One tap starts it, from any phone of the team. What ran out before is written down with that. */
export const startHuddle: Decider<'huddle:start'> = (input, facts, actor, now) => {
  const { team, existing, on, ballots, live } = facts;
  if (!team) return unknownTeam();
  if (!(input.run ? mayLead : mayJoin)(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const stands = on.map((huddle) => ({ huddle, stand: huddleStand(huddle, now) }));
  if (stands.some(({ stand }) => !stand.over)) return refuse('conflict', 'huddle-on');
  const about = (input.run === 'brainstorm' && input.about) || null;
  if (about !== null && !(isOf(facts.about, team) && facts.about.status === 'brought'))
    return invalid({ code: 'not-a-choice', path: 'about' });
  const at = now.toISOString();
  const asked = live[0];
  return created(
    add('huddle', {
      id: input.id,
      team: team.id,
      at,
      status: 'on',
      batch: null,
      turn: turnNumber(facts.open),
      agenda: agendaOf(input, team, facts.brought),
      step: 0,
      since: at,
      extra: 0,
      moves: 0,
      host: { mark: markOf(actor), name: words(input.name, longestName) },
      acts: [],
      ended: null,
      skill: null,
      ...(about !== null && { about }),
      scale: markerScale(team.measure ?? (asked && measureOf(asked.metric, asked.scale))),
      agreed: null,
    }),
    ...stands.flatMap(({ huddle, stand }) =>
      ended(
        huddle,
        stand.ends,
        ballots.find(({ id }) => id === ballotId(huddle.id)),
      ),
    ),
  );
};

const acted = (huddle: Huddle, act: string, fields: Partial<Huddle>) =>
  updated(edit('huddle', huddle, { ...fields, acts: withAct(huddle.acts, act, mostActs) }));

const moved = (): Refused => refuse('conflict', 'huddle-moved');

/** On or back to a step. What a phone saw decides: a doubled tap, or one that comes late, has no effect a second time. */
export const goToStep: Decider<'huddle:go'> = (input, facts, actor, now) => {
  if (facts.huddle?.acts.includes(input.act)) return nothingToDo();
  const on = steered(facts, actor, now);
  if (!on.ok) return on;
  const { huddle } = on;
  if (input.to >= huddle.agenda.length) return invalid({ code: 'not-a-choice', path: 'to' });
  const { step } = huddleStand(huddle, now);
  if (step === input.to) return nothingToDo();
  if (huddle.moves !== input.saw.moves || step !== input.saw.step) return moved();
  return acted(huddle, input.act, {
    step: input.to,
    since: now.toISOString(),
    extra: 0,
    moves: huddle.moves + 1,
  });
};

/** Half a minute more for the step that is on. */
export const lengthenStep: Decider<'huddle:longer'> = (input, facts, actor, now) => {
  if (facts.huddle?.acts.includes(input.act)) return nothingToDo();
  const on = steered(facts, actor, now);
  if (!on.ok) return on;
  const { huddle } = on;
  const stand = huddleStand(huddle, now);
  if (huddle.moves !== input.saw.moves || stand.step !== input.saw.step) return moved();
  if (stand.ends.getTime() + 1000 * moreSeconds > Date.parse(huddle.at) + 1000 * longestHuddle)
    return refuse('conflict', 'huddle-long-enough', { values: { minutes: longestHuddle / 60 } });
  // A step that began by itself is written down as begun when it did.
  const begun = huddle.agenda
    .slice(huddle.step, stand.step)
    .reduce((sum, { seconds }) => sum + seconds, stand.step > huddle.step ? huddle.extra : 0);
  return acted(huddle, input.act, {
    step: stand.step,
    since: new Date(Date.parse(huddle.since) + 1000 * begun).toISOString(),
    extra: (stand.step > huddle.step ? 0 : huddle.extra) + moreSeconds,
    moves: huddle.moves + 1,
  });
};

/** Another phone takes over; of two at once the second is told so. The host may say another name. */
export const takeOverHuddle: Decider<'huddle:host'> = (input, facts, actor, now) => {
  if (facts.huddle?.acts.includes(input.act)) return nothingToDo();
  const on = onNow(facts, actor, now);
  if (!on.ok) return on;
  const { huddle } = on;
  const mark = markOf(actor);
  const name = words(input.name, longestName);
  if (huddle.host.mark === mark && huddle.host.name === name) return nothingToDo();
  const moves = huddle.moves + 1;
  if (huddle.host.mark === mark) return acted(huddle, input.act, { host: { ...huddle.host, name }, moves });
  // What the host did meanwhile is no reason to refuse, only another host.
  if (input.saw.moves < (huddle.host.since ?? 0)) return moved();
  return acted(huddle, input.act, { host: { mark, name, since: moves }, moves });
};

/** Its host, or who leads the team, ends it. */
export const endHuddle: Decider<'huddle:end'> = (_, facts, actor, now) => {
  const { team, huddle, ballot } = facts;
  if (!team) return unknownTeam();
  if (!mayJoin(actor, team.id)) return forbidden();
  if (!isOf(huddle, team)) return notThere();
  const stand = huddleStand(huddle, now);
  if (huddle.status === 'over') return nothingToDo();
  if (!stand.over && !mayLead(actor, team.id)) {
    const on = steered(facts, actor, now);
    if (!on.ok) return on;
  }
  return updated(...ended(huddle, stand.over ? stand.ends : now, ballot));
};

export const nameSkill: Decider<'huddle:skill'> = (input, facts, actor, now) => {
  const on = steered(facts, actor, now);
  if (!on.ok) return on;
  const { team, huddle } = on;
  if (input.skill !== null && !planOf(team).skills.includes(input.skill))
    return invalid({ code: 'not-a-choice', path: 'skill' });
  return huddle.skill === input.skill
    ? nothingToDo()
    : updated(edit('huddle', huddle, { skill: input.skill }));
};

/** Its host, or who leads the team, chooses the comment that it speaks of. */
export const chooseComment: Decider<'huddle:comment'> = (input, facts, actor, now) => {
  const on = mayLead(actor, input.team) ? onNow(facts, actor, now) : steered(facts, actor, now);
  if (!on.ok) return on;
  const { comment } = facts;
  if (!isOf(comment, on.team) || comment.status !== 'approved')
    return invalid({ code: 'not-a-choice', path: 'comment' });
  return on.huddle.comment === input.comment
    ? nothingToDo()
    : updated(edit('huddle', on.huddle, { comment: input.comment }));
};

/** The team’s own steps and times, the skills it practises, the people who take turns as hosts. */
export const planHuddles: Decider<'team:huddle'> = (input, { team }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const faults: Fault[] = [];
  const { agenda } = input;
  if (agenda.length === 0) faults.push({ code: 'agenda-empty', path: 'agenda' });
  for (const [index, { step, seconds }] of agenda.entries()) {
    if (agenda.findIndex((one) => one.step === step) < index)
      faults.push({ code: 'twice', path: `agenda.${step}` });
    if (seconds < stepSeconds.min)
      faults.push({ code: 'too-small', path: `agenda.${step}`, values: { min: stepSeconds.min } });
    if (seconds > stepSeconds.max)
      faults.push({ code: 'too-large', path: `agenda.${step}`, values: { max: stepSeconds.max } });
  }
  const sum = agenda.reduce((sum, { seconds }) => sum + seconds, 0);
  if (sum > longestHuddle)
    faults.push({ code: 'agenda-too-long', path: 'agenda', values: { minutes: longestHuddle / 60 } });
  const list = (lines: readonly string[], longest: number, most: number, path: string): string[] => {
    const clean = lines.flatMap((line) => words(line, longest) ?? []);
    const unlike = clean.filter(
      (line, index) => clean.findIndex((other) => other.toLowerCase() === line.toLowerCase()) === index,
    );
    if (unlike.length > most) faults.push({ code: 'too-many', path, values: { max: most } });
    return unlike;
  };
  const skills = list(input.skills, 40, mostSkills, 'skills');
  const hosts = list(input.hosts, longestName, mostHosts, 'hosts');
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== team.version) return changedMeanwhile();
  return updated(
    edit('team', team, { huddle: { agenda, skills: skills.length > 0 ? skills : [...firstSkills], hosts } }),
  );
};
