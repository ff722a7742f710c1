import { localDay, type Day } from '../../domain/calendar';
import { answeringTeam } from '../../domain/colleagues';
import type { EchoPool } from '../../domain/echo';
import type { Kind } from '../../domain/records';
import type { Answers, AnswersAbout, Ask, Place } from '../../panels/needs';
import type { Commit, Store } from '../store/store';
import { handOffsOf } from './hand-offs';
import { stalledOf } from './stalled';

/** What is asked for: a kind of record; what is between two teams; the open goal’s sample, which is a comment. */
export type Touched = Kind | 'hand-off' | 'sample';

/**
 * What a commit may have changed: `kind:team`, and `kind:*` where the team is not known or it concerns all; `hand-off` is what is
 * between two teams.
 */
export function touched(commit: Commit): Set<string> {
  const found = new Set<string>();
  for (const change of commit.firsts) {
    if ('erase' in change) {
      found.add(`${change.erase}:*`);
      if (change.erase === 'response') found.add('hand-off:*');
      if (change.erase === 'verbatim') found.add('sample:*');
    } else if (change.put === 'organisation') found.add('organisation:*');
    else if (change.put === 'team') {
      found.add(`team:${change.record.id}`);
      // Whom it serves, or served until now, and whoever serves it, draws its name.
      found.add('hand-off:*');
    } else {
      const { team } = change.record;
      found.add(`${change.put}:${team}`);
      if (change.put === 'goal' || change.put === 'verbatim') found.add(`sample:${team}`);
      // What a colleague answers is a fact of their own team, too.
      if (change.put === 'response' && change.record.from === 'employee')
        found.add(`hand-off:${change.record.team}`).add(`hand-off:${answeringTeam(change.record.source)}`);
    }
  }
  return found;
}

/** The kind of record an ask is answered from; place is not in the store. */
export function kindOf(ask: Ask): Touched | undefined {
  if (ask.ask === 'hand-offs') return 'hand-off';
  if (ask.ask === 'sample') return 'sample';
  // Its picture comes and goes with a change of the goal.
  if (ask.ask === 'goal-picture') return 'goal';
  if (ask.ask === 'leading') return 'echo';
  if (ask.ask === 'answers' || ask.ask === 'answers-about' || ask.ask === 'returning') return 'response';
  if (ask.ask === 'newest' || ask.ask === 'one') return ask.kind;
  if (ask.ask === 'stalled') return 'decision';
  if (ask.ask === 'mission' || ask.ask === 'declaration') return 'organisation';
  return ask.ask === 'team' ? 'team' : undefined;
}

/** Whether these touches concern what the kind holds for the team. */
export const concerns = (touches: ReadonlySet<string>, kind: Touched, team: string): boolean =>
  touches.has(`${kind}:${team}`) || touches.has(`${kind}:*`);

interface Kept {
  kind: Touched;
  team: string;
  answer: Promise<unknown>;
}

/** Answers asks from the store; boards that ask the same share the answer until a commit touches it. */
export class FactSource {
  #kept = new Map<string, Kept>();

  /** `leading`: how a team says that its leaders are doing, in pools, oldest first. */
  constructor(
    readonly store: Store,
    readonly leading: (team: string) => Promise<EchoPool[]>,
  ) {}

  /** Forgets what a commit touched. */
  forget(touches: ReadonlySet<string>): void {
    for (const [key, { kind, team }] of this.#kept) if (concerns(touches, kind, team)) this.#kept.delete(key);
  }

  /** All asks of one panel, by the names it gave them. */
  async gather(
    asks: Record<string, Ask>,
    where: { team: string; timeZone: string; now: Date; place: () => Promise<Place> },
  ): Promise<Record<string, unknown>> {
    const answers = await Promise.all(
      Object.entries(asks).map(async ([name, ask]) => [
        name,
        ask.ask === 'place'
          ? await where.place()
          : await this.#answer(ask, where.team, localDay(where.now, where.timeZone), where.now),
      ]),
    );
    return Object.fromEntries(answers);
  }

  #answer(ask: Exclude<Ask, { ask: 'place' }>, team: string, today: Day, now: Date): Promise<unknown> {
    const kind = kindOf(ask) ?? 'team';
    const key = `${team} ${today} ${JSON.stringify(ask)}`;
    const kept = this.#kept.get(key);
    if (kept) return kept.answer;
    // A day's answers are of no use the day after.
    if (this.#kept.size > 5000) this.#kept.clear();
    const answer = this.#ask(ask, team, today, now);
    this.#kept.set(key, { kind, team, answer });
    answer.catch(() => this.#kept.delete(key));
    return answer;
  }

  async #ask(ask: Exclude<Ask, { ask: 'place' }>, team: string, today: Day, now: Date): Promise<unknown> {
    if (ask.ask === 'team') return this.store.get('team', team);
    if (ask.ask === 'mission') return (await this.store.get('organisation', 'organisation'))?.mission ?? null;
    if (ask.ask === 'declaration')
      return (await this.store.get('organisation', 'organisation'))?.declaration ?? null;
    if (ask.ask === 'sample' || ask.ask === 'goal-picture') {
      const [goal] = (await this.store.list('goal', { team, status: 'open' }, { limit: 1 })).records;
      if (ask.ask === 'goal-picture')
        return (goal?.picture && (await this.store.get('picture', goal.picture))) || null;
      const found = goal?.sample ? await this.store.get('verbatim', goal.sample) : undefined;
      return found?.team === team && found.status === 'approved' ? found : null;
    }
    if (ask.ask === 'leading') return (await this.leading(team)).at(-1) ?? null;
    if (ask.ask === 'stalled') return stalledOf(this.store, team, now);
    if (ask.ask === 'one') {
      const record = await this.store.get(ask.kind, ask.id);
      return record?.team === team ? record : undefined;
    }
    if (ask.ask === 'newest') {
      const page = await this.store.list(ask.kind, { team, status: ask.status }, { limit: ask.limit });
      return page.records;
    }
    if (ask.ask === 'hand-offs') return handOffsOf(this.store, team, ask.days, today);
    const newest = { days: ask.days, upTo: today };
    if (ask.ask === 'answers-about') {
      const tallies = await this.store.tally({ team, newest, by: ['day', 'critical'] });
      return tallies.map(({ measure, rows }): AnswersAbout => ({
        measure,
        rows: rows.map(({ day = today, critical = null, value, count }) => ({ day, critical, value, count })),
      }));
    }
    const tallies = await this.store.tally({
      ...{ team, newest, by: ['day'] },
      returning: ask.ask === 'returning',
    });
    return tallies.map(({ measure, latest, rows }): Answers => ({
      measure,
      latest,
      rows: rows.map(({ day, value, count }) => ({ day: day ?? today, value, count })),
    }));
  }
}
