import * as v from 'valibot';
import { importRun, importUndo } from '../feedback/import-command';
import { personErase } from '../feedback/person';
import { responseIds } from '../ids';
import { proofs } from '../../../domain/records';
import type { Memory } from '../memory';
import * as s from '../shapes';
import { inTeam, ofTeam, type Entries } from './entry';

/** The moment after: comments that came with one answer have its moment. */
const after = (at: string) => new Date(Date.parse(at) + 1).toISOString();

const ofHook = async ({ team, id }: { team: string; id: string }, memory: Memory) => ({
  ...(await ofTeam(memory, team)),
  hook: await memory.get('hook', id),
});
const reading = v.pipe(
  v.unknown(),
  v.check((value) => JSON.stringify(value ?? null).length <= 200_000, 'too-much'),
);

/** What customers are asked and what they say. */
export const feedback = {
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
  'question:ask': {
    schema: v.object({ team: s.id, ...s.question.entries }),
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
  'response:returning': {
    schema: v.object({ team: s.id, response: s.id, value: v.number() }),
    load: async ({ team, response }, memory) => ({
      ...(await ofTeam(memory, team)),
      response: await memory.get('response', response),
      live: await memory.list('question', { team, status: 'live' }),
    }),
  },
  'import:run': importRun,
  'import:undo': importUndo,
  'person:erase': personErase,
  'hook:make': {
    schema: v.object({
      id: s.id,
      team: s.id,
      name: s.words(120),
      proof: v.picklist(proofs),
      header: s.maybe(s.text(200)),
      secret: s.maybe(v.pipe(v.string(), v.regex(/^whsec_[A-Za-z0-9+/=]{24,200}$/, 'hook-secret'))),
      secretHash: s.maybe(s.hash),
    }),
    load: async ({ id, team }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('hook', id),
    }),
  },
  'hook:settle': { schema: v.object({ team: s.id, id: s.id, reading }), load: ofHook },
  'hook:revoke': { schema: inTeam, load: ofHook },
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
} satisfies Partial<Entries>;
