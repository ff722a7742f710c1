import * as v from 'valibot';
import { mentionedIn } from '../../../domain/decide/person';
import type { AnyRecord, Kind, Response, Verbatim } from '../../../domain/records';
import { mentions } from '../../../domain/verbatim';
import type { Store } from '../../store/store';
import type { Entry } from '../commands/entry';
import { importedId, responseIds } from '../ids';
import type { Memory } from '../memory';
import * as s from '../shapes';
import { takeTurns } from '../slices';

/** An answer or a comment that a search for a person found; `text` null: no words. */
export interface PersonFound {
  id: string;
  team: string;
  at: string;
  text: string | null;
  /** The score that goes with it; null: none. */
  value: number | null;
}

/** What is known of a person: what can be erased, and where else their words stand. */
export interface PersonSearch {
  found: PersonFound[];
  /** There is more than is told. */
  more: boolean;
  /** Rows and reasons that imports keep. */
  rows: number;
  /** Records written by people that hold the words, by kind: whoever wrote them takes them down. */
  elsewhere: { kind: Written; count: number }[];
}

/** So much is told, and can be erased, at once. */
export const mostFound = 200;

/** What leaders write and walls show. What a person keeps to themselves is not looked into. */
const written = [
  'thanks',
  'shout-out',
  'story',
  'improvement',
  'snag',
  'finding',
  'experiment',
  'library-card',
  'challenge',
  'announcement',
  'takeover',
  'decision',
  'commitment',
  'note',
] as const satisfies Kind[];

export type Written = (typeof written)[number];

const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

const says = (record: AnyRecord, words: string) => textsOf(record).some((text) => mentions(text, words));

async function* pages<K extends Kind>(store: Store, kind: K) {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof store.list<K>>> = await store.list(kind, {}, { after, limit: 500 });
    yield* page.records;
    after = page.next;
  } while (after !== null);
}

/** The ids that an answer may have whose sender calls it `own`. */
async function idsOf(store: Store, own: string): Promise<string[]> {
  const ids = [own];
  const teams: string[] = [];
  for await (const { id } of pages(store, 'team')) teams.push(id);
  for (const kind of ['import-source', 'hook'] as const)
    for await (const { id } of pages(store, kind))
      for (const team of teams) ids.push(importedId(team, id, own));
  for await (const { id } of pages(store, 'api-key'))
    for (const team of teams) ids.push(...responseIds(team, `api:${id}`, [{ id: own }]));
  return ids;
}

/** Looks for a person by words in comments or the id of an answer, in slices. */
export async function findPerson(store: Store, typed: string): Promise<PersonSearch> {
  const words = typed.trim();
  const search: PersonSearch = { found: [], more: false, rows: 0, elsewhere: [] };
  if (words === '') return search;
  const pause = takeTurns();
  const ids = await idsOf(store, words);
  const responses = await store.getAll('response', ids);
  const answered = new Set(responses.keys());
  for (const response of responses.values()) search.found.push({ ...foundIn(response), text: null });
  for await (const verbatim of pages(store, 'verbatim')) {
    const { id, response, text, ourPart } = verbatim;
    const isTheirs =
      ids.some((answer) => answer === response || id === answer || id.startsWith(`${answer}-`)) ||
      mentions(text, words) ||
      mentions(ourPart ?? '', words);
    const wait = pause();
    if (wait) await wait;
    if (!isTheirs) continue;
    search.more ||= search.found.length >= mostFound;
    // The words of an answer stand in its place.
    const place = answered.has(response ?? '') ? search.found.findIndex(({ id }) => id === response) : -1;
    if (place >= 0) search.found.splice(place, 1);
    if (!search.more) search.found.push({ ...foundIn(verbatim), text: text || null });
  }
  for await (const done of pages(store, 'import')) {
    const { lines, reasons } = mentionedIn(done, words);
    search.rows += lines.length + (reasons ? 1 : 0);
    const wait = pause();
    if (wait) await wait;
  }
  for (const kind of written) {
    let count = 0;
    for await (const record of pages(store, kind)) if (says(record, words)) count += 1;
    if (count > 0) search.elsewhere.push({ kind, count });
  }
  return search;
}

const foundIn = ({ id, team, at, value }: Response | Verbatim) => ({ id, team, at, value });

/** The moment after: comments that came with one answer have its moment. */
const after = (at: string) => new Date(Date.parse(at) + 1).toISOString();

async function loadPerson(asked: readonly string[], memory: Memory) {
  const verbatims = new Map(await memory.getAll('verbatim', asked));
  const answers = [...verbatims.values()].flatMap(({ response }) => response ?? []);
  const responses = await memory.getAll('response', [...new Set([...asked, ...answers])]);
  for (const { id, team, at } of responses.values())
    for (const said of await memory.list('verbatim', { team, from: at, to: after(at) }))
      if (said.response === id) verbatims.set(said.id, said);
  return {
    responses: [...responses.values()],
    verbatims: [...verbatims.values()],
    imports: await memory.list('import'),
  };
}

/** How a person is erased: the words that were looked for, and what was found and chosen. */
export const personErase: Entry<'person:erase'> = {
  schema: v.object({
    words: s.words(200),
    ids: v.pipe(v.array(s.id), v.maxLength(mostFound, 'too-many')),
  }),
  load: ({ ids }, memory) => loadPerson(ids, memory),
};
