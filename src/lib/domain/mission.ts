import type { Organisation, Team } from './records';

/** How long the line that says what one is there for may be, in characters. */
export const longestMission = 120;

/** What a team is there for, in a line: its own, else the whole organisation’s; null where neither said. */
export const missionOf = (
  team: Pick<Team, 'mission'>,
  organisation: Pick<Organisation, 'mission'> | undefined,
): string | null => team.mission ?? organisation?.mission ?? null;
