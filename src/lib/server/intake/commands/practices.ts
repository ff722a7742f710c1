import * as v from 'valibot';
import { askedId, weekOf } from '../../../domain/asking';
import { localDay } from '../../../domain/calendar';
import { challengeIds } from '../../../domain/challenge';
import { colleaguesOf } from '../../../domain/colleagues';
import { markOf } from '../../../domain/decide/huddles';
import { echoTopics } from '../../../domain/echo';
import { voices } from '../../../domain/journey';
import { interestId } from '../../../domain/interest';
import { adoptedId, cardSorts } from '../../../domain/library';
import { turnNumber } from '../../../domain/turn';
import { responseIds } from '../ids';
import type { Memory } from '../memory';
import * as s from '../shapes';
import { inTeam, ofTeam, showing, one, type Entries } from './entry';

const openTurn = async (memory: Memory, team: string) =>
  (await memory.list('turn', { team, status: 'open' }))[0];
const snagOf = async ({ team, id }: v.InferOutput<typeof inTeam>, memory: Memory) => ({
  ...(await ofTeam(memory, team)),
  snag: await memory.get('snag', id),
});
const findingOf = async ({ team, id }: v.InferOutput<typeof inTeam>, memory: Memory) => ({
  ...(await ofTeam(memory, team)),
  finding: await memory.get('finding', id),
});
const experimentOf = async ({ team, id }: v.InferOutput<typeof inTeam>, memory: Memory) => ({
  ...(await ofTeam(memory, team)),
  experiment: await memory.get('experiment', id),
});
const cardsOf = (memory: Memory, team: string) => memory.list('library-card', { team });
const challengeOf = async ({ team, id }: { team: string; id: string }, memory: Memory) => {
  const challenge = await memory.get('challenge', id);
  const all = challenge ? await memory.getAll('challenge', challengeIds(challenge)) : new Map();
  return { ...(await ofTeam(memory, team)), challenge, all: [...all.values()] };
};
const ofOrganisation = async (_: unknown, memory: Memory) => ({
  organisation: await memory.get('organisation', 'organisation'),
});
const maybeText = (longest: number) => v.nullable(s.text(longest));
/** Nothing that could be read without a key. */
const sealed = v.pipe(v.string(), v.maxLength(40_000), v.regex(/^1\.[\w-]+$/, 'malformed'));
const counted = v.object({
  measure: s.text(60),
  counts: v.pipe(v.array(v.object({ value: s.number, count: s.count })), v.maxLength(200)),
  from: s.day,
  to: s.day,
});
const baseline = v.nullable(counted);

/** The small practices of every day: asking, finding oneself in a comment, beginning, trying out, writing down for oneself. */
export const practices = {
  'aim:set': {
    schema: v.object({ id: s.id, text: s.text(400) }),
    load: async ({ id }, memory) => ({
      existing: await memory.get('aim', id),
      open: await memory.list('aim', { status: 'open' }),
    }),
  },
  'aim:close': { schema: one, load: async ({ id }, memory) => ({ aim: await memory.get('aim', id) }) },
  'mission:set': {
    schema: v.object({ saw: s.version, mission: v.nullable(s.text(400)) }),
    load: ofOrganisation,
  },
  'declaration:set': {
    schema: v.object({
      ...{ saw: s.version, text: maybeText(800), ambition: maybeText(400), measure: maybeText(400) },
      ...{ fact: maybeText(800), source: maybeText(400), year: v.nullable(s.number) },
    }),
    load: ofOrganisation,
  },
  'declaration:sign': { schema: v.object({ said: s.text(40) }), load: ofOrganisation },
  'declaration:unsign': { schema: v.object({ account: s.id }), load: ofOrganisation },
  'team:mission': {
    schema: v.object({ team: s.id, saw: s.version, mission: v.nullable(s.text(400)) }),
    load: ({ team }, memory) => ofTeam(memory, team),
  },
  'team:leadership': {
    schema: v.object({ team: s.id, on: v.boolean() }),
    load: async ({ team }, memory) => ({
      ...(await ofTeam(memory, team)),
      leading: (await memory.list('team')).filter(({ leadership }) => leadership),
    }),
  },
  'team:sponsor': {
    schema: v.object({ team: s.id, saw: s.version, account: v.nullable(s.id), title: s.maybe(s.text(200)) }),
    load: async ({ team, account }, memory) => ({
      ...(await ofTeam(memory, team)),
      account: account === null ? undefined : await memory.get('account', account),
    }),
  },
  'sponsor:express': {
    schema: v.object({ ...inTeam.entries, title: s.words(80), text: s.text(1000) }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('announcement', id),
    }),
  },
  'sponsor:model': {
    schema: v.object({ ...inTeam.entries, words: s.words(240) }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('story', id),
    }),
  },
  'snag:raise': {
    schema: v.object({ ...inTeam.entries, rule: s.text(400), happened: s.maybe(s.text(800)) }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('snag', id),
      waiting: (await memory.list('snag', { team, status: 'waiting' })).length,
    }),
  },
  'snag:answer': {
    schema: v.object({
      ...inTeam.entries,
      saw: s.version,
      verdict: v.picklist(['changed', 'kept'], 'missing'),
      text: s.text(800),
    }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      snag: await memory.get('snag', id),
      organisation: await memory.get('organisation', 'organisation'),
    }),
  },
  'snag:hide': { schema: inTeam, load: snagOf },
  'snag:show': { schema: inTeam, load: snagOf },
  'team:journey': {
    schema: v.object({
      ...{ team: s.id, saw: s.version },
      steps: v.pipe(
        v.array(v.object({ id: s.id, name: s.text(200), touchpoint: maybeText(200) })),
        v.maxLength(100, 'too-many'),
      ),
    }),
    load: ({ team }, memory) => ofTeam(memory, team),
  },
  'finding:tell': {
    schema: v.object({
      ...{ ...inTeam.entries, step: v.pipe(s.text(128), v.nonEmpty('missing')), saw: s.text(800) },
      ...{ from: v.picklist(voices, 'missing'), felt: v.picklist(['good', 'bad'], 'missing') },
      picture: s.maybe(s.id),
    }),
    load: async ({ team, id, picture }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('finding', id),
      picture: picture ? await memory.get('picture', picture) : undefined,
    }),
  },
  'finding:bring': { schema: inTeam, load: findingOf },
  'finding:answer': { schema: inTeam, load: findingOf },
  'finding:hide': {
    schema: inTeam,
    load: async (input, memory) => ({
      ...(await findingOf(input, memory)),
      ...(await showing(memory, input.team)),
    }),
  },
  'finding:show': { schema: inTeam, load: findingOf },
  'experiment:begin': {
    schema: v.object({
      ...{ ...inTeam.entries, think: s.text(800), tries: s.text(800), see: s.text(800) },
      finding: s.maybe(s.id),
    }),
    load: async ({ team, id, finding }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('experiment', id),
      finding: finding ? await memory.get('finding', finding) : undefined,
      on: (await memory.list('experiment', { team, status: 'on' })).length,
    }),
  },
  'experiment:see': {
    schema: v.object({ ...inTeam.entries, saw: s.text(800) }),
    load: experimentOf,
  },
  'experiment:drop': { schema: inTeam, load: experimentOf },
  'library:publish': {
    schema: v.object({
      ...{ ...inTeam.entries, sort: v.picklist(cardSorts, 'missing'), title: s.text(400) },
      lines: v.pipe(v.array(s.text(800)), v.maxLength(20, 'too-many')),
    }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('library-card', id),
    }),
  },
  'library:adopt': {
    schema: inTeam,
    load: async ({ team, id }, memory) => {
      const card = await memory.get('library-card', id);
      return {
        ...(await ofTeam(memory, team)),
        card,
        own: await memory.get('library-card', adoptedId(id, team)),
        cards: await cardsOf(memory, team),
        by: card && (await memory.get('team', card.team)),
      };
    },
  },
  'library:withdraw': {
    schema: inTeam,
    load: async ({ team, id }, memory) => {
      const ids = (await memory.list('team')).map((one) => adoptedId(id, one.id));
      return {
        ...(await ofTeam(memory, team)),
        card: await memory.get('library-card', id),
        copies: [...(await memory.getAll('library-card', ids)).values()],
      };
    },
  },
  'library:seen': {
    schema: v.object({ ...inTeam.entries, line: s.count, act: s.id }),
    load: async ({ team }, memory) => ({
      ...(await ofTeam(memory, team)),
      cards: await cardsOf(memory, team),
    }),
  },
  'challenge:make': {
    schema: v.object({
      ...inTeam.entries,
      to: v.pipe(v.array(s.id), v.maxLength(20, 'too-many')),
      ...{ behaviour: s.text(400), target: s.number, together: v.boolean(), until: s.day },
    }),
    load: async ({ team, id, to }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('challenge', id),
      teams: await memory.getAll('team', [team, ...to]),
      open: (
        await Promise.all(
          [...new Set([team, ...to])].map((one) =>
            memory.list('challenge', { team: one, status: ['waiting', 'on'] }),
          ),
        )
      ).flat(),
    }),
  },
  'challenge:accept': {
    schema: v.object({ ...inTeam.entries, words: s.maybe(s.text(800)) }),
    load: challengeOf,
  },
  'challenge:decline': { schema: v.object({ ...inTeam.entries, words: s.text(800) }), load: challengeOf },
  'challenge:withdraw': { schema: inTeam, load: challengeOf },
  'challenge:tap': { schema: v.object({ ...inTeam.entries, act: s.id }), load: challengeOf },
  'asking:phrase': {
    schema: v.object({
      ...{ team: s.id, saw: s.version, phrase: maybeText(400) },
      ...{ greeting: v.optional(maybeText(400)), standard: v.optional(maybeText(400)) },
    }),
    load: ({ team }, memory) => ofTeam(memory, team),
  },
  'asked:tap': {
    schema: v.object({ team: s.id, act: s.id, what: v.optional(v.picklist(['asked', 'standard'])) }),
    load: async ({ team: id }, memory, _, now) => {
      const { team } = await ofTeam(memory, id);
      const week = team && weekOf(localDay(now, team.timeZone));
      return { team, asked: week ? await memory.get('asked', askedId(id, week)) : undefined };
    },
  },
  'team:began': {
    schema: v.object({ team: s.id, began: counted }),
    load: ({ team }, memory) => ofTeam(memory, team),
  },
  'team:areas': {
    schema: v.object({
      team: s.id,
      saw: s.version,
      areas: v.pipe(
        v.array(v.object({ id: s.id, name: s.text(200), serves: v.boolean() })),
        v.maxLength(100, 'too-many'),
      ),
    }),
    load: ({ team }, memory) => ofTeam(memory, team),
  },
  'team:serves': {
    schema: v.object({ team: s.id, saw: s.version, serves: v.pipe(v.array(s.id), v.maxLength(500)) }),
    load: async ({ team }, memory) => ({
      ...(await ofTeam(memory, team)),
      teams: new Map((await memory.list('team')).map((one) => [one.id, one])),
    }),
  },
  'colleagues:answer': {
    schema: v.object({
      ...{ team: s.id, by: s.id, question: s.id, value: v.number() },
      ...{ comment: s.maybe(s.text(20_000)), held: v.optional(v.boolean()) },
    }),
    load: async ({ team: id, by, question }, memory, actor, now) => {
      const { team } = await ofTeam(memory, id);
      const own = `${markOf(actor)} ${localDay(now, team?.timeZone ?? 'UTC')}`;
      const [answer = ''] = responseIds(id, colleaguesOf(by), [{ id: own }]);
      return {
        team,
        by: await memory.get('team', by),
        question: await memory.get('question', question),
        id: answer,
        existing: await memory.get('response', answer),
        written: await memory.get('verbatim', answer),
      };
    },
  },
  'turn:part': {
    schema: v.object({ team: s.id, mark: s.text(64) }),
    load: async ({ team }, memory) => {
      const open = await openTurn(memory, team);
      return {
        ...(await ofTeam(memory, team)),
        open,
        interest: await memory.get('interest', interestId(team, turnNumber(open))),
      };
    },
  },
  'shout-out:along': {
    schema: inTeam,
    load: async ({ team, id }, memory) => {
      const open = await openTurn(memory, team);
      return {
        ...(await ofTeam(memory, team)),
        open,
        interest: await memory.get('interest', interestId(team, turnNumber(open))),
        shoutOut: await memory.get('shout-out', id),
      };
    },
  },
  'interest:tap': {
    schema: v.object({ team: s.id, verbatim: s.id, area: s.maybe(s.text(64)) }),
    load: async ({ team, verbatim }, memory) => {
      const open = await openTurn(memory, team);
      return {
        ...(await ofTeam(memory, team)),
        open,
        interest: await memory.get('interest', interestId(team, turnNumber(open))),
        verbatim: await memory.get('verbatim', verbatim),
      };
    },
  },
  'verbatim:our-part': {
    schema: v.object({ ...inTeam.entries, part: v.nullable(s.text(400)) }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      verbatim: await memory.get('verbatim', id),
    }),
  },
  'team:checklist': {
    schema: v.object({
      team: s.id,
      saw: s.version,
      steps: v.pipe(v.array(v.object({ text: s.text(400), done: v.boolean() })), v.maxLength(20, 'too-many')),
    }),
    load: ({ team }, memory) => ofTeam(memory, team),
  },
  'team:phase': {
    schema: v.object({ team: s.id, phase: v.picklist(['formation', 'monitoring']) }),
    load: ({ team }, memory) => ofTeam(memory, team),
  },
  'echo:tap': {
    schema: v.object({
      ...{ ...inTeam.entries, topic: v.picklist(echoTopics), sealed },
      month: v.pipe(v.string(), v.regex(/^\d{4}-\d\d$/, 'malformed')),
    }),
    load: async ({ team, id, month }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('echo', id),
      ahead: (await memory.list('echo', { team, from: `${month}-02T00:00:00.000Z` })).length > 0,
    }),
  },
  'journal:write': {
    schema: v.object({ id: s.id, saw: v.optional(s.version), sealed }),
    load: async ({ id }, memory) => ({ existing: await memory.get('journal', id) }),
  },
  'journal:seal': {
    schema: v.object({ id: s.id, saw: s.version, sealed }),
    load: async ({ id }, memory) => ({ entry: await memory.get('journal', id) }),
  },
  'journal:share': {
    schema: v.object({ id: s.id, of: s.id, team: s.id, sealed }),
    load: async ({ id, of, team }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('journal', id),
      entry: await memory.get('journal', of),
      shared: await memory.list('journal', { status: 'shared' }),
    }),
  },
  'journal:drop': {
    schema: one,
    load: async ({ id }, memory) => ({
      entry: await memory.get('journal', id),
      shared: await memory.list('journal', { status: 'shared' }),
    }),
  },
  'trial:start': {
    schema: v.object({
      id: s.id,
      teams: v.pipe(v.array(s.id), v.maxLength(100, 'too-many')),
      start: s.day,
      end: s.day,
      goal: s.text(400),
      baselines: v.record(s.id, baseline),
    }),
    load: async ({ id, teams }, memory) => ({
      existing: await memory.get('trial', id),
      teams: await Promise.all(teams.map((team) => memory.get('team', team))),
      on: await memory.list('trial', { status: 'on' }),
    }),
  },
  'trial:join': {
    schema: v.object({ ...inTeam.entries, baseline }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      trial: await memory.get('trial', id),
    }),
  },
  'trial:baseline': {
    schema: v.object({ ...inTeam.entries, baseline }),
    load: async ({ id }, memory) => ({ trial: await memory.get('trial', id) }),
  },
  'trial:end': { schema: one, load: async ({ id }, memory) => ({ trial: await memory.get('trial', id) }) },
} satisfies Partial<Entries>;
