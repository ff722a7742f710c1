import type { Change } from '../src/lib/domain/records';

/** A team of one bench, a change for its walls, and what every record of it begins with. */

export const base = { at: '2026-11-22T10:00:00.000Z', batch: null, team: 'bench' };

/** What a display has besides its name and its playlist. */
export const plainDisplay = {
  ...base,
  status: 'active' as const,
  profile: 'break-room',
  theme: null,
  language: null,
  timeZone: null,
  audience: null,
  tokenHash: null,
  enrolHash: null,
  framedBy: [],
};

export const benchTeam: Change = {
  put: 'team',
  record: {
    ...base,
    id: 'bench',
    status: 'active',
    name: 'Bench',
    timeZone: 'Europe/Berlin',
    customer: 'guest',
    minimumN: 5,
    cadenceDays: 7,
    moderation: 'all',
    measure: null,
    values: [],
  },
};

/** A shout-out to somebody: what a wall shows at once. */
export const shoutOut = (id: string, name: string) => ({
  put: 'shout-out' as const,
  record: {
    ...base,
    id,
    status: 'published' as const,
    to: name,
    toArea: null,
    from: 'Amira',
    fromArea: 'Floor',
    behaviour: 'walked a guest to her taxi under his own umbrella',
    value: null,
  },
});
