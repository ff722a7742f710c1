import {
  heldOf,
  type Behaviour,
  type DueKind,
  type MirrorRing,
  type Written,
  type WrittenKind,
} from '$lib/domain/journal';
import { m } from '$lib/paraglide/messages';

/** A span of a day in words: "45 min", "2 h 30". */
export function minutesWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return m.journal_minutes({ minutes });
  return m.journal_hours({ hours, minutes: String(minutes % 60).padStart(2, '0') });
}

/** What a kind of entry is called. */
export const kindWords: Record<WrittenKind, () => string> = {
  time: m.journal_kind_time,
  habits: m.journal_kind_habits,
  mirror: m.journal_kind_mirror,
  closing: m.journal_kind_closing,
  coaching: m.journal_kind_coaching,
  listening: m.journal_kind_listening,
  tried: m.journal_kind_tried,
  observation: m.journal_kind_observation,
};

/** What it asks when it is due. */
export const askWords: Record<DueKind, () => string> = {
  time: m.journal_ask_time,
  habits: m.journal_ask_habits,
  mirror: m.journal_mirror,
  closing: m.journal_ask_closing,
  coaching: m.journal_ask_coaching,
};

export const ringWords: Record<MirrorRing, () => string> = {
  self: m.journal_ring_self,
  team: m.journal_ring_team,
  network: m.journal_ring_network,
};

const behaviourSays: Record<Behaviour, () => string> = {
  greeted: m.journal_saw_greeted,
  asked: m.journal_saw_asked,
  listened: m.journal_saw_listened,
  thanked: m.journal_saw_thanked,
  owned: m.journal_saw_owned,
};
export const behaviourWords = (behaviour: Behaviour): string => behaviourSays[behaviour]();

const yesNo = (answer: boolean | null) =>
  answer === null ? m.journal_open() : answer ? m.journal_yes() : m.journal_no();
const answered = (question: string, answer: boolean | null) =>
  m.journal_answered({ question, answer: yesNo(answer) });
const there = (...lines: (string | null)[]) => lines.filter((line) => line !== null);

/** What stands in an entry, a line each: the first names it. */
export function linesOf(written: Written): string[] {
  const name = kindWords[written.kind]();
  switch (written.kind) {
    case 'tried':
      return there(written.tried, written.happened);
    case 'time':
      return [
        name,
        ...written.buckets.map((bucket) =>
          m.journal_answered({ question: bucket.name, answer: minutesWords(bucket.minutes) }),
        ),
      ];
    case 'coaching':
      return there(
        name,
        m.journal_held_of({ held: heldOf(written), planned: written.slots.length }),
        written.noTime ? m.journal_no_time() : null,
        written.noSkill ? m.journal_no_skill() : null,
        ...written.whys,
      );
    case 'listening':
      return there(name, written.asked, written.heard, written.spoke);
    case 'observation':
      return there(written.whom, ...written.seen.map(behaviourWords), written.note);
    case 'habits':
      return [name, ...written.habits.map(({ text, kept }) => answered(text, kept))];
    case 'mirror':
      return [name, written.wish ? m.journal_mirror_wish() : m.journal_mirror_hope()];
    case 'closing':
      return [
        name,
        answered(m.journal_coached(), written.coached),
        answered(m.journal_modelled(), written.modelled),
      ];
  }
}
