import { join } from 'node:path';
import { randomBytes, createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Actor } from '../../../domain/command';
import type { Hook, Proof } from '../../../domain/records';
import { accept, refuse, type Refusal, type Result } from '../../../domain/refusal';
import { maySee, mayLead } from '../../../domain/rights';
import { disk, type Files } from '../../store/lowdb/files';
import type { Store } from '../../store/store';
import { decodeFile } from '../feedback/bytes';
import type { Feedback, ImportOutcome, Mapping } from '../feedback/feedback';
import { parseJson, tableOfJson, type JsonLine } from '../feedback/json';
import type { WordScale } from '../feedback/word-scales';
import type { Intake } from '../intake';
import { addressed, prove } from './proof';
import { RawRoom, RoomFull, type Place, type RawMessage } from './raw-room';

/** How what a webhook brings is read, as it is remembered. */
interface Reading {
  mapping: Partial<Mapping>;
  words: WordScale | null;
  /** Somebody has looked at it. */
  settled: boolean;
}

/** What stands on a webhook's page. */
export interface HookLook {
  /** How many messages are kept, and when the newest came (ISO). */
  kept: number;
  newest: string | null;
  /** How the newest of them are read; null while nothing came. */
  outcome: ImportOutcome | null;
  /** What was settled before. */
  mapping: Partial<Mapping>;
  /** It waits for an answer; messages are kept until then. */
  waits: boolean;
}

/** THE WEBHOOKS: proven, kept as they came, answered, and then read. */
export interface Hooks {
  /**
   * Takes one message; resolves once it is on the disk. Refused as `hook-…`, as `not-json`, or as `unavailable` where the
   * disk does not take it, or as `hook-full` where a week's messages are too many.
   */
  receive(source: string, headers: Headers, body: Uint8Array<ArrayBuffer>): Promise<Result<true>>;
  /** Makes a webhook; its secret is told this once. `given`: the secret is the tool's own. */
  make(
    about: { team: string; name: string; proof: Proof; header?: string | null; given?: string | null },
    actor: Actor,
  ): Promise<Result<{ id: string; secret: string }>>;
  /** How its messages are read; with `typed`, as they would be. */
  look(hook: Hook, actor: Actor, typed?: unknown): Promise<HookLook>;
  /** Settles how they are read, and reads everything that is kept anew. */
  settle(hook: Hook, actor: Actor, typed: unknown): Promise<ImportOutcome>;
  /** What is kept of it as it came, newest first; for owners. */
  raw(hook: Hook, most: number): Promise<RawMessage[]>;
  /** Removes what is kept as it came. */
  forget(hook: Hook): Promise<void>;
  /** Removes for good the messages that hold these words, in any case; says how many. What was read from them stays. */
  erase(hook: Hook, words: string): Promise<number>;
  /** Resolves when everything that came has been read, for tests and for closing. */
  settled(): Promise<void>;
  /** Removes what is older than a week. */
  purge(): Promise<void>;
  close(): Promise<void>;
}

export interface HooksParts {
  directory: string;
  store: Store;
  intake: Intake;
  feedback: Feedback;
  now: () => Date;
  newId: () => string;
  report: (what: string, error: unknown) => void;
  files?: Files;
  /** The most that is kept for one source, in bytes. */
  mostKept?: number;
  /** Waits before what the store did not take is tried again, in ms. */
  patience?: number;
}

/** How many messages are read at once, and how many a page looks at. */
const bite = 500;
const shown = 500;
/** How long a message may not come a second time, in ms: as long as its signature is fresh, and a little. */
const replayed = 15 * 60_000;

/** What was settled, as far as it does not hang on what somebody says now. */
function under(typed: unknown, before: Reading): Reading {
  const said = typed as Partial<Mapping> | undefined;
  const anew = said?.score !== undefined || said?.scale !== undefined || said?.words !== undefined;
  return anew ? { ...before, words: null } : before;
}

const actorOf = (hook: Hook): Actor => ({ as: 'source', id: hook.id, team: hook.team });

const readingOf = (hook: Hook): Reading => {
  const known = hook.reading as Partial<Reading> | null;
  return { mapping: known?.mapping ?? {}, words: known?.words ?? null, settled: known?.settled ?? false };
};

/** The document in a message: JSON, or the fields of a form. Refused as `not-json`. */
function documentIn({ type, body }: Pick<RawMessage, 'type' | 'body'>): Result<unknown> {
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    const fields = Object.fromEntries(new URLSearchParams(body));
    const [only] = Object.values(fields);
    if (Object.keys(fields).length === 1 && only?.trim().startsWith('{'))
      return documentIn({ type: '', body: only });
    return accept(fields);
  }
  try {
    return accept(parseJson(body));
  } catch {
    return refuse('invalid', 'not-json');
  }
}

/** Opens the room and takes up what was not read when the server stopped. */
export async function openHooks(parts: HooksParts): Promise<Hooks> {
  const {
    directory,
    store,
    intake,
    feedback,
    now,
    newId,
    report,
    files = disk,
    patience = 5_000,
    mostKept,
  } = parts;
  await files.makeDirectory(directory);
  const room = new RawRoom(directory, files, mostKept);
  await room.purge(now());
  /** Ids of signed messages of the last minutes: when each was sent, by its sender's clock. */
  const seen = new Map<string, { sent: number; at: number }>();
  /** Sources with messages that were not read yet. */
  const due = new Set<string>();
  const waits = new Set<string>();
  const later = new Set<string>();
  let working: Promise<void> | undefined;
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const cursorPath = (id: string) => join(directory, id, 'read');
  async function cursorOf(id: string): Promise<Place | null> {
    try {
      return JSON.parse(await readFile(cursorPath(id), 'utf8')) as Place;
    } catch {
      return null;
    }
  }
  /** Not synced: what is read twice changes nothing. */
  async function moveCursor(id: string, place: Place): Promise<void> {
    const handle = await files.open(cursorPath(id), 'w');
    try {
      await handle.write(Buffer.from(JSON.stringify(place)), 0);
    } finally {
      await handle.close();
    }
  }

  const linesOf = (messages: readonly RawMessage[]): JsonLine[] =>
    messages.map(({ key, at, type, body }, index) => {
      const document = documentIn({ type, body });
      return { line: index + 1, value: document.ok ? document.value : undefined, text: body, key, came: at };
    });

  async function take(
    hook: Hook,
    messages: readonly RawMessage[],
    {
      actor,
      reading,
      typed = {},
      dryRun = false,
      again = false,
    }: { actor: Actor; reading: Reading; typed?: unknown; dryRun?: boolean; again?: boolean },
  ): Promise<ImportOutcome> {
    const { mapping, words } = reading;
    const also = [
      mapping.score,
      mapping.at,
      mapping.id,
      mapping.touchpoint,
      mapping.team,
      ...(mapping.comment ?? []),
    ];
    const table = await tableOfJson(linesOf(messages), 'UTF-8', [
      ...new Set(also.filter((name) => typeof name === 'string')),
    ]);
    if (!table.ok) return { outcome: 'refused', refusal: table.refusal };
    return feedback.take(
      table.value,
      { actor, team: hook.team, fileName: hook.name, mapping: typed, dryRun },
      { id: hook.id, name: hook.name, mapping, words, again, settled: reading.settled },
    );
  }

  /** What the first messages settled by themselves is kept, so that later ones, which hold less, are read alike. */
  async function keepReading(
    hook: Hook,
    outcome: Extract<ImportOutcome, { outcome: 'done' }>,
  ): Promise<void> {
    const { found, words } = outcome;
    const own = isKnownTool(found.format);
    const { comment: _, ...rest } = found.mapping;
    const mapping = own ? (found.mapping.scale === 'words' && words ? { scale: 'words' } : {}) : rest;
    if (Object.keys(mapping).length === 0 || (own && !words)) return;
    const reading: Reading = { mapping, words, settled: false };
    await intake.submit('hook:settle', { team: hook.team, id: hook.id, reading }, actorOf(hook));
  }

  /** Reads what came for a source since the last time; false where it has to be tried again later. */
  async function catchUp(id: string): Promise<boolean> {
    for (;;) {
      const hook = await store.get('hook', id);
      if (hook?.status !== 'active') return true;
      const messages: (RawMessage & { place: Place })[] = [];
      for await (const message of room.read(id, { after: await cursorOf(id) })) {
        messages.push(message);
        if (messages.length >= bite) break;
      }
      const last = messages.at(-1);
      if (!last) return true;
      const reading = readingOf(hook);
      const outcome = await take(hook, messages, { actor: actorOf(hook), reading });
      if (outcome.outcome === 'asks') {
        waits.add(id);
        return true;
      }
      if (outcome.outcome === 'refused' && outcome.refusal.kind === 'unavailable') return false;
      waits.delete(id);
      if (outcome.outcome === 'done' && hook.reading === null) await keepReading(hook, outcome);
      await moveCursor(id, last.place);
    }
  }

  async function work(): Promise<void> {
    for (const id of due) {
      due.delete(id);
      try {
        if (await catchUp(id)) continue;
      } catch (error) {
        report('What a webhook brought could not be read.', error);
      }
      later.add(id);
    }
    if (later.size === 0 || closed) return;
    // Until then others have their turn.
    retry ??= setTimeout(() => {
      retry = undefined;
      const again = [...later];
      later.clear();
      for (const id of again) soon(id);
    }, patience);
  }

  function soon(id: string): void {
    due.add(id);
    if (closed) return;
    working ??= work().finally(() => {
      working = undefined;
      if (due.size > 0 && !closed) soon([...due][0] ?? id);
    });
  }

  for (const id of await room.sources()) {
    const since = now().getTime() - replayed;
    for await (const { key, at, sent } of room.read(id, { after: dayBefore(now()) }))
      if (sent !== undefined && Date.parse(at) >= since)
        seen.set(`${id} ${key}`, { sent, at: Date.parse(at) });
    soon(id);
  }

  return {
    async receive(source, headers, body) {
      const { id, secret } = addressed(source);
      const hook = await store.get('hook', id);
      if (hook?.status !== 'active') return refuse('unknown', 'hook-unknown');
      const proven = prove(hook, { secret, headers, body, now: now() });
      if (!proven.ok) return proven;
      if ((await store.get('team', hook.team))?.status === 'closed') return refuse('conflict', 'team-closed');
      const { signed } = proven.value;
      const decoded = await decodeFile(body);
      if (!decoded.ok) return decoded;
      const text = decoded.value.parts.join('');
      const type = headers.get('content-type')?.slice(0, 100) ?? '';
      const document = documentIn({ type, body: text });
      if (!document.ok) return document;
      const at = now();
      const mark = signed && `${id} ${signed.id}`;
      if (signed && mark) {
        for (const [old, { at: came }] of seen) {
          if (at.getTime() - came < replayed) break;
          seen.delete(old);
        }
        const before = seen.get(mark);
        // The same bytes again are somebody's copy; a new signature of the same message is its sender's second try.
        if (before?.sent === signed.sent) return refuse('conflict', 'hook-replayed');
        if (before) return accept(true);
        seen.set(mark, { sent: signed.sent, at: at.getTime() });
      }
      try {
        await room.keep(id, {
          key: signed?.id ?? newId(),
          at: at.toISOString(),
          type,
          body: text,
          ...(signed ? { sent: signed.sent } : {}),
        });
      } catch (error) {
        if (mark) seen.delete(mark);
        if (error instanceof RoomFull)
          return refuse('unavailable', 'hook-full', { values: { megabytes: error.megabytes } });
        report('What a webhook brought could not be kept.', error);
        return refuse('unavailable', 'unavailable');
      }
      soon(id);
      return accept(true);
    },

    async make({ team, name, proof, header = null, given = null }, actor) {
      const id = newId();
      const own = given?.trim() || null;
      const secret =
        own ??
        (proof === 'signature'
          ? `whsec_${randomBytes(32).toString('base64')}`
          : randomBytes(32).toString('base64url'));
      const outcome = await intake.submit(
        'hook:make',
        {
          id,
          team,
          name,
          proof,
          header,
          ...(proof === 'signature'
            ? { secret: secret.startsWith('whsec_') ? secret : `whsec_${secret}` }
            : { secretHash: createHash('sha256').update(secret).digest('hex') }),
        },
        actor,
      );
      return outcome.ok ? accept({ id, secret }) : outcome;
    },

    async look(hook, actor, typed) {
      const { messages, kept } = await room.newest(hook.id, shown);
      const reading = readingOf(hook);
      const newest = messages.at(-1)?.at ?? null;
      const outcome =
        messages.length === 0 || !maySee(actor, hook.team)
          ? null
          : await take(hook, messages, {
              actor: actorOf(hook),
              reading: under(typed, reading),
              typed,
              dryRun: true,
            });
      return { kept, newest, outcome, mapping: reading.mapping, waits: waits.has(hook.id) };
    },

    async settle(hook, actor, typed) {
      if (!mayLead(actor, hook.team)) return { outcome: 'refused', refusal: forbidden };
      const { messages } = await room.newest(hook.id, shown);
      const before = under(typed, readingOf(hook));
      const tried = await take(hook, messages, {
        actor: actorOf(hook),
        reading: before,
        typed,
        dryRun: true,
      });
      if (tried.outcome !== 'done') return tried;
      const own = isKnownTool(tried.found.format);
      const mapping: Partial<Mapping> = own
        ? { ...before.mapping, ...(typed as Partial<Mapping>), ...(tried.words ? { scale: 'words' } : {}) }
        : tried.found.mapping;
      const reading: Reading = { mapping, words: tried.words, settled: true };
      const settled = await intake.submit('hook:settle', { team: hook.team, id: hook.id, reading }, actor);
      if (!settled.ok) return { outcome: 'refused', refusal: settled.refusal };
      await working;
      waits.delete(hook.id);
      let outcome: ImportOutcome = tried;
      let bunch: (RawMessage & { place: Place })[] = [];
      const flush = async () => {
        if (bunch.length === 0) return;
        const took = await take(hook, bunch, { actor: actorOf(hook), reading, again: true });
        const last = bunch.at(-1);
        if (took.outcome === 'done') outcome = took;
        if (last) await moveCursor(hook.id, last.place);
        bunch = [];
      };
      for await (const message of room.read(hook.id)) {
        bunch.push(message);
        if (bunch.length >= 20_000) await flush();
      }
      await flush();
      soon(hook.id);
      return outcome;
    },

    raw: async (hook, most) => (await room.newest(hook.id, most)).messages.reverse(),
    forget: (hook) => room.forget(hook.id),
    async erase(hook, words) {
      const wanted = words.normalize('NFC').trim().toLowerCase();
      if (wanted === '') return 0;
      const holds = (value: unknown): boolean =>
        typeof value === 'string' || typeof value === 'number'
          ? String(value).normalize('NFC').toLowerCase().includes(wanted)
          : typeof value === 'object' && value !== null && Object.values(value).some(holds);
      // Also where the tool wrote the letters as escapes.
      return room.erase(hook.id, (message) => {
        const document = documentIn(message);
        return holds(message.body) || (document.ok && holds(document.value));
      });
    },
    async settled() {
      while (working) await working;
    },
    purge: () => room.purge(now()),
    async close() {
      closed = true;
      clearTimeout(retry);
      await working;
      await room.close();
    },
  };
}

const forbidden: Refusal = { kind: 'forbidden', code: 'not-yours' };

/** Whether a format is a tool's own, whose columns are known whatever one message holds. */
const isKnownTool = (format: string): boolean => format !== 'table';

/** The place from which on messages of this day and the day before lie. */
const dayBefore = (now: Date): Place => ({
  day: new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10),
  end: 0,
});
