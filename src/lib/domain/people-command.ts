import type { Role } from './records';

/** What changes who may come in and what they may do, by name; a part of `Commands`. Secrets arrive as hashes. */
export interface PeopleCommands {
  /**
   * Brings somebody in by a link: whoever opens it chooses login and password. `name` says for whom it is. It works once,
   * for `invitationLasts`.
   */
  'invitation:make': {
    id: string;
    secretHash: string;
    name: string;
    role: Role;
    teams: string[];
    groups?: string[] | null;
  };
  /**
   * The house lets in whoever holds the link. `secretHash` is what it was known by; `signedIn` the account that the same browser is
   * signed in with, if any.
   */
  'invitation:take': {
    secretHash: string;
    signedIn?: string;
    account: { id: string; login: string; name: string; passwordHash: string };
  };
  /** The link opens nothing any more. */
  'invitation:drop': { id: string };
  /**
   * What somebody may do from now on; it holds for what they have open, too. `teams` count for a leader only, `groups` for a
   * manager: null is every team, left out they stay as they are.
   */
  'account:edit': { id: string; saw: number; role: Role; teams: string[]; groups?: string[] | null };
  /** Names a group of teams. */
  'group:add': { id: string; name: string };
  /** Its name, and all the teams that are in it from now on. */
  'group:edit': { id: string; saw: number; name: string; teams: string[] };
  /** The group goes; its teams stay. */
  'group:drop': { id: string };
  /** Somebody’s account is closed; its sessions end, and the keys that it made open nothing. */
  'account:close': { id: string };
  /** A new password for an account: whoever is signed in with it is out. */
  'account:password': { id: string; passwordHash: string };
  /** `browser`: what it says of itself, so that its leader knows it again. */
  'session:open': { id: string; account: string; expiresAt: string; browser?: string };
  'session:close': { id: string };
}
