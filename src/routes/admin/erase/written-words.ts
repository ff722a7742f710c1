import { m } from '$lib/paraglide/messages';
import type { Written } from '$lib/server/intake/feedback/person';

const kinds: Record<Written, (values: { count: number }) => string> = {
  thanks: m.kind_thanks,
  'shout-out': m.kind_shout_out,
  story: m.kind_story,
  improvement: m.kind_improvement,
  snag: m.kind_snag,
  finding: m.kind_finding,
  experiment: m.kind_experiment,
  'library-card': m.kind_library_card,
  challenge: m.kind_challenge,
  announcement: m.kind_announcement,
  takeover: m.kind_takeover,
  decision: m.kind_decision,
  commitment: m.kind_commitment,
  note: m.kind_note,
};

/** So many of what leaders wrote, as a list to be read; null where there is nothing. */
export const writtenWords = (found: readonly { kind: Written; count: number }[]): string | null =>
  found
    .map(({ kind, count }) => kinds[kind]({ count }))
    .reduce<string | null>((rest, next) => (rest === null ? next : m.backup_list_and({ rest, next })), null);
