import {
  behaviours,
  buckets,
  mostHabits,
  mostSlots,
  mostWhys,
  newestOf,
  sinceOf,
  type Dated,
  type Written,
  type WrittenKind,
} from '$lib/domain/journal';
import type { House } from '$lib/server/house';
import { numberIn } from '../answer';

type Typed = Record<string, string>;
type Own = Awaited<ReturnType<House['notebook']['of']>>['entries'][number] & Dated;

/** An entry’s form: the one that it goes on with, if any, and what its fields begin with. */
export interface EntryStart<K extends WrittenKind = WrittenKind> {
  /** The entry that is gone on with, in the version that was read; null: a new one. */
  goesOn: { id: string; saw: number } | null;
  known: Extract<Written, { kind: K }> | null;
}
export type EntryStarts = { [K in WrittenKind]: EntryStart<K> };

/** Of an earlier entry what a new one begins with; null: nothing. */
function begunFrom(written: Written): Written | null {
  switch (written.kind) {
    case 'time':
      return written;
    case 'coaching':
      return {
        ...{ ...written, noTime: false, noSkill: false, whys: [] },
        slots: written.slots.map(({ when }) => ({ when, held: false })),
      };
    case 'habits':
      return { ...written, habits: written.habits.map(({ text }) => ({ text, kept: null })) };
    default:
      return null;
  }
}

/** What each form begins with. */
export function startsOf(entries: readonly Own[], kinds: readonly WrittenKind[], today: string): EntryStarts {
  const start = (kind: WrittenKind): EntryStart => {
    const since = sinceOf(kind, today);
    const own = since === null ? undefined : newestOf(entries, kind, since);
    if (own) return { goesOn: { id: own.id, saw: own.version }, known: own.written };
    const before = newestOf(entries, kind);
    return { goesOn: null, known: before ? begunFrom(before.written) : null };
  };
  return Object.fromEntries(kinds.map((kind) => [kind, start(kind)])) as EntryStarts;
}

const listed = <T>(most: number, item: (n: number) => T) => Array.from({ length: most }, (_, n) => item(n));
/** Yes, no, or what was not answered. */
const answered = (text: string | undefined) => (text === 'yes' ? true : text === 'no' ? false : undefined);

const readers: { [K in WrittenKind]: (typed: Typed) => object } = {
  tried: ({ team, tried, happened }) => ({ team, tried, happened }),
  time: (typed) => ({
    buckets: listed(buckets, (n) => ({
      name: typed[`buckets.${n}.name`],
      minutes: numberIn(typed[`buckets.${n}.minutes`]),
    })),
  }),
  coaching: (typed) => ({
    slots: listed(mostSlots, (n) => ({
      when: (typed[`slots.${n}.when`] ?? '').trim(),
      held: typed[`slots.${n}.held`] === 'on',
    })).filter(({ when }) => when !== ''),
    ...{ noTime: typed.noTime === 'on', noSkill: typed.noSkill === 'on' },
    whys: listed(mostWhys, (n) => (typed[`whys.${n}`] ?? '').trim()).filter((why) => why !== ''),
  }),
  listening: ({ asked, heard, spoke }) => ({ asked, heard, spoke }),
  observation: (typed) => ({
    ...{ whom: typed.whom, note: typed.note },
    seen: behaviours.filter((behaviour) => typed[`seen.${behaviour}`] === 'on'),
  }),
  habits: (typed) => ({
    habits: listed(mostHabits, (n) => ({
      text: (typed[`habits.${n}.text`] ?? '').trim(),
      kept: answered(typed[`habits.${n}.kept`]) ?? null,
    })).filter(({ text }) => text !== ''),
  }),
  mirror: ({ wish }) => ({ wish: answered(wish) }),
  closing: ({ coached, modelled }) => ({ coached: answered(coached), modelled: answered(modelled) }),
};
export const writtenKinds = Object.keys(readers) as WrittenKind[];

/** What a form says, as the door of the notebook checks it; undefined where it is the form of no kind. */
export function writtenFrom(typed: Typed): { kind: WrittenKind } | undefined {
  const kind = writtenKinds.find((kind) => kind === typed.kind);
  return kind && { kind, ...readers[kind](typed) };
}
