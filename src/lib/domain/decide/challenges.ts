import { addDays, localDay } from '../calendar';
import {
  challengeIds,
  countOf,
  isMet,
  isOpen,
  longestBehaviour,
  longestDays,
  longestReply,
  mostChallenged,
  mostOpen,
  mostTimes,
  type Challenge,
  type Side,
} from '../challenge';
import type { Change, Team } from '../records';
import { refuse, type Fault } from '../refusal';
import { mayLead, mayShoutOut } from '../rights';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  isOf,
  masked,
  notThere,
  nothingToDo,
  saidIn,
  unknownTeam,
  updated,
  wordsUpTo,
  withAct,
  type Decider,
} from './decision';
import { mayJoin } from './huddles';
import type { ChallengeFacts } from './practice-facts';

/** What is wrong with the teams that are challenged. */
function whom(team: Team, to: readonly string[], teams: ReadonlyMap<string, Team>): Fault[] {
  const fault = (code: string, values: Fault['values'] = {}) => [{ code, path: 'to', values }];
  if (to.length === 0) return fault('challenge-nobody');
  if (to.includes(team.id)) return fault('challenge-itself');
  if (to.length > mostChallenged) return fault('too-many', { max: mostChallenged });
  for (const id of to) {
    const other = teams.get(id);
    if (!other) return fault('challenge-gone');
    if (other.status === 'closed') return fault('challenge-closed', { team: other.name });
  }
  return [];
}

/**
 * A team challenges others. It hangs nowhere before a leader of one of them said yes, so that somebody has read its words. What ended
 * unreached before makes room.
 */
export const makeChallenge: Decider<'challenge:make'> = (input, facts, actor, now) => {
  const { team, existing, teams, open } = facts;
  if (!team) return unknownTeam();
  if (!mayShoutOut(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const to = [...new Set(input.to)];
  const faults = whom(team, to, teams);
  const behaviour = saidIn(longestBehaviour, input.behaviour, 'behaviour', faults);
  const { target, until } = input;
  if (!Number.isInteger(target)) faults.push({ code: 'not-whole', path: 'target' });
  else if (target < 1) faults.push({ code: 'too-small', path: 'target', values: { min: 1 } });
  else if (target > mostTimes) faults.push({ code: 'too-large', path: 'target', values: { max: mostTimes } });
  const today = localDay(now, team.timeZone);
  if (until < today) faults.push({ code: 'day-gone', path: 'until' });
  if (until > addDays(today, longestDays))
    faults.push({ code: 'day-too-far', path: 'until', values: { days: longestDays } });
  if (faults.length > 0) return invalid(...faults);
  const others = to.flatMap((id) => teams.get(id) ?? []).sort((a, b) => a.name.localeCompare(b.name));
  for (const { id, name, timeZone } of [team, ...others]) {
    const day = localDay(now, timeZone);
    if (open.filter((one) => one.team === id && isOpen(one, day)).length >= mostOpen)
      return refuse('conflict', 'challenges-full', { values: { team: name, most: mostOpen } });
  }
  const sides = [team, ...others].map(({ id, name }, at): Side => {
    const answer = at === 0 ? 'asks' : 'waiting';
    return { team: id, name, answer, words: null, count: 0 };
  });
  const shared = { challenge: input.id, behaviour, target, together: input.together, until, sides };
  const ids = challengeIds(shared);
  return created(
    ...sides.map((side, at) =>
      add('challenge', {
        ...{ id: ids[at] ?? input.id, team: side.team, at: now.toISOString(), batch: null },
        ...{ status: 'waiting', ...shared, acts: [] },
      }),
    ),
    ...open
      .filter(({ team: of, until }) => until < localDay(now, (teams.get(of ?? '') ?? team).timeZone))
      .map((one) => edit('challenge', one, { status: 'ended' })),
  );
};

/** All teams’ records with what becomes of each, that of the team whose act it is first: the audit names it. */
const told = (
  own: Challenge,
  all: readonly Challenge[],
  fields: (one: Challenge) => Partial<Challenge>,
): Change[] =>
  [own, ...all.filter(({ id }) => id !== own.id)].map((one) => edit('challenge', one, fields(one)));

/** The team’s own record while it waits for its leader’s answer, or why there is none to give. */
function asked({ team, challenge }: ChallengeFacts, now: Date) {
  if (!team || !isOf(challenge, team)) return notThere();
  const side = challenge.sides.find((one) => one.team === team.id);
  if (!side || side.answer === 'asks') return notThere();
  if (side.answer !== 'waiting') return refuse('conflict', 'challenge-answered');
  if (challenge.status !== 'waiting' || challenge.until < localDay(now, team.timeZone))
    return refuse('conflict', 'challenge-over');
  return { ok: true as const, challenge };
}

const answered = (
  { sides }: Challenge,
  team: string,
  answer: 'accepted' | 'declined',
  words: string | null,
): Side[] => sides.map((side) => (side.team === team ? { ...side, answer, words } : side));

/** The leader of a team that was challenged says yes: it is on, for the team that asks, too. */
export const acceptChallenge: Decider<'challenge:accept'> = (input, facts, actor, now) => {
  const { team, all } = facts;
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const found = asked(facts, now);
  if (!found.ok) return found;
  const faults: Fault[] = [];
  const words = wordsUpTo(longestReply, masked(input.words), 'words', faults);
  if (faults.length > 0) return invalid(...faults);
  const begun = ({ id, challenge }: Challenge) => id === found.challenge.id || id === challenge;
  const sides = answered(found.challenge, team.id, 'accepted', words);
  return updated(...told(found.challenge, all, (one) => ({ sides, ...(begun(one) && { status: 'on' }) })));
};

/** They say no, and why: nothing hangs. The team that asks reads the sentence. */
export const declineChallenge: Decider<'challenge:decline'> = (input, facts, actor, now) => {
  const { team, all } = facts;
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const found = asked(facts, now);
  if (!found.ok) return found;
  const faults: Fault[] = [];
  const words = saidIn(longestReply, input.words, 'words', faults);
  if (faults.length > 0) return invalid(...faults);
  const sides = answered(found.challenge, team.id, 'declined', words);
  const none = sides.every(({ answer }) => answer === 'asks' || answer === 'declined');
  const declined = ({ id, challenge }: Challenge) => id === found.challenge.id || (none && id === challenge);
  return updated(
    ...told(found.challenge, all, (one) => ({ sides, ...(declined(one) && { status: 'declined' }) })),
  );
};

/** It leaves all teams’ walls and phones, whichever of them says so that asked or said yes. */
export const withdrawChallenge: Decider<'challenge:withdraw'> = (_input, facts, actor) => {
  const { team, challenge, all } = facts;
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(challenge, team)) return notThere();
  if (challenge.status === 'withdrawn') return nothingToDo();
  const side = challenge.sides.find((one) => one.team === team.id);
  if (side?.answer !== 'asks' && side?.answer !== 'accepted') return notThere();
  const hung = all.filter(({ status }) => status !== 'declined' && status !== 'withdrawn');
  return updated(...told(challenge, hung, () => ({ status: 'withdrawn' })));
};

/** Somebody of the team did it: it counts for the team, and nowhere by person. With the last one that is needed it is reached, for all. */
export const tapChallenge: Decider<'challenge:tap'> = (input, facts, actor, now) => {
  const { team, challenge, all } = facts;
  if (!team) return unknownTeam();
  if (!mayJoin(actor, team.id)) return forbidden();
  if (!isOf(challenge, team)) return notThere();
  if (challenge.acts.includes(input.act)) return nothingToDo();
  if (challenge.status !== 'on' || challenge.until < localDay(now, team.timeZone))
    return refuse('conflict', 'challenge-over');
  // Whoever has done its own waits for the others: nobody runs ahead.
  if (countOf(challenge) >= challenge.target) return nothingToDo();
  const sides = challenge.sides.map((side) =>
    side.team === team.id ? { ...side, count: side.count + 1 } : side,
  );
  const met = isMet({ ...challenge, sides });
  const acts = withAct(challenge.acts, input.act);
  return updated(
    ...told(challenge, all, (one) => ({
      sides,
      ...(one.id === challenge.id && { acts }),
      ...(met && one.status === 'on' && { status: 'reached', at: now.toISOString() }),
      // Who has not answered by then is asked no more.
      ...(met && one.status === 'waiting' && { status: 'withdrawn' }),
    })),
  );
};
