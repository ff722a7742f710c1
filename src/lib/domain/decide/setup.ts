import { isTimeZone } from '../calendar';
import type { Fault } from '../refusal';
import { refuse } from '../refusal';
import { isHouse } from '../rights';
import { add, created, forbidden, invalid, required, type Decider } from './decision';
import { newTeam } from './teams';

/** Whoever holds the one-time code becomes the owner; there is one organisation, claimed once. */
export const claim: Decider<'setup:claim'> = ({ organisation, account, team }, facts, actor, now) => {
  if (!isHouse(actor)) return forbidden();
  if (facts.organisation) return refuse('conflict', 'claimed-already');
  const { texts, faults } = required(
    {
      'organisation.name': organisation.name,
      'account.name': account.name,
      'account.login': account.login,
      ...(team && { 'team.name': team.name }),
    } as Record<'organisation.name' | 'account.name' | 'account.login' | 'team.name', string>,
    80,
  );
  const wrong: Fault[] = [...faults];
  if (team && !isTimeZone(team.timeZone)) wrong.push({ code: 'unknown-time-zone', path: 'team.timeZone' });
  if (wrong.length > 0) return invalid(...wrong);
  const at = now.toISOString();
  return created(
    add('organisation', {
      id: 'organisation',
      team: null,
      at,
      status: 'active',
      batch: null,
      name: texts['organisation.name'],
      secret: organisation.secret,
      sample: false,
    }),
    add('account', {
      id: account.id,
      team: null,
      at,
      status: 'active',
      batch: null,
      login: texts['account.login'].toLowerCase(),
      name: texts['account.name'],
      role: 'owner',
      teams: [],
      passwordHash: account.passwordHash,
    }),
    ...(team ? [add('team', newTeam({ ...team, name: texts['team.name'] }, now))] : []),
  );
};
