import type { DisplayProfile } from '../../domain/display-profile';
import type { Store } from '../store/store';
import { sampleDisplay, sampleTeam, sampleTeamId } from './sample-team';

/** What the walls of the sample team are called, by display profile. */
const walls = [
  { id: 'break-room', name: 'Break room', profile: 'break-room' },
  { id: 'entrance', name: 'Staff entrance', profile: 'portrait' },
];

/**
 * Writes the sample team and a display for each profile that it has a wall for, as one commit. `letClean` lets comments
 * with nothing to object to show without a leader.
 */
export async function fillSampleTeam(
  store: Store,
  profiles: readonly DisplayProfile[],
  now: Date,
  { letClean = false } = {},
): Promise<{ team: string; displays: string[] }> {
  const changes = sampleTeam(now).map((change) =>
    letClean && 'put' in change && change.put === 'team'
      ? { ...change, record: { ...change.record, moderation: 'clean' as const } }
      : change,
  );
  const displays = walls.flatMap(({ id, name, profile }) => {
    const found = profiles.find((candidate) => candidate.name === profile);
    return found ? [{ id: `${sampleTeamId}-${id}`, name, profile: found }] : [];
  });
  await store.commit([
    ...changes,
    ...displays.map(({ id, name, profile }) => sampleDisplay(id, name, profile, now)),
  ]);
  return { team: sampleTeamId, displays: displays.map(({ id }) => id) };
}
