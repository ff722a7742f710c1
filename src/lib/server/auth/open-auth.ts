import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor, CommandName, Commands } from '../../domain/command';
import type { Display, Pairing } from '../../domain/display';
import type { Account, ApiKey, Invitation, Organisation, Team } from '../../domain/records';
import { accept, refuse, type Refusal } from '../../domain/refusal';
import { actorOf } from '../../domain/rights';
import { cleanText } from '../../domain/verbatim';
import type { Store } from '../store/store';
import type { Auth } from './auth';
import { LateAnswer, Slowdown, Tries, Pace } from './limits';
import { Passwords } from './passwords';
import { equal, hashOf, newCode, newSecret, plainCode } from './secrets';
import { isJoinCode, joinCode, newTicket, readTicket } from './tickets';

/** How long a leader stays signed in, in milliseconds. */
export const sessionLasts = 30 * 86_400_000;
/** How long a pairing code may be typed, in milliseconds. */
export const pairingLasts = 600_000;

type Submit = <C extends CommandName>(
  name: C,
  input: Commands[C],
  actor: Actor,
) => Promise<{ ok: true } | { ok: false; refusal: Refusal }>;

export interface AuthParts {
  store: Store;
  /** The door: what auth changes goes through it like everything else. */
  submit: Submit;
  now: () => Date;
  /** Resolves after so many milliseconds; left out: by the clock. */
  pause?: (milliseconds: number) => Promise<unknown>;
}

/** Keeps no process alive. */
const byTheClock = (milliseconds: number) => sleep(milliseconds, undefined, { ref: false });

const house: Actor = { as: 'house' };

async function everything<T>(
  list: (after: string | null) => Promise<{ records: T[]; next: string | null }>,
): Promise<T[]> {
  const all: T[] = [];
  let after: string | null = null;
  do {
    const page = await list(after);
    all.push(...page.records);
    after = page.next;
  } while (after !== null);
  return all;
}

/** Opens the part of the house that knows who is who. */
export async function openAuth({ store, submit, now, pause = byTheClock }: AuthParts): Promise<Auth> {
  let organisation: Organisation | undefined = await store.get('organisation', 'organisation');
  let setup: string | undefined;
  store.watch(({ kinds }) => {
    if (!kinds.has('organisation')) return;
    setup = undefined;
    void store.get('organisation', 'organisation').then((claimed) => (organisation = claimed));
  });
  const secret = async () => (organisation ??= await store.get('organisation', 'organisation'))?.secret;

  const passwords = new Passwords();
  const slowdown = new Slowdown(now);
  const late = new LateAnswer(pause);
  const tries = new Tries();
  /** Join codes by secret, team and day. */
  const codes = new Map<string, string>();
  const pace = new Pace(30, 300);

  const displays = () =>
    everything<Display>((after) => store.list('display', { status: 'active' }, { after, limit: 500 }));
  const pairings = () => everything<Pairing>((after) => store.list('pairing', {}, { after, limit: 500 }));
  const accounts = () =>
    everything<Account>((after) => store.list('account', { status: 'active' }, { after, limit: 500 }));
  const invitations = () =>
    everything<Invitation>((after) => store.list('invitation', {}, { after, limit: 500 }));
  const everyTeam = () => everything<Team>((after) => store.list('team', {}, { after, limit: 500 }));
  const keys = () =>
    everything<ApiKey>((after) => store.list('api-key', { status: 'active' }, { after, limit: 500 }));

  const isClosed = async (account: string) => (await store.get('account', account))?.status === 'closed';
  // Keys of accounts that were closed when that did not yet end them. What cannot be written now is refused below all the same.
  for (const { id, madeBy } of await keys())
    if (await isClosed(madeBy)) await submit('key:revoke', { id }, house);

  const activeDisplay = async (id: string) => {
    const display = await store.get('display', id);
    return display?.status === 'active' ? display : undefined;
  };

  return {
    async setupCode() {
      if (await secret()) return undefined;
      return (setup ??= newSecret());
    },
    isSetupCode: (code) => setup !== undefined && organisation === undefined && equal(code, setup),

    hashPassword: async (password) => late.of(await passwords.hash(password)),

    async signIn(login, password, address, browser) {
      const name = login.normalize('NFC').trim().toLowerCase().slice(0, 200);
      const slow = slowdown.refusal(name, address);
      if (slow) return late.of({ ok: false, refusal: slow });
      const account = (await accounts()).find((one) => one.login === name);
      const right = await passwords.verify(password, account?.passwordHash);
      if (!right.ok) return late.of(right);
      if (!account || !right.value) {
        await slowdown.failed(name, address);
        return refuse('forbidden', 'sign-in-wrong');
      }
      await slowdown.passed(name, address);
      const opened = newSecret();
      const said = cleanText(browser ?? '', 200);
      const expiresAt = new Date(now().getTime() + sessionLasts).toISOString();
      const outcome = await submit(
        'session:open',
        { id: hashOf(opened), account: account.id, expiresAt, ...(said ? { browser: said } : {}) },
        house,
      );
      return outcome.ok ? accept({ secret: opened, expiresAt }) : outcome;
    },

    async signOut(opened) {
      await submit('session:close', { id: hashOf(opened) }, house);
    },

    async invitation(given) {
      const hash = hashOf(given);
      const found = (await invitations()).find(({ secretHash }) => secretHash === hash);
      return found && found.expiresAt > now().toISOString() ? found : undefined;
    },

    async leader(opened) {
      if (!opened) return undefined;
      const session = await store.get('session', hashOf(opened));
      if (!session || session.expiresAt <= now().toISOString()) return undefined;
      const account = await store.get('account', session.account);
      if (account?.status !== 'active') return undefined;
      return actorOf(account, account.groups ? await everyTeam() : []);
    },

    async key(bearer) {
      const given = /^Bearer +([\w-]{20,200})$/i.exec(bearer ?? '')?.[1];
      if (!given) return undefined;
      const hash = hashOf(given);
      const found = (await keys()).find(({ keyHash }) => keyHash === hash);
      // A restore can bring one back whose maker is gone.
      if (!found || (await isClosed(found.madeBy))) return undefined;
      return { as: 'key', id: found.id, teams: found.teams, scopes: found.scopes };
    },

    newKey() {
      const key = `hb_${newSecret()}`;
      return { key, keyHash: hashOf(key), hint: key.slice(0, 9) };
    },

    newToken() {
      const token = newSecret();
      return { token, tokenHash: hashOf(token) };
    },

    newSecret: () => randomBytes(32).toString('hex'),
    hashOf,

    async displayOf(token) {
      if (!token) return undefined;
      const hash = hashOf(token);
      return (await displays()).find(({ tokenHash, enrolHash }) => tokenHash === hash || enrolHash === hash)
        ?.id;
    },

    async opensDisplay(id, token) {
      if (!token) return false;
      const display = await activeDisplay(id);
      const hash = hashOf(token);
      return display !== undefined && (display.tokenHash === hash || display.enrolHash === hash);
    },

    async opensByEnrol(id, enrol) {
      const display = await activeDisplay(id);
      return display !== undefined && display.enrolHash === hashOf(enrol);
    },

    async joinCode(team, day) {
      const known = await secret();
      if (!known) return '';
      // Every board asks for it each time it is composed.
      const key = `${known}|${team}|${day}`;
      let code = codes.get(key);
      if (code === undefined) {
        if (codes.size > 500) codes.clear();
        codes.set(key, (code = joinCode(known, team, day)));
      }
      return code;
    },

    async ticketFor(id, code, at) {
      const [known, team] = [await secret(), await store.get('team', id)];
      return known && team?.status === 'active' && isJoinCode(known, team, code, at)
        ? newTicket(known, id, at)
        : undefined;
    },

    async phone(ticket, at) {
      const known = await secret();
      const team = known && ticket ? readTicket(known, ticket, at) : undefined;
      if (team === undefined || !ticket) return undefined;
      return { as: 'phone', team, mark: hashOf(ticket).slice(0, 12) };
    },

    async offerPairing(screen, address) {
      const seconds = await pace.over(address);
      if (seconds !== undefined) return refuse('busy', 'busy', { values: { seconds } });
      const own = newSecret();
      const expiresAt = new Date(now().getTime() + pairingLasts).toISOString();
      for (let attempt = 0; ; attempt++) {
        const code = newCode(8);
        const offer = { id: hashOf(own), code, expiresAt, screen: screen.slice(0, 200), address };
        const outcome = await submit('pairing:offer', offer, house);
        if (outcome.ok) return accept({ secret: own, code, expiresAt });
        if (outcome.refusal.code !== 'pairing-code-taken' || attempt === 3) return outcome;
      }
    },

    async findPairing(typed, leader) {
      const refusal = await tries.refusal(leader.id);
      if (refusal) return { ok: false, refusal };
      const code = plainCode(typed);
      const found = (await pairings()).find((one) => one.status === 'waiting' && one.code === code);
      if (found && found.expiresAt > now().toISOString()) return accept(found);
      await tries.failed(leader.id);
      return refuse('unknown', 'pairing-gone', { faults: [{ code: 'pairing-gone', path: 'code' }] });
    },

    async pairing(own) {
      const id = hashOf(own);
      const found = await store.get('pairing', id);
      if (!found) {
        // Taken before, and the answer got lost on its way to the TV.
        const display = (await displays()).find(({ tokenHash }) => tokenHash === id);
        return display ? { state: 'approved', display: display.id } : { state: 'gone' };
      }
      if (found.status === 'approved' && found.display) {
        const taken = await submit('pairing:take', { id, tokenHash: id }, house);
        return taken.ok || (await activeDisplay(found.display))?.tokenHash === id
          ? { state: 'approved', display: found.display }
          : { state: 'gone' };
      }
      if (found.expiresAt <= now().toISOString()) return { state: 'gone' };
      return { state: 'waiting', code: found.code, expiresAt: found.expiresAt };
    },
  };
}
