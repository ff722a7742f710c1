import type { PlaylistItem } from '$lib/domain/playlist';
import type { House } from '$lib/server/house';
import { all } from '../../access';

/** By id, the names of other teams whose scenes are in these playlists: a list says whose such a scene is. */
export async function guestNames(
  house: House,
  playlists: readonly (readonly PlaylistItem[])[],
): Promise<ReadonlyMap<string, string>> {
  const named = new Set(playlists.flat().flatMap(({ team }) => team ?? []));
  if (named.size === 0) return new Map();
  return new Map((await all(house, 'team')).flatMap(({ id, name }) => (named.has(id) ? [[id, name]] : [])));
}
