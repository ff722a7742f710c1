import type { Actor } from '../../../domain/command';
import type { ImportReason } from '../../../domain/feedback-import';
import type { Team } from '../../../domain/records';
import { mayRecord, mayRun } from '../../../domain/rights';
import { cleanText } from '../../../domain/verbatim';
import type { TeamOfRow } from './answers';

/** How many teams one file may make: more, and the column is not one of teams. */
export const mostNewTeams = 100;

const plain = (name: string) => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** A name as it stands in an address: small letters, digits and single dashes. */
export const addressOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '') || 'team';

export interface TeamFinder {
  teamOf(name: string): TeamOfRow | ImportReason;
  /** Teams that the file names and nobody has made yet; only for who may make them. */
  made: { id: string; name: string; timeZone: string }[];
}

/** Gives every row its team: all of them `home`, or by the names in a team column. */
export function findTeams({
  teams,
  home,
  byColumn,
  makes = true,
  actor,
  source,
  timeZone,
}: {
  teams: readonly Team[];
  home: Team | undefined;
  byColumn: boolean;
  /** Whether names that no team has may become teams. */
  makes?: boolean;
  actor: Actor;
  source: string;
  timeZone: string;
}): TeamFinder {
  const made: TeamFinder['made'] = [];
  if (!byColumn && home) return { teamOf: () => home, made };
  const byName = new Map<string, Team>();
  for (const team of teams) byName.set(plain(team.name), team).set(plain(team.id), team);
  const taken = new Set(teams.map(({ id }) => id));
  const answers = new Map<string, TeamOfRow | ImportReason>();
  const look = (written: string): TeamOfRow | ImportReason => {
    const name = cleanText(written, 80);
    if (name === '') return { code: 'no-team' };
    const known = byName.get(plain(name));
    if (known) {
      return mayRecord(actor, known.id, source) ? known : { code: 'not-your-team', values: { team: name } };
    }
    if (!makes || !mayRun(actor)) return { code: 'unknown-team', values: { team: name } };
    let id = addressOf(name);
    for (let i = 2; taken.has(id); i++) id = `${addressOf(name)}-${i}`;
    taken.add(id);
    const team = { id, name, timeZone };
    made.push(team);
    return team;
  };
  return {
    made,
    teamOf: (written) => {
      const key = plain(written);
      const answer = answers.get(key) ?? look(written);
      answers.set(key, answer);
      return answer;
    },
  };
}
