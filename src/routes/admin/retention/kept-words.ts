import type { Audit } from '$lib/domain/records';
import { allKept, type Kept } from '$lib/domain/retention';
import { m } from '$lib/paraglide/messages';

/** What it is that is kept for a while, and what goes of it then. */
export function keptWords(kept: Kept): { label: string; goes: string } {
  const words: Record<Kept, () => { label: string; goes: string }> = {
    words: () => ({ label: m.retention_words(), goes: m.retention_words_goes() }),
    thanked: () => ({ label: m.retention_thanked(), goes: m.retention_thanked_goes() }),
    snags: () => ({ label: m.retention_snags(), goes: m.retention_snags_goes() }),
    findings: () => ({ label: m.retention_findings(), goes: m.retention_findings_goes() }),
    library: () => ({ label: m.retention_library(), goes: m.retention_library_goes() }),
    huddles: () => ({ label: m.retention_huddles(), goes: m.retention_huddles_goes() }),
    audit: () => ({ label: m.retention_audit(), goes: m.retention_audit_goes() }),
    plays: () => ({ label: m.retention_plays(), goes: m.retention_plays_goes() }),
    rows: () => ({ label: m.retention_rows(), goes: m.retention_rows_goes() }),
  };
  return words[kept]();
}

/** How many of what were let go, a line each. */
export const countsOf = (removed: Audit['removed']): string[] =>
  allKept.flatMap((kept) => {
    const count = removed?.[kept];
    return count ? [m.audit_counted({ what: keptWords(kept).label, count })] : [];
  });
