import * as v from 'valibot';
import { actionPoints } from '../../../domain/action-point';
import { matchedDays } from '../../../domain/critical';
import { mostShifts } from '../../../domain/cadence';
import type { Commands } from '../../../domain/command';
import type { Response } from '../../../domain/records';
import { helpId } from '../../../domain/turn';
import type { Memory } from '../memory';
import * as s from '../shapes';
import { ofTeam, type Entries } from './entry';

const inTeamAlone = v.object({ team: s.id });
const onPoint = v.object({ team: s.id, point: v.picklist(actionPoints) });
const helpOn = async ({ team, point }: Commands['help:offer'], memory: Memory) => ({
  ...(await ofTeam(memory, team)),
  help: await memory.get('help', helpId(team, point)),
});
const criticals = v.pipe(
  v.array(
    v.object({
      id: s.id,
      name: s.text(200),
      words: v.pipe(v.array(s.text(200)), v.maxLength(100, 'too-many')),
      question: v.nullable(s.text(600)),
    }),
  ),
  v.maxLength(20, 'too-many'),
);
const pointDue = v.object({ due: s.interval, owner: s.maybe(s.text(200)) });

/** How a team is, looks and is helped. */
export const teams = {
  'team:add': {
    schema: v.object({
      id: s.id,
      name: s.words(200),
      timeZone: s.timeZone,
      customer: s.customer,
      criticals: v.optional(criticals),
      phrase: s.maybe(s.text(200)),
    }),
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
      people: v.optional(v.nullable(s.whole(1, 10_000))),
      moderation: v.picklist(['all', 'clean']),
      hold: v.optional(v.pipe(v.array(s.text(200)), v.maxLength(500))),
      passHours: v.optional(v.nullable(v.object({ from: s.clock, to: s.clock }))),
      measure: v.nullable(s.text(60)),
    }),
    load: ({ team }, memory) => ofTeam(memory, team),
  },
  'team:recognition': {
    schema: v.object({
      team: s.id,
      saw: s.version,
      values: v.pipe(v.array(v.object({ id: s.id, name: s.words(120), icon: s.text(60) })), v.maxLength(20)),
      awards: v.pipe(v.array(v.object({ id: s.id, name: s.words(120), value: s.text(64) })), v.maxLength(20)),
    }),
    load: ({ team }, memory) => ofTeam(memory, team),
  },
  'team:close': {
    schema: inTeamAlone,
    evenClosed: true,
    load: async ({ team }, memory) => ({
      ...(await ofTeam(memory, team)),
      displays: await memory.list('display', { team, status: 'active' }),
    }),
  },
  'team:open': {
    schema: inTeamAlone,
    evenClosed: true,
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
      criticals,
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
  'help:offer': { schema: onPoint, load: helpOn },
  'help:end': { schema: onPoint, load: helpOn },
} satisfies Partial<Entries>;
