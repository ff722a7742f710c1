import type { Actor } from '../../domain/command';
import type { Pairing } from '../../domain/display';
import type { Invitation } from '../../domain/records';
import type { Result } from '../../domain/refusal';

/** A leader who is signed in: what commands are carried out as. */
export type Leader = Extract<Actor, { as: 'account' }>;

/** Who stays out and who comes in. Secrets never leave this folder but as cookies and links for their owners. */
export interface Auth {
  /** A fresh one-time setup code while nobody owns the board; undefined once somebody does. */
  setupCode(): Promise<string | undefined>;
  isSetupCode(code: string): boolean;
  /** argon2id, one at a time, a queue of 20; refused as busy when that is full. */
  hashPassword(password: string): Promise<Result<string>>;
  /**
   * On success the secret for the session cookie. Slows down for a login or address that keeps failing: who is to wait hears so some
   * seconds late.
   */
  signIn(
    login: string,
    password: string,
    address: string,
    /** What the browser says of itself, by which its leader knows the session again. */
    browser?: string | null,
  ): Promise<Result<{ secret: string; expiresAt: string }>>;
  signOut(secret: string): Promise<void>;
  /** The invitation that a link’s secret opens: undefined once it was taken, taken back, or has run out. */
  invitation(secret: string): Promise<Invitation | undefined>;
  leader(secret: string | undefined): Promise<Leader | undefined>;
  /** The actor of an API key from `Authorization: Bearer …`. */
  key(bearer: string | null): Promise<Extract<Actor, { as: 'key' }> | undefined>;
  /** A new API key: shown once. */
  newKey(): { key: string; keyHash: string; hint: string };
  /** A new secret for a TV (`tokenHash` is what the store keeps). */
  newToken(): { token: string; tokenHash: string };
  /** A new secret, for the organisation, a form or a story (hex, 256 bit). */
  newSecret(): string;
  /** The display that a device token (the value of the display cookie) opens. */
  displayOf(token: string | undefined): Promise<string | undefined>;
  /** The SHA-256 (hex) under which the store keeps a secret of somebody. */
  hashOf(secret: string): string;
  /** Whether the token opens the display: its device token, or its enrol secret sent as one. */
  opensDisplay(display: string, token: string | undefined): Promise<boolean>;
  /** Whether the `#enrol=` secret opens the display. */
  opensByEnrol(display: string, secret: string): Promise<boolean>;
  /** The day's join code of a team, as the wall's QR carries it. */
  joinCode(team: string, day: string): Promise<string>;
  /** A ticket for a phone that came with the day's join code; undefined when the code is not today's or yesterday's. */
  ticketFor(
    team: string,
    code: string,
    now: Date,
  ): Promise<{ ticket: string; expiresAt: string } | undefined>;
  /** The team a phone's ticket is for. */
  phone(ticket: string | undefined, now: Date): Promise<Extract<Actor, { as: 'phone' }> | undefined>;
  /** Starts a pairing for a TV: its own secret (cookie), the code people type, until when. */
  offerPairing(
    screen: string,
    address: string,
  ): Promise<Result<{ secret: string; code: string; expiresAt: string }>>;
  /** The waiting pairing of a code that a leader typed: what and where it is. Wrong codes are counted, 5 in 10 minutes. */
  findPairing(code: string, leader: Leader): Promise<Result<Pairing>>;
  /**
   * What became of a TV's pairing. Once it is approved, this makes the TV's own secret the display's device token: set
   * the display cookie to that same secret.
   */
  pairing(
    secret: string,
  ): Promise<
    | { state: 'waiting'; code: string; expiresAt: string }
    | { state: 'approved'; display: string }
    | { state: 'gone' }
  >;
}

export const sessionCookie = 'huddleboard_session';
export const displayCookie = 'huddleboard_display';
export const pairingCookie = 'huddleboard_pairing';
export const ticketCookie = 'huddleboard_ticket';
/** The language that a reader chose for the pages of admin and phones. */
export const languageCookie = 'huddleboard_language';

/**
 * The name of a cookie on this address: over https the session's and the others' carry `__Host-`, so that no neighbouring
 * site can set them. The display's keeps the name that scripts know.
 */
export const cookieName = (name: string, secure: boolean): string =>
  secure && name !== displayCookie ? `__Host-${name}` : name;

/** How our cookies are set; `seconds` is how long they last. Lax, so that a link to the board finds its leader signed in. */
export const cookieOptions = (secure: boolean, seconds: number) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: seconds }) as const;

/** How long a TV stays paired, in seconds: the longest that browsers keep a cookie. */
export const displayLasts = 400 * 86_400;
