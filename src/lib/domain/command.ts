import type { ImportRun } from './feedback-import';
import type { KeyScope, Respondent, Role, Team, Value } from './records';
import type { Metric, Scale } from './metric';
import type { PlaylistItem } from './playlist';

/** Who asks: what a command may do is decided from this and the records it touches. */
export type Actor =
  | { as: 'account'; id: string; name: string; role: Role; teams: string[] }
  | { as: 'key'; id: string; teams: string[]; scopes: KeyScope[] }
  | { as: 'phone'; team: string }
  | { as: 'customer' }
  | { as: 'screen'; display: string }
  /** Holds the one-time setup code, or is the house itself. */
  | { as: 'house' };

/** One answer as a caller gives it. */
export interface ResponseInput {
  /** The caller's own id, unique per key or source; absent: a new answer each time. */
  id?: string;
  metric: Metric;
  value: number;
  scale?: Scale;
  comment?: string;
  touchpoint?: string;
  from?: Respondent;
  at?: string;
}

/**
 * Everything that changes anything, by name. Ids and secrets are made at the door (domain has no randomness); secrets
 * arrive here as hashes.
 */
export interface Commands {
  'setup:claim': {
    organisation: { name: string; secret: string };
    account: { id: string; login: string; name: string; passwordHash: string };
    team: { id: string; name: string; timeZone: string; customer: Team['customer'] } | null;
  };
  'session:open': { id: string; account: string; expiresAt: string };
  'session:close': { id: string };
  'team:add': { id: string; name: string; timeZone: string; customer: Team['customer'] };
  'team:edit': {
    team: string;
    saw: number;
    name: string;
    timeZone: string;
    customer: Team['customer'];
    minimumN: number;
    cadenceDays: number;
    moderation: Team['moderation'];
    measure: string | null;
    values: Value[];
  };
  'question:ask': { id: string; team: string; text: string; metric: Metric; scale?: Scale | null };
  /**
   * `source`: `ask`, `api:<key>` or `import:<source>`. `ids` are derived at the door (intake) when left out. `held`: came
   * over a public form's soft limit; its score stays out and its comment waits until a leader looks.
   */
  'response:record': {
    team: string;
    source: string;
    sourceName?: string | null;
    responses: ResponseInput[];
    ids?: string[];
    held?: boolean;
  };
  'import:run': ImportRun;
  'verbatim:approve': { team: string; id: string; highlight?: string | null };
  'verbatim:hide': { team: string; id: string };
  /** Every answer held back up to this moment (ISO, included) counts from now on. */
  'held:count': { team: string; upTo: string };
  /** Every answer held back up to this moment (ISO, included) goes, and what was written with it. */
  'held:drop': { team: string; upTo: string };
  'shout-out:add': {
    id: string;
    team: string;
    to: string;
    toArea?: string | null;
    from: string;
    fromArea?: string | null;
    behaviour: string;
    value?: string | null;
    /** Came over a public form's soft limit: waits until a leader looks. */
    held?: boolean;
  };
  'shout-out:hide': { team: string; id: string };
  'shout-out:show': { team: string; id: string };
  'goal:set': {
    id: string;
    team: string;
    saw?: number | null;
    question: string;
    unit: 'in-100' | 'points' | 'count' | 'minutes' | 'percent';
    baseline: number;
    target: number;
    start?: string;
    due: string;
    follow?: string | null;
  };
  'goal:read': { team: string; id: string; value: number; n?: number | null; day?: string };
  'goal:close': { team: string; id: string; reached: boolean };
  'announcement:add': {
    id: string;
    team: string;
    title: string;
    text: string;
    from?: string | null;
    until?: string | null;
  };
  'announcement:withdraw': { team: string; id: string };
  'thanks:say': {
    id: string;
    team: string;
    youSaid?: string | null;
    weDid?: string | null;
    signedBy?: string | null;
    served?: number | null;
  };
  'thanks:withdraw': { team: string; id: string };
  'pairing:offer': { id: string; code: string; expiresAt: string; screen: string; address: string };
  /** `pairing` is the id of what `auth.findPairing(code, leader)` found, which also counts wrong codes. */
  'pairing:approve': {
    pairing: string;
    display: { id: string; team: string; name: string; profile: string; playlist: PlaylistItem[] };
  };
  /** The TV takes its display: its secret becomes the device token. */
  'pairing:take': { id: string; tokenHash: string };
  'display:edit': {
    id: string;
    saw: number;
    name: string;
    profile: string;
    playlist: PlaylistItem[];
    theme: 'evening' | 'dim' | 'daylight' | null;
    audience: 'staff' | 'customers' | null;
    framedBy: string[];
  };
  'display:revoke': { id: string };
  'display:enrol': { id: string; enrolHash: string | null };
  /** Gives the display a new device token; the one before opens nothing any more. */
  'display:token': { id: string; tokenHash: string };
  'key:make': {
    id: string;
    name: string;
    keyHash: string;
    hint: string;
    teams: string[];
    scopes: KeyScope[];
  };
  'key:revoke': { id: string };
  'play:log': { display: string; plays: { panel: string; at: string; seconds: number }[] };
}

export type CommandName = keyof Commands;
