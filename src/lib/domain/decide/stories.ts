import { wordsIn } from '../playlist';
import { isHeld, judge } from '../moderation';
import { refuse } from '../refusal';
import { isSponsor, mayLead, mayShoutOut } from '../rights';
import { maskPersonal } from '../verbatim';
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
import { pictureGoes } from './pictures';

/** A story is read in passing: so many words at most. */
export const mostStoryWords = 12;

/**
 * A story goes on the wall; who is named or to be recognised has agreed. A phone’s waits for a leader where it brings a picture, or words
 * that somebody should see first.
 */
export const tellStory: Decider<'story:tell'> = (input, { team, existing, picture }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayShoutOut(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const { texts, faults } = required({ words: maskPersonal(input.words).text }, 120);
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
  const said = [texts.words, about].join(' ');
  const waits =
    Boolean(input.held) ||
    (actor.as === 'phone' && (shown !== null || isHeld(team, said) || !judge(said).clean));
  return created(
    add('story', {
      id: input.id,
      team: team.id,
      at,
      status: waits ? 'waiting' : 'published',
      batch: null,
      ...texts,
      picture: shown,
      about,
      consent: consent === null ? null : { by: consent, at },
      ...(waits && { told: at }),
      ...(input.own && mayLead(actor, team.id) && { own: true }),
      ...(input.takeBackHash && { takeBackHash: input.takeBackHash }),
    }),
  );
};

/** A leader lets a story hang that waited. */
export const showStory: Decider<'story:show'> = (_input, { team, story }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(story, team) || story.status === 'withdrawn') return notThere();
  if (story.status === 'published') return nothingToDo();
  return updated(edit('story', story, { status: 'published', at: now.toISOString() }));
};

/**
 * The person in a story takes it back, whoever they are by now: the secret is theirs. Nothing of it stays, in backups neither.
 */
export const takeStoryBack: Decider<'story:take-back'> = (input, { team, story, ...shown }) => {
  if (!team) return unknownTeam();
  if (!isOf(story, team) || !story.takeBackHash || story.takeBackHash !== input.secretHash)
    return refuse('unknown', 'story-gone');
  return updated(
    { erase: 'story', id: story.id, saw: story.version, forget: true },
    ...pictureGoes(story, team, shown),
  );
};

export const withdrawStory: Decider<'story:withdraw'> = (_input, { team, story, ...shown }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id) && !(isSponsor(actor, team) && story?.sponsor === actor.id))
    return forbidden();
  if (!isOf(story, team)) return notThere();
  if (story.status === 'withdrawn') return nothingToDo();
  return updated(
    edit('story', story, { status: 'withdrawn', picture: null }),
    ...pictureGoes(story, team, shown),
  );
};
