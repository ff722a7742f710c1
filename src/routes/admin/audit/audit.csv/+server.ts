import { m } from '$lib/paraglide/messages';
import { all } from '../../access';
import { leaderOf } from '../../answer';
import { countsOf } from '../../retention/kept-words';
import { csv } from '../../spreadsheet';
import { movedWords } from '../moved-words';
import { trail } from '../trail';
import type { RequestHandler } from './$types';

/** The most lines that one file holds. */
const most = 5_000;

/** Who changed what, as the page is narrowed, for a spreadsheet. */
export const GET: RequestHandler = async (event) => {
  const leader = leaderOf(event);
  const { house } = event.locals;
  const read = (name: string) => event.url.searchParams.get(name)?.slice(0, 200) || undefined;
  const sought = { team: read('team'), by: read('by'), what: read('what') };
  const { lines } = await trail(house, leader, sought, most);
  const accounts = (await all(house, 'account')).map(({ id, name }) => [id, name] as const);
  const names = new Map([...accounts, ['house', m.audit_house()]]);
  const teams = new Map((await all(house, 'team')).map(({ id, name }) => [id, name]));
  return csv(m.audit_file(), [
    [m.audit_column_when(), m.audit_column_who(), m.audit_column_what(), m.audit_column_team(), 'id'],
    ...lines.map(({ at, by, command, team, about, removed, moved }) => [
      at,
      names.get(by) ?? by,
      m.audit_did({ command }),
      (team && teams.get(team)) ?? '',
      [about ?? [], ...countsOf(removed), ...movedWords(moved, teams, event.locals.language)]
        .flat()
        .join('; '),
    ]),
  ]);
};
