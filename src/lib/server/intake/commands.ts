import * as v from 'valibot';
import { actionPoints } from '../../domain/action-point';
import { matchedDays } from '../../domain/critical';
import { mostShifts } from '../../domain/cadence';
import type { Actor, CommandName, Commands } from '../../domain/command';
import type { Facts } from '../../domain/decide/facts';
import { playsByHour } from '../../domain/decide/plays';
import type { Response } from '../../domain/records';
import { helpId, seenId, turnId, turnNumber } from '../../domain/turn';
import { importRun } from './feedback/import-command';
import { responseIds } from './ids';
import type { Memory } from './memory';
import * as s from './shapes';

/** How a command comes in: what it must look like, and what its rule has to know. */
export interface Entry<C extends CommandName> {
  schema: v.GenericSchema<unknown, Commands[C]>;
  /** Adds what is made at the door: derived ids. */
  complete?: (input: Commands[C], actor: Actor) => Commands[C];
  load: (input: Commands[C], memory: Memory, actor: Actor, now: Date) => Promise<Facts[C]>;
}

const ofTeam = async (memory: Memory, team: string) => ({ team: await memory.get('team', team) });
/** The team, its open turn, and what its shifts have tapped in it. */
const inTurn = async (memory: Memory, team: string) => {
  const [open] = await memory.list('turn', { team, status: 'open' });
  const seen = await memory.get('seen', seenId(team, turnNumber(open)));
  return { ...(await ofTeam(memory, team)), open, seen };
};
/** The moment after: comments that came with one answer have its moment. */
const after = (at: string) => new Date(Date.parse(at) + 1).toISOString();
const inTeam = v.object({ team: s.id, id: s.id });
const one = v.object({ id: s.id });
const onPoint = v.object({ team: s.id, point: v.picklist(actionPoints) });
const helpOn = async ({ team, point }: Commands['help:offer'], memory: Memory) => ({
  ...(await ofTeam(memory, team)),
  help: await memory.get('help', helpId(team, point)),
});
const pointDue = v.object({ due: s.interval, owner: s.maybe(s.text(200)) });

/**
 * Every command. To add one: its shape in `domain/command.ts`, its facts in `domain/decide/facts.ts`, its rule in
 * `domain/decide.ts`, and an entry here.
 */
export const entries: { [C in CommandName]: Entry<C> } = {
  'setup:claim': {
    schema: v.object({
      organisation: v.object({ name: s.words(200), secret: s.hash }),
      account: v.object({ id: s.id, login: s.words(200), name: s.words(200), passwordHash: s.text(300) }),
      team: v.nullable(
        v.object({ id: s.id, name: s.words(200), timeZone: s.timeZone, customer: s.customer }),
      ),
    }),
    load: async (_, memory) => ({ organisation: await memory.get('organisation', 'organisation') }),
  },
  'session:open': {
    schema: v.object({ id: s.hash, account: s.id, expiresAt: s.moment }),
    load: async ({ account }, memory) => ({
      account: await memory.get('account', account),
      sessions: await memory.list('session'),
    }),
  },
  'session:close': {
    schema: v.object({ id: s.hash }),
    load: async ({ id }, memory) => ({ session: await memory.get('session', id) }),
  },
  'team:add': {
    schema: v.object({ id: s.id, name: s.words(200), timeZone: s.timeZone, customer: s.customer }),
    load: async ({ id }, memory) => ({
      organisation: await memory.get('organisation', 'organisation'),
      existing: await memory.get('team', id),
    }),
  },
  'team:edit': {
    schema: v.object({
      team: s.id,
      saw: s.version,
      name: s.words(200),
      timeZone: s.timeZone,
      customer: s.customer,
      minimumN: s.whole(1, 1000),
      cadenceDays: s.whole(1, 366),
      moderation: v.picklist(['all', 'clean']),
      measure: v.nullable(s.text(60)),
      values: v.pipe(v.array(v.object({ id: s.id, name: s.words(120), icon: s.text(60) })), v.maxLength(20)),
    }),
    load: ({ team }, memory) => ofTeam(memory, team),
  },
  'team:cadence': {
    schema: v.object({
      team: s.id,
      saw: s.version,
      points: v.object({ thanks: pointDue, feedback: pointDue, involve: pointDue, focus: pointDue }),
      sources: v.pipe(
        v.record(v.pipe(v.string(), v.regex(/^(ask|api|import)(:[^\s]{1,120})?$/, 'malformed')), s.interval),
        v.check((sources) => Object.keys(sources).length <= 50, 'too-much'),
      ),
      shifts: v.pipe(v.array(s.clock), v.minLength(1, 'shift-missing'), v.maxLength(mostShifts, 'too-many')),
    }),
    load: ({ team }, memory) => ofTeam(memory, team),
  },
  'team:criticals': {
    schema: v.object({
      team: s.id,
      saw: s.version,
      criticals: v.pipe(
        v.array(
          v.object({
            id: s.id,
            name: s.text(200),
            words: v.pipe(v.array(s.text(200)), v.maxLength(100, 'too-many')),
            question: v.nullable(s.text(600)),
          }),
        ),
        v.maxLength(20, 'too-many'),
      ),
    }),
    load: async ({ team }, memory, _, now) => {
      const from = new Date(now.getTime() - matchedDays * 86_400_000).toISOString();
      const comments = await memory.list('verbatim', { team, from });
      const responses = new Map<string, Response>();
      for (const { response } of comments) {
        const found = response === null ? undefined : await memory.get('response', response);
        if (found) responses.set(found.id, found);
      }
      return { ...(await ofTeam(memory, team)), comments, responses };
    },
  },
  'verbatim:sort': {
    schema: v.object({ team: s.id, id: s.id, critical: s.id, about: v.boolean() }),
    load: async ({ team, id }, memory) => {
      const verbatim = await memory.get('verbatim', id);
      const { response, at } = verbatim ?? {};
      const found = response ? await memory.get('response', response) : undefined;
      const near = found && at ? await memory.list('verbatim', { team, from: at, to: after(at) }) : [];
      return {
        ...(await ofTeam(memory, team)),
        verbatim,
        response: found,
        others: near.filter((one) => one.response === response),
      };
    },
  },
  'team:look': {
    schema: v.object({
      team: s.id,
      saw: s.version,
      accent: v.nullable(
        v.object({
          colour: s.colour,
          replaces: v.picklist(['thanks', 'feedback', 'involve', 'focus', 'neutral']),
        }),
      ),
      logo: v.nullable(s.id),
    }),
    load: async ({ team, logo }, memory) => ({
      ...(await ofTeam(memory, team)),
      logo: logo ? await memory.get('picture', logo) : undefined,
    }),
  },
  'question:ask': {
    schema: v.object({ id: s.id, team: s.id, text: s.words(400), metric: s.metric, scale: s.maybe(s.scale) }),
    load: async ({ id, team }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('question', id),
      live: await memory.list('question', { team, status: 'live' }),
    }),
  },
  'response:record': {
    schema: v.object({
      team: s.id,
      source: v.pipe(v.string(), v.regex(/^(ask|api|import)(:[^\s]{1,120})?$/, 'malformed')),
      sourceName: s.maybe(s.text(200)),
      responses: v.pipe(v.array(s.response), v.minLength(1), v.maxLength(1000, 'too-many')),
      ids: v.optional(v.array(s.id)),
      held: v.optional(v.boolean()),
    }),
    complete: (input) => ({
      ...input,
      ids: input.ids ?? responseIds(input.team, input.source, input.responses),
    }),
    load: async ({ team, ids = [] }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await Promise.all(ids.map((id) => memory.get('response', id))),
      comments: await Promise.all(ids.map((id) => memory.get('verbatim', id))),
    }),
  },
  'import:run': importRun,
  'verbatim:approve': {
    schema: v.object({ team: s.id, id: s.id, highlight: s.maybe(s.text(20_000)) }),
    load: async ({ team, id }, memory) => {
      const verbatim = await memory.get('verbatim', id);
      const response = verbatim?.response ? await memory.get('response', verbatim.response) : undefined;
      return { ...(await ofTeam(memory, team)), verbatim, response };
    },
  },
  'verbatim:hide': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      verbatim: await memory.get('verbatim', id),
    }),
  },
  'held:count': {
    schema: v.object({ team: s.id, upTo: s.moment }),
    load: async ({ team }, memory) => ({
      ...(await ofTeam(memory, team)),
      held: await memory.list('response', { team, status: 'kept-out' }),
    }),
  },
  'held:drop': {
    schema: v.object({ team: s.id, upTo: s.moment }),
    load: async ({ team }, memory) => {
      const held = await memory.list('response', { team, status: 'kept-out' });
      const comments = await Promise.all(held.map(({ id }) => memory.get('verbatim', id)));
      return { ...(await ofTeam(memory, team)), held, comments };
    },
  },
  'shout-out:add': {
    schema: v.object({
      id: s.id,
      team: s.id,
      to: s.words(60),
      toArea: s.maybe(s.text(60)),
      from: s.words(60),
      fromArea: s.maybe(s.text(60)),
      behaviour: s.words(280),
      value: s.maybe(v.union([s.id, v.literal('')])),
      held: v.optional(v.boolean()),
    }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('shout-out', id),
    }),
  },
  'shout-out:hide': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      shoutOut: await memory.get('shout-out', id),
    }),
  },
  'shout-out:show': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      shoutOut: await memory.get('shout-out', id),
    }),
  },
  'goal:set': {
    schema: v.object({
      id: s.id,
      team: s.id,
      saw: s.maybe(s.version),
      question: s.words(140),
      unit: s.unit,
      baseline: s.number,
      target: s.number,
      start: v.optional(s.day),
      due: s.day,
      follow: s.maybe(s.text(60)),
      routine: s.maybe(s.text(200)),
    }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('goal', id),
      open: await memory.list('goal', { team, status: 'open' }),
    }),
  },
  'goal:read': {
    schema: v.object({
      team: s.id,
      id: s.id,
      value: s.number,
      n: s.maybe(s.count),
      day: v.optional(s.day),
    }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      goal: await memory.get('goal', id),
    }),
  },
  'goal:reach': {
    schema: v.object({
      team: s.id,
      id: s.id,
      stand: v.nullable(v.object({ value: s.number, n: v.nullable(s.count), day: s.day })),
    }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      goal: await memory.get('goal', id),
    }),
  },
  'goal:keep': {
    schema: v.object({ team: s.id, id: s.id, routine: s.maybe(s.text(200)) }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      goal: await memory.get('goal', id),
    }),
  },
  'goal:close': {
    schema: v.object({
      team: s.id,
      id: s.id,
      reached: v.boolean(),
      words: s.maybe(s.text(400)),
      next: s.maybe(s.text(400)),
    }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      goal: await memory.get('goal', id),
    }),
  },
  'announcement:add': {
    schema: v.object({
      id: s.id,
      team: s.id,
      title: s.words(80),
      text: s.text(1000),
      from: s.maybe(s.moment),
      until: s.maybe(s.moment),
    }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('announcement', id),
    }),
  },
  'announcement:withdraw': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      announcement: await memory.get('announcement', id),
    }),
  },
  'turn:close': {
    schema: v.object({
      id: s.id,
      team: s.id,
      turn: s.whole(1, 1e6),
      question: v.nullable(
        v.object({ id: s.id, text: s.words(400), metric: s.metric, scale: s.maybe(s.scale) }),
      ),
      learned: s.maybe(s.text(400)),
      youSaid: s.maybe(s.text(200)),
      weDid: s.maybe(s.text(200)),
      signedBy: s.maybe(s.text(80)),
      served: s.maybe(s.count),
    }),
    load: async ({ team, id, turn, question }, memory) => ({
      ...(await inTurn(memory, team)),
      existing: await memory.get('thanks', id),
      before: await memory.get('turn', turnId(team, turn)),
      live: await memory.list('question', { team, status: 'live' }),
      question: question ? await memory.get('question', question.id) : undefined,
    }),
  },
  'turn:wake': {
    schema: v.object({ team: s.id }),
    load: ({ team }, memory) => inTurn(memory, team),
  },
  'seen:tap': {
    schema: v.object({ team: s.id, turn: s.whole(1, 1e6) }),
    load: ({ team }, memory) => inTurn(memory, team),
  },
  'decision:take': {
    schema: v.object({
      id: s.id,
      team: s.id,
      text: s.text(400),
      meaning: s.text(400),
      routine: s.text(200),
      start: v.optional(s.day),
      review: s.day,
      critical: s.maybe(v.union([s.id, v.literal('')])),
    }),
    load: async ({ team, id }, memory) => {
      const { open } = await inTurn(memory, team);
      return { ...(await ofTeam(memory, team)), existing: await memory.get('decision', id), open };
    },
  },
  'help:offer': { schema: onPoint, load: helpOn },
  'help:end': { schema: onPoint, load: helpOn },
  'decision:drop': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      decision: await memory.get('decision', id),
    }),
  },
  'thanks:withdraw': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      thanks: await memory.get('thanks', id),
    }),
  },
  'picture:keep': {
    schema: v.object({
      id: s.id,
      team: s.id,
      width: s.whole(1, 8192),
      height: s.whole(1, 8192),
      bytes: s.count,
      alt: s.text(400),
      people: v.boolean(),
      tone: v.picklist(['light', 'dark', 'mixed']),
    }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('picture', id),
    }),
  },
  'picture:drop': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      picture: await memory.get('picture', id),
      stories: await memory.list('story', { team }),
      posters: await memory.list('poster', { team }),
    }),
  },
  'story:tell': {
    schema: v.object({
      id: s.id,
      team: s.id,
      words: s.words(240),
      picture: s.maybe(v.union([s.id, v.literal('')])),
      about: s.maybe(s.text(120)),
      consent: s.maybe(s.text(160)),
    }),
    load: async ({ team, id, picture }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('story', id),
      picture: picture ? await memory.get('picture', picture) : undefined,
    }),
  },
  'story:withdraw': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      story: await memory.get('story', id),
      stories: await memory.list('story', { team }),
      posters: await memory.list('poster', { team }),
    }),
  },
  'poster:hang': {
    schema: v.object({
      id: s.id,
      team: s.id,
      picture: v.nullable(s.id),
      caption: s.maybe(s.text(240)),
      fit: v.picklist(['whole', 'fill']),
      customers: v.optional(v.boolean()),
      consent: s.maybe(s.text(160)),
    }),
    load: async ({ team, id, picture }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('poster', id),
      picture: picture ? await memory.get('picture', picture) : undefined,
    }),
  },
  'poster:take-down': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      poster: await memory.get('poster', id),
      stories: await memory.list('story', { team }),
      posters: await memory.list('poster', { team }),
    }),
  },
  'improvement:show': {
    schema: v.object({
      id: s.id,
      team: s.id,
      what: v.picklist(['complaints', 'referrals', 'repeat-business', 'other']),
      label: s.maybe(s.text(120)),
      unit: s.unit,
      before: s.observation,
      after: s.observation,
      because: s.maybe(s.text(240)),
    }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('improvement', id),
    }),
  },
  'improvement:withdraw': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      improvement: await memory.get('improvement', id),
    }),
  },
  'countdown:set': {
    schema: v.object({
      id: s.id,
      team: s.id,
      title: s.words(120),
      note: s.maybe(s.text(180)),
      day: s.day,
      time: s.maybe(s.clock),
      customers: v.optional(v.boolean()),
    }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('countdown', id),
    }),
  },
  'countdown:withdraw': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      countdown: await memory.get('countdown', id),
    }),
  },
  'takeover:start': {
    schema: v.object({
      id: s.id,
      team: s.id,
      tone: v.picklist(['alarm', 'call']),
      title: s.words(120),
      text: s.text(320),
      displays: s.maybe(v.pipe(v.array(s.id), v.maxLength(500))),
      customers: v.optional(v.boolean()),
      until: s.moment,
      reason: s.maybe(s.text(320)),
    }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('takeover', id),
      on: await memory.list('takeover', { team, status: 'on' }),
      displays: await memory.list('display', { team }),
    }),
  },
  'takeover:end': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      takeover: await memory.get('takeover', id),
    }),
  },
  'pairing:offer': {
    schema: v.object({
      id: s.hash,
      code: v.pipe(v.string(), v.regex(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/, 'malformed')),
      expiresAt: s.moment,
      screen: s.text(500),
      address: s.text(100),
    }),
    load: async (_, memory) => ({ waiting: await memory.list('pairing') }),
  },
  'pairing:approve': {
    schema: v.object({
      pairing: s.hash,
      display: v.object({
        id: s.id,
        team: s.id,
        name: s.words(60),
        profile: s.profile,
        playlist: s.playlist,
      }),
    }),
    load: async ({ pairing, display }, memory) => ({
      ...(await ofTeam(memory, display.team)),
      pairing: await memory.get('pairing', pairing),
      existing: await memory.get('display', display.id),
    }),
  },
  'pairing:take': {
    schema: v.object({ id: s.hash, tokenHash: s.hash }),
    load: async ({ id }, memory) => {
      const pairing = await memory.get('pairing', id);
      return {
        pairing,
        display: pairing?.display ? await memory.get('display', pairing.display) : undefined,
      };
    },
  },
  'display:edit': {
    schema: v.object({
      id: s.id,
      saw: s.version,
      name: s.words(60),
      profile: s.profile,
      playlist: s.playlist,
      theme: s.theme,
      audience: s.audience,
      language: v.optional(s.language),
      timeZone: v.optional(v.nullable(s.timeZone)),
      quietHours: v.optional(s.quietHours),
      rotation: v.optional(s.rotation),
      framedBy: v.pipe(v.array(s.origin), v.maxLength(20)),
    }),
    load: async ({ id }, memory) => ({ display: await memory.get('display', id) }),
  },
  'display:pin': {
    schema: v.object({ id: s.id, item: v.nullable(s.id), until: s.maybe(s.moment) }),
    load: async ({ id }, memory) => ({ display: await memory.get('display', id) }),
  },
  'display:revoke': {
    schema: one,
    load: async ({ id }, memory) => ({ display: await memory.get('display', id) }),
  },
  'display:enrol': {
    schema: v.object({ id: s.id, enrolHash: v.nullable(s.hash) }),
    load: async ({ id }, memory) => ({ display: await memory.get('display', id) }),
  },
  'display:token': {
    schema: v.object({ id: s.id, tokenHash: s.hash }),
    load: async ({ id }, memory) => ({ display: await memory.get('display', id) }),
  },
  'key:make': {
    schema: v.object({
      id: s.id,
      name: s.words(60),
      keyHash: s.hash,
      hint: s.text(20),
      teams: v.pipe(v.array(s.id), v.maxLength(500)),
      scopes: v.pipe(v.array(s.scope), v.maxLength(10)),
    }),
    load: async ({ id, teams }, memory) => ({
      existing: await memory.get('api-key', id),
      teams: await Promise.all(teams.map((team) => memory.get('team', team))),
    }),
  },
  'key:revoke': {
    schema: one,
    load: async ({ id }, memory) => ({ key: await memory.get('api-key', id) }),
  },
  'play:log': {
    schema: v.object({
      display: s.id,
      plays: v.pipe(
        v.array(
          v.object({
            panel: s.profile,
            at: s.moment,
            seconds: v.pipe(s.number, v.minValue(0), v.maxValue(86_400)),
          }),
        ),
        v.minLength(1),
        v.maxLength(500, 'too-many'),
      ),
    }),
    load: async (input, memory) => ({
      display: await memory.get('display', input.display),
      plays: await Promise.all(playsByHour(input).map(({ id }) => memory.get('play', id))),
    }),
  },
};
