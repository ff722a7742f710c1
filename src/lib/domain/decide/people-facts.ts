import type { Group } from '../group';
import type { JournalEntry } from '../journal';
import type { Account, ApiKey, Invitation, Organisation, Session, Team } from '../records';

/** What the rules of people and their rights have to know; a part of `Facts`. */
export interface PeopleFacts {
  /** `teams` and `groups`: in the order in which they are named; `open`: all invitations. */
  'invitation:make': {
    existing: Invitation | undefined;
    teams: (Team | undefined)[];
    groups: (Group | undefined)[];
    open: Invitation[];
  };
  /** `maker`: whoever made the invitation; `everyTeam`: there is; `same`: open accounts with the login that is wanted. */
  'invitation:take': {
    invitation: Invitation | undefined;
    maker: Account | undefined;
    everyTeam: Team[];
    teams: (Team | undefined)[];
    groups: (Group | undefined)[];
    existing: Account | undefined;
    same: Account[];
  };
  'invitation:drop': { invitation: Invitation | undefined };
  /** `owners`: the accounts that run the board. */
  'account:edit': {
    account: Account | undefined;
    owners: Account[];
    teams: (Team | undefined)[];
    groups: (Group | undefined)[];
  };
  /** `groups` and `teams`: all there are. */
  'group:add': { existing: Group | undefined; groups: Group[] };
  'group:edit': { group: Group | undefined; groups: Group[]; teams: Team[] };
  'group:drop': { group: Group | undefined; teams: Team[]; accounts: Account[]; invitations: Invitation[] };
  /** `entries`: of all notebooks; `keys`: all that are good. */
  'account:close': {
    account: Account | undefined;
    owners: Account[];
    sessions: Session[];
    entries: JournalEntry[];
    keys: ApiKey[];
    organisation: Organisation | undefined;
    /** Those whose sponsor it is. */
    teams: Team[];
  };
  'account:password': { account: Account | undefined; sessions: Session[] };
  'session:open': { account: Account | undefined; sessions: Session[] };
  'session:close': { session: Session | undefined };
}
