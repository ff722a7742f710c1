import * as v from 'valibot';
import { actionPoints } from '../../../domain/action-point';
import { interestId } from '../../../domain/interest';
import { seenId, turnId, turnNumber } from '../../../domain/turn';
import type { Memory } from '../memory';
import * as s from '../shapes';
import { inTeam, ofTeam, showing, type Entries } from './entry';

/** The team, its open turn, and what its shifts have tapped in it. */
const inTurn = async (memory: Memory, team: string) => {
  const [open] = await memory.list('turn', { team, status: 'open' });
  const seen = await memory.get('seen', seenId(team, turnNumber(open)));
  return { ...(await ofTeam(memory, team)), open, seen };
};

/** What a turn is made of: goals, decisions, shifts that met the report, thanks. */
export const turns = {
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
      aim: s.maybe(v.union([s.id, v.literal('')])),
      sample: s.maybe(v.union([s.id, v.literal('')])),
    }),
    load: async ({ team, id, aim, sample }, memory) => ({
      sampled: sample ? await memory.get('verbatim', sample) : undefined,
      ...(await ofTeam(memory, team)),
      ...(await showing(memory, team)),
      aim: aim ? await memory.get('aim', aim) : undefined,
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
  'goal:picture': {
    schema: v.object({ team: s.id, id: s.id, picture: v.nullable(s.id) }),
    load: async ({ team, id, picture }, memory) => ({
      ...(await ofTeam(memory, team)),
      ...(await showing(memory, team)),
      goal: await memory.get('goal', id),
      picture: picture === null ? undefined : await memory.get('picture', picture),
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
      ...(await showing(memory, team)),
      goal: await memory.get('goal', id),
    }),
  },
  'turn:close': {
    schema: v.object({
      id: s.id,
      team: s.id,
      turn: s.whole(1, 1e6),
      question: v.nullable(s.question),
      learned: s.maybe(s.text(400)),
      youSaid: s.maybe(s.text(200)),
      weDid: s.maybe(s.text(200)),
      signedBy: s.maybe(s.text(80)),
      served: s.maybe(s.count),
      answered: s.maybe(s.count),
      cosign: v.optional(v.boolean()),
      express: s.maybe(s.text(400)),
      reinforce: s.maybe(s.text(400)),
    }),
    load: async ({ team, id, turn, question }, memory) => ({
      ...(await inTurn(memory, team)),
      existing: await memory.get('thanks', id),
      before: await memory.get('turn', turnId(team, turn)),
      interest: await memory.get('interest', interestId(team, turn)),
      live: await memory.list('question', { team, status: 'live' }),
      question: question ? await memory.get('question', question.id) : undefined,
    }),
  },
  'turn:wake': {
    schema: v.object({ team: s.id }),
    load: ({ team }, memory) => inTurn(memory, team),
  },
  'turn:nudge': {
    schema: v.object({ team: s.id, since: s.moment }),
    load: ({ team }, memory) => inTurn(memory, team),
  },
  'turn:walk': {
    schema: v.object({ team: s.id, turn: s.whole(1, 1e6), point: v.nullable(v.picklist(actionPoints)) }),
    load: ({ team }, memory) => inTurn(memory, team),
  },
  'seen:tap': {
    schema: v.object({ team: s.id, turn: s.whole(1, 1e6), area: s.maybe(s.text(64)) }),
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
      source: s.maybe(v.union([s.id, v.literal('')])),
      skill: s.maybe(s.text(80)),
      aim: s.maybe(v.union([s.id, v.literal('')])),
    }),
    load: async ({ team, id, source, aim }, memory) => {
      const { open } = await inTurn(memory, team);
      return {
        ...(await ofTeam(memory, team)),
        existing: await memory.get('decision', id),
        open,
        cited: source ? await memory.get('verbatim', source) : undefined,
        finding: source ? await memory.get('finding', source) : undefined,
        experiment: source ? await memory.get('experiment', source) : undefined,
        aim: aim ? await memory.get('aim', aim) : undefined,
      };
    },
  },
  'decision:drop': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      decision: await memory.get('decision', id),
    }),
  },
  'thanks:cosign': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      thanks: await memory.get('thanks', id),
    }),
  },
  'thanks:withdraw': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      thanks: await memory.get('thanks', id),
    }),
  },
} satisfies Partial<Entries>;
