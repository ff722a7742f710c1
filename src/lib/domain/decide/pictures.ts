import type { Poster, Story } from '../hung';
import type { Finding } from '../journey';
import type { Goal } from '../practice';
import type { Change, Team } from '../records';
import { mayLead, mayShoutOut } from '../rights';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  isOf,
  notThere,
  nothingToDo,
  unknownTeam,
  updated,
  words,
  type Decider,
} from './decision';

/** All of a team that may show a picture; its logo, too. */
export interface Showing {
  stories: readonly Story[];
  posters: readonly Poster[];
  findings: readonly Finding[];
  goals: readonly Goal[];
}

/** A picture whose bytes the media room holds becomes the team's. */
export const keepPicture: Decider<'picture:keep'> = (input, { team, existing }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayShoutOut(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const { id, width, height, bytes, people, tone } = input;
  return created(
    add('picture', {
      id,
      team: team.id,
      at: now.toISOString(),
      status: 'kept',
      batch: null,
      width,
      height,
      bytes,
      alt: words(input.alt, 200) ?? '',
      people,
      tone,
    }),
  );
};

export const dropPicture: Decider<'picture:drop'> = ({ id }, facts, actor) => {
  const { team, picture, stories, posters, findings, goals } = facts;
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(picture, team)) return notThere();
  const shows = (one: { picture?: string | null }) => one.picture === id;
  return updated(
    ...stories.filter(shows).map((one) => edit('story', one, { status: 'withdrawn', picture: null })),
    ...posters.filter(shows).map((one) => edit('poster', one, { status: 'withdrawn', picture: null })),
    ...findings.filter(shows).map((one) => edit('finding', one, { picture: null })),
    ...goals.filter(shows).map((one) => edit('goal', one, { picture: null })),
    ...(team.logo === id ? [edit('team', team, { logo: null })] : []),
    { erase: 'picture', id, forget: true },
  );
};

/** The picture that something shows no more goes for good, in backups too, unless something else shows it. */
export function pictureGoes(
  { id, picture }: { id: string; picture?: string | null },
  team: Team,
  { stories, posters, findings, goals }: Showing,
): Change[] {
  const others = [...stories, ...posters, ...findings, ...goals].filter((one) => one.id !== id);
  const isAlone =
    picture &&
    team.logo !== picture &&
    !others.some((one: { picture?: string | null }) => one.picture === picture);
  return isAlone ? [{ erase: 'picture', id: picture, forget: true }] : [];
}
