import type { Auth } from '../src/lib/server/auth/auth';
import { createBoards } from '../src/lib/server/board/board';
import { openProfiles } from '../src/lib/server/board/profiles';
import type { Intake } from '../src/lib/server/intake/intake';
import { createLive, type Live } from '../src/lib/server/live/live';
import type { Store } from '../src/lib/server/store/store';

/** A bench's walls: boards and wire as the house has them, without the front door's checks. */
export function openWalls(store: Store, intake: Intake): Live {
  const auth: Partial<Auth> = { opensDisplay: async () => true, opensByEnrol: async () => false };
  const now = () => new Date();
  const boards = createBoards({
    store,
    profiles: openProfiles('display-profiles', { follow: false }),
    now,
    build: 'bench',
    joinCode: async () => 'code',
    address: () => 'http://bench.test',
    report: (what, error) => console.error(what, error),
  });
  return createLive({ boards, auth: auth as Auth, intake, now, trustProxy: 0 });
}
