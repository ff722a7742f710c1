import { wordsIn } from '../playlist';
import { mayLead } from '../rights';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  isOf,
  notThere,
  nothingToDo,
  required,
  unknownTeam,
  updated,
  words,
  type Decider,
} from './decision';

/** A story is read in passing: so many words at most. */
export const mostStoryWords = 12;

/** A picture whose bytes the media room holds becomes the team's. */
export const keepPicture: Decider<'picture:keep'> = (input, { team, existing }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
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
  const { team, picture, stories, posters } = facts;
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(picture, team)) return notThere();
  const shown = stories.filter((story) => story.picture === id);
  return updated(
    ...shown.map((story) => edit('story', story, { status: 'withdrawn', picture: null })),
    ...posters
      .filter((poster) => poster.picture === id)
      .map((poster) => edit('poster', poster, { status: 'withdrawn', picture: null })),
    ...(team.logo === id ? [edit('team', team, { logo: null })] : []),
    { erase: 'picture', id, forget: true },
  );
};

/** A story goes on the wall; who is named or to be recognised has agreed. */
export const tellStory: Decider<'story:tell'> = (input, { team, existing, picture }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const { texts, faults } = required({ words: input.words }, 120);
  if (wordsIn(texts.words) > mostStoryWords)
    faults.push({ code: 'too-many-words', path: 'words', values: { most: mostStoryWords } });
  const shown = input.picture || null;
  if (shown !== null && !isOf(picture, team)) faults.push({ code: 'unknown-picture', path: 'picture' });
  const about = words(input.about, 60);
  const consent = words(input.consent, 80);
  if (consent === null && (about !== null || picture?.people))
    faults.push({ code: 'no-consent', path: 'consent' });
  if (faults.length > 0) return invalid(...faults);
  const at = now.toISOString();
  return created(
    add('story', {
      id: input.id,
      team: team.id,
      at,
      status: 'published',
      batch: null,
      ...texts,
      picture: shown,
      about,
      consent: consent === null ? null : { by: consent, at },
    }),
  );
};

export const withdrawStory: Decider<'story:withdraw'> = (
  _input,
  { team, story, stories, posters },
  actor,
) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(story, team)) return notThere();
  if (story.status === 'withdrawn') return nothingToDo();
  const { id, picture } = story;
  const isAlone =
    picture !== null &&
    !stories.some((other) => other.id !== id && other.picture === picture) &&
    !posters.some((poster) => poster.picture === picture);
  return updated(
    edit('story', story, { status: 'withdrawn', picture: null }),
    ...(isAlone && team.logo !== picture ? [{ erase: 'picture' as const, id: picture, forget: true }] : []),
  );
};
