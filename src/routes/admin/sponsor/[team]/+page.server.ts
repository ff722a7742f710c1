import { error } from '@sveltejs/kit';
import { localDay } from '$lib/domain/calendar';
import { mostStoryWords } from '$lib/domain/decide/stories';
import { isSponsor, mayLead, maySee } from '$lib/domain/rights';
import { doneSince, dotsOf, lampSince, lastDeeds, longestMessage, longestTitle } from '$lib/domain/sponsor';
import { m } from '$lib/paraglide/messages';
import type { Leader } from '$lib/server/auth/auth';
import type { House } from '$lib/server/house';
import { all } from '../../access';
import { carryOut, leaderOf, numberIn, textOrNull, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

/** The team, for whoever looks at it in admin and for its sponsor, who need not. @throws 404 or 403 with a sentence. */
async function teamHere(house: House, leader: Leader, id: string) {
  const team = await house.store.get('team', id);
  if (team?.status !== 'active') error(404, m.admin_no_such_team());
  if (!maySee(leader, id) && !isSponsor(leader, team)) error(403, m.admin_not_your_team({ team: team.name }));
  return team;
}

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const leader = leaderOf(event);
  const team = await teamHere(house, leader, event.params.team);
  const newest = async <K extends 'announcement' | 'story' | 'shout-out' | 'goal' | 'thanks'>(
    kind: K,
    status: string,
    limit: number,
  ) => (await house.store.list(kind, { team: team.id, status }, { limit })).records;
  const [announcements, stories, shoutOuts, goals, thanks, accounts] = await Promise.all([
    newest('announcement', 'published', 40),
    newest('story', 'published', 40),
    newest('shout-out', 'published', 100),
    newest('goal', 'reached', 5),
    newest('thanks', 'published', 5),
    mayLead(leader, team.id) ? all(house, 'account', { status: 'active' }) : [],
  ]);
  const { sponsor = null, timeZone } = team;
  const facts = { announcements, stories, shoutOuts, goals, thanks };
  const deeds = sponsor && lastDeeds(sponsor, facts);
  const today = localDay(house.now(), timeZone);
  const message = announcements.find((one) => sponsor && one.sponsor === sponsor.account);
  const shoutOut = shoutOuts.find((one) => sponsor && one.by === sponsor.account);
  /** Its id where it is the newest deed: what stands in a thanks, or with a goal, is taken back there. */
  const ifNewest = (deed: 'express' | 'reinforce', record: { id: string; at: string } | undefined) =>
    record?.at === deeds?.[deed]?.at ? (record?.id ?? null) : null;
  return {
    team: { id: team.id, name: team.name, timeZone, version: team.version },
    sponsor: sponsor && { name: sponsor.name, title: sponsor.title, account: sponsor.account },
    mine: isSponsor(leader, team),
    leads: mayLead(leader, team.id),
    deeds,
    lit: deeds ? doneSince(deeds, lampSince(today), timeZone) : [],
    dots: deeds ? dotsOf(deeds, today, timeZone) : [],
    /** What hangs of the newest deeds, by its id, so that whoever did them takes them back. */
    last: {
      express: ifNewest('express', message),
      model: stories.find((one) => sponsor && one.sponsor === sponsor.account)?.id ?? null,
      reinforce: ifNewest('reinforce', shoutOut),
    },
    /** The newest message as plain text. */
    mail: message ? { subject: message.title, body: message.text.replaceAll('**', '') } : null,
    accounts: accounts.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
    most: { words: mostStoryWords, message: longestMessage, title: longestTitle },
    once: house.newId(),
  };
};

export const actions: Actions = {
  express: async (event) => {
    const typed = await typedIn(event.request);
    const input = {
      ...{ id: typed.once || event.locals.house.newId(), team: event.params.team },
      ...{ title: typed.title ?? '', text: typed.text ?? '' },
    };
    return carryOut(event, 'express', 'sponsor:express', input, typed, m.sponsor_expressed());
  },
  model: async (event) => {
    const typed = await typedIn(event.request);
    const id = typed.once || event.locals.house.newId();
    const input = { id, team: event.params.team, words: typed.words ?? '' };
    return carryOut(event, 'model', 'sponsor:model', input, typed, m.sponsor_modelled());
  },
  reinforce: async (event) => {
    const typed = await typedIn(event.request);
    const input = {
      ...{ id: typed.once || event.locals.house.newId(), team: event.params.team, to: typed.to ?? '' },
      ...{ from: leaderOf(event).name, behaviour: typed.behaviour ?? '' },
    };
    return carryOut(event, 'reinforce', 'shout-out:add', input, typed, m.sponsor_reinforced());
  },
  back: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    const commands = {
      express: 'announcement:withdraw',
      model: 'story:withdraw',
      reinforce: 'shout-out:hide',
    } as const;
    const deed = Object.keys(commands).find((one) => one === typed.deed) as keyof typeof commands;
    return carryOut(event, 'back', commands[deed] ?? commands.express, input, typed, m.sponsor_taken_back());
  },
  name: async (event) => {
    const typed = await typedIn(event.request);
    const input = {
      ...{ team: event.params.team, saw: numberIn(typed.saw) },
      ...{ account: textOrNull(typed.account), title: textOrNull(typed.title) },
    };
    return carryOut(event, 'name', 'team:sponsor', input, typed, m.sponsor_saved());
  },
  down: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, saw: numberIn(typed.saw), account: null };
    return carryOut(event, 'name', 'team:sponsor', input, typed, m.sponsor_stepped_down());
  },
};
