import type { DisplayProfile } from '../../domain/display-profile';

/** The display profiles of PROFILES_DIR, kept current; a broken file keeps its last good version. */
export interface Profiles {
  get(name: string): DisplayProfile | undefined;
  list(): DisplayProfile[];
  /** What is wrong with a profile file, as sentences for admin. */
  faults(): readonly string[];
  onChange(changed: (name: string) => void): () => void;
  close(): void;
}
