import type { Actor, CommandName, Commands } from '../../domain/command';
import type { Refusal } from '../../domain/refusal';

/** What came of a command; `head` is the commit that made it durable. */
export type Outcome =
  { ok: true; head: number; created: number; updated: number } | { ok: false; refusal: Refusal };

/** THE DOOR: check -> load facts -> decide -> commit. */
export interface Intake {
  /** `input` may be anything a stranger sent: it is checked here. Resolves once durable; never throws for bad input. */
  submit<C extends CommandName>(name: C, input: Commands[C], actor: Actor): Promise<Outcome>;
}
