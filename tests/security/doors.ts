import type { RequestEvent } from '@sveltejs/kit';
import type { Actor } from '../../src/lib/domain/command';
import type { KeyScope } from '../../src/lib/domain/records';
import type { Auth } from '../../src/lib/server/auth/auth';
import { openAuth } from '../../src/lib/server/auth/open-auth';
import { createIntake, type Intake } from '../../src/lib/server/intake/intake';
import { MemoryStore } from '../support/memory-store';

export const owner: Actor = { as: 'account', id: 'o', name: 'Ada', role: 'owner', teams: [] };

/** A claimed board with the teams `cafe` and `kitchen`, in memory, at a time turned by hand. */
export class Doors {
  readonly store = new MemoryStore();
  clock = new Date('2026-11-22T10:00:00Z');
  intake!: Intake;
  auth!: Auth;
  #keys = 0;

  static async open(): Promise<Doors> {
    const doors = new Doors();
    const { store } = doors;
    const now = () => doors.clock;
    doors.intake = createIntake({ store, now, log: { error: () => {} } });
    doors.auth = await openAuth({ store, now, submit: (...command) => doors.intake.submit(...command) });
    const teams = [
      { id: 'cafe', name: 'Café', timeZone: 'Pacific/Auckland', customer: 'guest' as const },
      { id: 'kitchen', name: 'Kitchen', timeZone: 'Europe/London', customer: 'guest' as const },
    ];
    await doors.intake.submit(
      'setup:claim',
      {
        organisation: { name: 'Harbour', secret: doors.auth.newSecret() },
        account: { id: 'o', login: 'ada', name: 'Ada', passwordHash: '$argon2id$none' },
        team: teams[0] ?? null,
      },
      { as: 'house' },
    );
    for (const team of teams.slice(1)) await doors.intake.submit('team:add', team, owner);
    return doors;
  }

  /** A key, as its owner holds it. */
  async key(teams: string[], scopes: KeyScope[]): Promise<string> {
    const { key, keyHash, hint } = this.auth.newKey();
    const id = `k${++this.#keys}`;
    const made = await this.intake.submit(
      'key:make',
      { id, name: 'Key', keyHash, hint, teams, scopes },
      owner,
    );
    if (!made.ok) throw new Error('no key');
    return key;
  }

  /** Asks a route of the API as Kit would. */
  async ask(
    handler: (event: never) => Response | Promise<Response>,
    path: string,
    init: RequestInit & { duplex?: 'half' } = {},
  ): Promise<Response> {
    const url = new URL(path, 'http://board.local:3000');
    const event = {
      url,
      request: new Request(url, init),
      params: { team: path.split('/')[4] ?? '' },
      locals: { house: { store: this.store, intake: this.intake, auth: this.auth, now: () => this.clock } },
    } satisfies Partial<Record<keyof RequestEvent, unknown>>;
    return handler(event as never);
  }
}

export const bearer = (key: string): Record<string, string> => ({
  authorization: `Bearer ${key}`,
  'content-type': 'application/json',
});
