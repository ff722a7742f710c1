import * as v from 'valibot';
import type { Actor, CommandName, Commands } from '../../../domain/command';
import type { Facts } from '../../../domain/decide/facts';
import type { Memory } from '../memory';
import * as s from '../shapes';

/** How a command comes in: what it must look like, and what its rule has to know. */
export interface Entry<C extends CommandName> {
  schema: v.GenericSchema<unknown, Commands[C]>;
  /** Looks over, in slices, what is too much for the schema to check in one go. */
  isSound?: (input: Commands[C]) => Promise<boolean>;
  /** Adds what is made at the door: derived ids. */
  complete?: (input: Commands[C], actor: Actor) => Commands[C];
  /** The account under which it is written down where the house carries it out for somebody; left out: nothing is. */
  author?: (input: Commands[C]) => string;
  /** Whether it is for a closed team, too; others are refused there. */
  evenClosed?: boolean;
  load: (input: Commands[C], memory: Memory, actor: Actor, now: Date) => Promise<Facts[C]>;
}

/** An entry for every command. */
export type Entries = { [C in CommandName]: Entry<C> };

/** What a rule about a team has to know at least. */
export const ofTeam = async (memory: Memory, team: string) => ({ team: await memory.get('team', team) });
/** All of a team that may show a picture. */
export const showing = async (memory: Memory, team: string) => ({
  stories: await memory.list('story', { team }),
  posters: await memory.list('poster', { team }),
  findings: await memory.list('finding', { team }),
  goals: await memory.list('goal', { team }),
});
/** The shape of a command about one thing of a team. */
export const inTeam = v.object({ team: s.id, id: s.id });
/** The shape of a command about one thing that is known by its id alone. */
export const one = v.object({ id: s.id });
