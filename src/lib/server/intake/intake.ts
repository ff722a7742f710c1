import * as v from 'valibot';
import type { Actor, CommandName, Commands } from '../../domain/command';
import { decideInSteps } from '../../domain/decide';
import { add, type Decision, type Steps } from '../../domain/decide/decision';
import { movedBy } from '../../domain/group';
import type { Change, Kind } from '../../domain/records';
import { accept, refuse, type Refusal, type Result } from '../../domain/refusal';
import { StaleChange, type Store } from '../store/store';
import { entries } from './commands';
import { faultsOf } from './faults';
import { newId } from './ids';
import { Overlay, type Memory } from './memory';
import { takeTurns } from './slices';

/** What came of a command; `head` is the commit that made it durable. */
export type Outcome =
  { ok: true; head: number; created: number; updated: number } | { ok: false; refusal: Refusal };

/** THE DOOR: check -> load facts -> decide -> commit. */
export interface Intake {
  /**
   * `input` may be anything a stranger sent: it is checked here. Resolves once durable; never throws for bad input.
   *
   *     const outcome = await house.intake.submit('shout-out:hide', { team, id }, locals.leader);
   *     if (!outcome.ok) return fail(422, house.say(outcome.refusal));
   */
  submit<C extends CommandName>(name: C, input: Commands[C], actor: Actor): Promise<Outcome>;
}

export interface IntakeParts {
  store: Store;
  now: () => Date;
  /** Where bugs and broken disks are told of. */
  log: { error(about: object, message: string): void };
}

interface Waiting {
  /** Decides over the overlay; throws only for bugs. */
  decide: (overlay: Overlay, now: Date) => Promise<Result<Decision>>;
  name: CommandName;
  done: (outcome: Outcome) => void;
}

/** How many commands one commit may hold, so that the first of a long queue does not wait for the last. */
const batchLimit = 256;

/**
 * Puts the door up. Commands that wait are decided in order over what is about to be committed, then committed at once;
 * if that fails, all of them are refused.
 */
export function createIntake({ store, now, log }: IntakeParts): Intake {
  const queue: Waiting[] = [];
  let working = false;

  async function commitTogether(batch: readonly Waiting[]): Promise<void> {
    const overlay = new Overlay(store);
    const decided: { waiting: Waiting; decision: Decision }[] = [];
    for (const waiting of batch) {
      let result: Result<Decision>;
      try {
        result = await waiting.decide(overlay, now());
      } catch (error) {
        log.error({ err: error, command: waiting.name }, 'a command failed');
        result = refuse('unavailable', 'failed');
      }
      if (!result.ok) waiting.done(result);
      else {
        if (batch.length > 1 || !result.value.eachOnce) await overlay.take(result.value.changes);
        decided.push({ waiting, decision: result.value });
      }
    }
    const sole = batch.length === 1 && decided[0]?.decision.eachOnce ? decided[0].decision : undefined;
    const changes = sole?.changes ?? overlay.changes;
    try {
      const head =
        changes.length > 0 ? (await store.commit(changes, { given: sole !== undefined })).head : store.head;
      for (const { waiting, decision } of decided)
        waiting.done({ ok: true, head, created: decision.created, updated: decision.updated });
    } catch (error) {
      if (error instanceof StaleChange && decided.length > 1) {
        // Somebody wrote past the door: find out whose command it was.
        for (const { waiting } of decided) await commitTogether([waiting]);
        return;
      }
      const stale = error instanceof StaleChange;
      if (!stale) log.error({ err: error, commands: decided.length }, 'a commit failed');
      const refusal = stale ? refuse('conflict', 'changed-meanwhile') : refuse('unavailable', 'unavailable');
      for (const { waiting } of decided) waiting.done(refusal);
    }
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    try {
      while (queue.length > 0) await commitTogether(queue.splice(0, batchLimit));
    } finally {
      working = false;
    }
  }

  return {
    submit(name, input, actor) {
      const entry = entries[name];
      if (!entry) return Promise.resolve(refuse('invalid', 'unknown-command'));
      const checked = check(entry.schema, input);
      if (!checked.ok) return Promise.resolve(checked);
      const complete = entry.complete?.(checked.value, actor) ?? checked.value;
      return new Promise((done) => {
        queue.push({
          name,
          done,
          decide: async (overlay, at) => {
            if (entry.isSound && !(await entry.isSound(complete))) return refuse('invalid', 'invalid');
            const facts = await entry.load(complete, overlay, actor, at);
            const result = await atLeisure(decideInSteps(name, complete, facts, actor, at));
            if (!result.ok) return result;
            // What the house does of its own accord goes on there.
            if (!entry.evenClosed && actor.as !== 'house' && (await isForClosed(complete, overlay)))
              return refuse('conflict', 'team-closed');
            const erased = remembered(result.value.changes, at);
            const changes = erased.length > 0 ? [...result.value.changes, ...erased] : result.value.changes;
            const author = actor.as === 'account' ? actor.id : entry.author?.(complete);
            return accept({
              ...result.value,
              changes: author === undefined ? changes : audited(changes, name, author, at),
            });
          },
        });
        void work();
      });
    },
  };
}

/** Whether a command is about a team that is closed, as its own or as the other one of a hand-off. */
async function isForClosed(command: object, memory: Memory): Promise<boolean> {
  const { team, by, display } = command as Partial<Record<string, unknown>>;
  const hung = typeof display === 'object' && display && 'team' in display ? display.team : undefined;
  for (const id of [team, by, hung])
    if (typeof id === 'string' && (await memory.get('team', id))?.status === 'closed') return true;
  return false;
}

/** Carries a decision out in slices. */
async function atLeisure(steps: Steps): Promise<Result<Decision>> {
  const pause = takeTurns();
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    const wait = pause();
    if (wait) await wait;
  }
  return step.value;
}

function check<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Result<T> {
  const checked = v.safeParse(schema, input);
  return checked.success
    ? accept(checked.output)
    : refuse('invalid', 'invalid', { faults: faultsOf(checked.issues) });
}

/** That something was erased for privacy is written down with it, by its id alone, so that no restore brings it back. */
function remembered(changes: readonly Change[], at: Date): Change[] {
  const erased: { kind: Kind; id: string }[] = [];
  for (const change of changes)
    if ('erase' in change && change.forget) erased.push({ kind: change.erase, id: change.id });
  if (erased.length === 0) return [];
  const id = newId();
  return [add('erasure', { id, team: null, at: at.toISOString(), status: 'done', batch: null, erased })];
}

/** What a person changed is written down: who, what, about which record; of a group which teams came and went. */
function audited(changes: Change[], command: CommandName, by: string, at: Date): Change[] {
  const first = changes[0];
  if (!first) return changes;
  const moved = command.startsWith('group:') ? movedBy(changes) : undefined;
  return [
    ...changes,
    add('audit', {
      id: newId(),
      team: 'record' in first ? first.record.team : null,
      at: at.toISOString(),
      status: 'done',
      batch: null,
      by,
      command,
      about: 'record' in first ? first.record.id : first.id,
      ...(moved && { moved }),
    }),
  ];
}
