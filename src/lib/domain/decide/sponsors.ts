import { wordsIn } from '../playlist';
import type { Fault } from '../refusal';
import { cleanLines } from '../rich-text';
import { isSponsor, mayLead } from '../rights';
import { longestMessage, longestTitle, messageHangs, type Sponsor } from '../sponsor';
import { maskPersonal } from '../verbatim';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  isOf,
  nothingToDo,
  required,
  unknownTeam,
  updated,
  wordsUpTo,
  type Decider,
} from './decision';
import { mostStoryWords } from './stories';

/** Whoever leads the team names its sponsor, anybody with an account; a sponsor may step down. Where they are named again, what they are may change. */
export const nameSponsor: Decider<'team:sponsor'> = (input, { team, account }, actor) => {
  if (!team) return unknownTeam();
  const stepsDown = input.account === null && isSponsor(actor, team);
  if (!mayLead(actor, team.id) && !stepsDown) return forbidden();
  const faults: Fault[] = [];
  const title = wordsUpTo(longestTitle, input.title, 'title', faults);
  if (input.account !== null && account?.status !== 'active')
    faults.push({ code: 'choose-one', path: 'account' });
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== team.version) return changedMeanwhile();
  const sponsor: Sponsor | null = account ? { account: account.id, name: account.name, title } : null;
  const before = team.sponsor ?? null;
  if (sponsor?.account === before?.account && sponsor?.title === before?.title) return nothingToDo();
  return updated(edit('team', team, { sponsor }));
};

/** The sponsor says what matters. It hangs as an announcement under their name, and leaves the walls by itself. */
export const express: Decider<'sponsor:express'> = (input, { team, existing }, actor, now) => {
  if (!team) return unknownTeam();
  if (!isSponsor(actor, team)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const { texts, faults } = required({ title: input.title }, 80);
  const text = cleanLines(input.text, longestMessage + 1);
  if ([...text].length > longestMessage)
    faults.push({ code: 'too-long', path: 'text', values: { max: longestMessage } });
  if (faults.length > 0) return invalid(...faults);
  const { name, title } = team.sponsor ?? { name: actor.name, title: null };
  return created(
    add('announcement', {
      ...{ id: input.id, team: team.id, at: now.toISOString(), status: 'published', batch: null },
      ...texts,
      text: [text, title === null ? `**${name}**` : `**${name}**, ${title}`].filter(Boolean).join('\n\n'),
      from: null,
      until: new Date(now.getTime() + messageHangs).toISOString(),
      sponsor: actor.id,
    }),
  );
};

/** The sponsor says what they did themselves: a story of theirs, to which they agree by telling it. */
export const showByExample: Decider<'sponsor:model'> = (input, { team, existing }, actor, now) => {
  if (!team) return unknownTeam();
  if (!isSponsor(actor, team)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const { texts, faults } = required({ words: maskPersonal(input.words).text }, 120);
  if (wordsIn(texts.words) > mostStoryWords)
    faults.push({ code: 'too-many-words', path: 'words', values: { most: mostStoryWords } });
  if (faults.length > 0) return invalid(...faults);
  const at = now.toISOString();
  return created(
    add('story', {
      ...{ id: input.id, team: team.id, at, status: 'published', batch: null },
      ...texts,
      ...{ picture: null, about: actor.name, consent: { by: actor.name, at }, sponsor: actor.id },
    }),
  );
};
