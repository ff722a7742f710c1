import { weekOf } from './asking';
import { addDays, localDay, type Day } from './calendar';
import type { Announcement, ShoutOut, Story } from './hung';
import type { Goal, Thanks } from './practice';

/** Who stands behind a team: somebody with an account, as the wall names them. */
export interface Sponsor {
  account: string;
  name: string;
  /** What they are here, in the team’s words; null: nothing was said. */
  title: string | null;
}

/** What a sponsor does: says what matters, shows it themselves, thanks whoever does. In this order everywhere. */
export const sponsorDeeds = ['express', 'model', 'reinforce'] as const;
export type SponsorDeed = (typeof sponsorDeeds)[number];

/** How long what a sponsor is may be, in characters. */
export const longestTitle = 40;
/** How long a message of theirs may be, in characters. */
export const longestMessage = 400;
/** So many of the team’s days a deed keeps its part of the lamp lit, the day on which it was done included. */
export const lampDays = 14;
/** A message hangs as long as it lights the lamp, in milliseconds. */
export const messageHangs = lampDays * 86_400_000;

/** One thing that a sponsor did: `whom` they thanked, null where it was nobody or all. `at` is ISO. */
export interface Deed {
  at: string;
  whom: string | null;
  text: string;
}

/** What a sponsor’s deeds are found in: what hangs, goals that were reached, and the thanks that closed turns. */
export interface SponsorFacts {
  announcements: readonly Announcement[];
  stories: readonly Story[];
  shoutOuts: readonly ShoutOut[];
  goals: readonly Goal[];
  thanks: readonly Thanks[];
}

const newest = (deeds: Deed[]): Deed | null =>
  deeds.reduce<Deed | null>((best, deed) => (best && best.at >= deed.at ? best : deed), null);

/** What the sponsor last said, showed and thanked for, of what still hangs; null: nothing yet. Nothing is counted. */
export function lastDeeds(
  { account }: Pick<Sponsor, 'account'>,
  facts: SponsorFacts,
): Record<SponsorDeed, Deed | null> {
  const theirs = <R extends { sponsor?: string }>(records: readonly R[]) =>
    records.filter(({ sponsor }) => sponsor === account);
  const lines = (deed: 'express' | 'reinforce') =>
    facts.thanks.flatMap(({ at, leader }) =>
      leader?.account === account && leader[deed] ? [{ at, whom: null, text: leader[deed] }] : [],
    );
  return {
    express: newest([
      ...theirs(facts.announcements).map(({ at, title }) => ({ at, whom: null, text: title })),
      ...lines('express'),
    ]),
    model: newest(theirs(facts.stories).map(({ at, words }) => ({ at, whom: null, text: words }))),
    reinforce: newest([
      ...facts.shoutOuts
        .filter(({ by }) => by === account)
        .map(({ at, to, behaviour }) => ({ at, whom: to, text: behaviour })),
      ...facts.goals.flatMap(({ celebration }) =>
        celebration?.account === account && celebration.words
          ? [{ at: celebration.at, whom: null, text: celebration.words }]
          : [],
      ),
      ...lines('reinforce'),
    ]),
  };
}

/** The first of the team’s days on which a deed still lights the lamp. */
export const lampSince = (today: Day): Day => addDays(today, 1 - lampDays);

/** Which of the three are done since a day; by the team’s clock. */
export const doneSince = (
  deeds: Record<SponsorDeed, Deed | null>,
  since: Day,
  timeZone: string,
): SponsorDeed[] =>
  sponsorDeeds.filter((deed) => {
    const last = deeds[deed];
    return last !== null && localDay(new Date(last.at), timeZone) >= since;
  });

/** The three dots of the week that is on. */
export const dotsOf = (
  deeds: Record<SponsorDeed, Deed | null>,
  today: Day,
  timeZone: string,
): SponsorDeed[] => doneSince(deeds, weekOf(today), timeZone);
