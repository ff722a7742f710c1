import { teamsSeen } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { all, groupsOf, seenBy } from '../access';
import { leaderOf } from '../answer';
import { countsOf } from '../retention/kept-words';
import { movedWords } from './moved-words';
import { trail } from './trail';
import type { PageServerLoad } from './$types';

/** What a line may be about, as the form offers it: the parts of commands before their colons. */
const subjects = [
  'account',
  'announcement',
  'display',
  'goal',
  'group',
  'invitation',
  'key',
  'playlist',
  'team',
  'turn',
  'verbatim',
];

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house } = event.locals;
  const read = (name: string) => event.url.searchParams.get(name)?.slice(0, 200) || undefined;
  const sought = { team: read('team'), by: read('by'), what: read('what') };
  const [teams, groups, accounts, page] = await Promise.all([
    seenBy(house, leader, 'any'),
    groupsOf(house),
    all(house, 'account'),
    trail(house, leader, { ...sought, after: read('after') ?? null }),
  ]);
  const names = new Map([...accounts.map(({ id, name }) => [id, name] as const), ['house', m.audit_house()]]);
  const teamNames = new Map(teams.map(({ id, name, timeZone }) => [id, { name, timeZone }]));
  // Whoever has no account, or another team's, is named by nobody here.
  const seen = teamsSeen(leader);
  const known = accounts.filter(
    ({ id, teams: of }) => !seen || id === leader.id || of.some((team) => seen.includes(team)),
  );
  return {
    sought,
    subjects,
    teams: teams.map(({ id, name }) => ({ id, name })),
    people: known.map(({ id, name }) => ({ id, name })),
    lines: page.lines.map(({ id, at, by, command, team, about, removed, moved }) => ({
      id,
      at,
      by: names.get(by) ?? m.audit_nobody(),
      command,
      more: [
        ...countsOf(removed),
        ...movedWords(moved, new Map(teams.map(({ id, name }) => [id, name])), event.locals.language),
      ],
      /** The team that it was for, or the group. */
      where:
        (team && teamNames.get(team)?.name) ||
        (command.startsWith('group:') && groups.find((group) => group.id === about)?.name) ||
        null,
      timeZone: (team && teamNames.get(team)?.timeZone) || 'UTC',
    })),
    next: page.next,
    first: !read('after'),
  };
};
