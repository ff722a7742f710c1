import * as v from 'valibot';
import {
  ballotId,
  brainstormNotes,
  huddleRuns,
  huddleSteps,
  plainNotes,
  type Ballot,
} from '../../../domain/huddle';
import type { Memory } from '../memory';
import * as s from '../shapes';
import { inTeam, ofTeam, type Entries } from './entry';

const inHuddle = async ({ team, huddle }: { team: string; huddle: string }, memory: Memory) => ({
  ...(await ofTeam(memory, team)),
  huddle: await memory.get('huddle', huddle),
});
const withBallot = async (input: { team: string; huddle: string }, memory: Memory) => ({
  ...(await inHuddle(input, memory)),
  ballot: await memory.get('ballot', ballotId(input.huddle)),
});
const withNote = async ({ team, id }: { team: string; id: string }, memory: Memory) => ({
  ...(await ofTeam(memory, team)),
  note: await memory.get('note', id),
});
const act = { team: s.id, huddle: s.id, act: s.id };
const moves = s.whole(0, 1e6);
const saw = v.object({ moves, step: s.whole(0, 20) });
const name = s.maybe(s.text(200));
/** Range and wholeness are judged by the rule, which knows the scale. */
const pair = { team: s.id, huddle: s.id, now: s.number, need: s.number };

/** What is done in a huddle, and what the team settles for it. */
export const huddles = {
  'huddle:start': {
    schema: v.object({
      id: s.id,
      team: s.id,
      name,
      run: s.maybe(v.picklist(huddleRuns)),
      about: s.maybe(s.id),
    }),
    load: async ({ team, id, about }, memory) => {
      const on = await memory.list('huddle', { team, status: 'on' });
      const ballots = await Promise.all(on.map((huddle) => memory.get('ballot', ballotId(huddle.id))));
      const [open] = await memory.list('turn', { team, status: 'open' });
      return {
        ...(await ofTeam(memory, team)),
        existing: await memory.get('huddle', id),
        on,
        ballots: ballots.filter((ballot): ballot is Ballot => ballot !== undefined),
        open,
        live: await memory.list('question', { team, status: 'live' }),
        brought:
          (await memory.list('finding', { team, status: 'brought' })).length > 0 ||
          (await memory.list('experiment', { team, status: 'on' })).length > 0,
        about: about ? await memory.get('finding', about) : undefined,
      };
    },
  },
  'huddle:go': { schema: v.object({ ...act, saw, to: s.whole(0, 20) }), load: inHuddle },
  'huddle:longer': { schema: v.object({ ...act, saw }), load: inHuddle },
  'huddle:host': { schema: v.object({ ...act, saw: v.object({ moves }), name }), load: inHuddle },
  'huddle:end': { schema: v.object({ team: s.id, huddle: s.id }), load: withBallot },
  'huddle:skill': {
    schema: v.object({ team: s.id, huddle: s.id, skill: v.nullable(s.text(80)) }),
    load: inHuddle,
  },
  'huddle:comment': {
    schema: v.object({ team: s.id, huddle: s.id, comment: s.id }),
    load: async (input, memory) => ({
      ...(await inHuddle(input, memory)),
      comment: await memory.get('verbatim', input.comment),
    }),
  },
  'huddle:agree': { schema: v.object(pair), load: inHuddle },
  'huddle:place': { schema: v.object(pair), load: withBallot },
  'huddle:propose': {
    schema: v.object({ id: s.id, team: s.id, huddle: s.id, text: s.text(400) }),
    load: withBallot,
  },
  'huddle:vote': { schema: v.object({ team: s.id, huddle: s.id, question: s.id }), load: withBallot },
  'note:add': {
    schema: v.object({
      id: s.id,
      team: s.id,
      huddle: s.id,
      says: v.picklist([...plainNotes, ...brainstormNotes]),
      text: s.text(400),
      cites: s.maybe(s.id),
      name,
    }),
    load: async (input, memory) => {
      const { id, team, cites } = input;
      const found = await inHuddle(input, memory);
      const notes = found.huddle ? await memory.list('note', { team, from: found.huddle.at }) : [];
      return {
        ...found,
        existing: await memory.get('note', id),
        notes: notes.length,
        cited: cites && cites !== 'score' ? await memory.get('verbatim', cites) : undefined,
        goal: notes.find(
          ({ says, status, huddle }) => says === 'goal' && status === 'noted' && huddle === input.huddle,
        ),
      };
    },
  },
  'note:show': { schema: inTeam, load: withNote },
  'note:hide': { schema: inTeam, load: withNote },
  'commitment:make': {
    schema: v.object({
      id: s.id,
      team: s.id,
      huddle: s.id,
      who: v.picklist(['leader', 'all', 'one']),
      name,
      text: s.text(400),
      due: s.day,
    }),
    load: async (input, memory) => {
      const { id, team } = input;
      const found = await inHuddle(input, memory);
      const made = found.huddle ? await memory.list('commitment', { team, from: found.huddle.at }) : [];
      return { ...found, existing: await memory.get('commitment', id), made: made.length };
    },
  },
  'commitment:take': {
    schema: v.object({ ...inTeam.entries, huddle: s.id, name: s.text(200), saw: s.version }),
    load: async (input, memory) => ({
      ...(await inHuddle(input, memory)),
      commitment: await memory.get('commitment', input.id),
    }),
  },
  'commitment:judge': {
    schema: v.object({
      ...inTeam.entries,
      kept: v.boolean(),
      saw: v.picklist(['open', 'kept', 'not-kept']),
    }),
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      commitment: await memory.get('commitment', id),
    }),
  },
  'team:huddle': {
    schema: v.object({
      team: s.id,
      saw: s.version,
      agenda: v.pipe(
        v.array(v.object({ step: v.picklist(huddleSteps), seconds: s.whole(0, 86_400) })),
        v.maxLength(20, 'too-many'),
      ),
      skills: v.pipe(v.array(s.text(200)), v.maxLength(100, 'too-many')),
      hosts: v.pipe(v.array(s.text(200)), v.maxLength(200, 'too-many')),
    }),
    load: ({ team }, memory) => ofTeam(memory, team),
  },
} satisfies Partial<Entries>;
