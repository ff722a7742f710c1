import * as v from 'valibot';
import type { Memory } from '../memory';
import * as s from '../shapes';
import { inTeam, ofTeam, showing, type Entries } from './entry';

const withTwin = async ({ team, id }: { team: string; id: string }, memory: Memory) => {
  const shoutOut = await memory.get('shout-out', id);
  const twin = shoutOut?.across && (await memory.get('shout-out', shoutOut.across.twin));
  return { ...(await ofTeam(memory, team)), shoutOut, twin };
};

/** A story and what may show the same picture. */
const withPictures = async ({ team, id }: { team: string; id: string }, memory: Memory) => ({
  ...(await ofTeam(memory, team)),
  ...(await showing(memory, team)),
  story: await memory.get('story', id),
});

/** What a team hangs on its walls. */
export const hung = {
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
      goal: s.maybe(s.id),
      award: s.maybe(s.id),
      across: s.maybe(s.id),
      held: v.optional(v.boolean()),
    }),
    load: async ({ team, id, goal, across }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('shout-out', id),
      goal: goal ? await memory.get('goal', goal) : undefined,
      other: across ? await memory.get('team', across) : undefined,
    }),
  },
  'shout-out:hide': { schema: inTeam, load: withTwin },
  'shout-out:show': { schema: inTeam, load: withTwin },
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
      ...(await showing(memory, team)),
      picture: await memory.get('picture', id),
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
      takeBackHash: s.maybe(s.hash),
      held: v.optional(v.boolean()),
      own: v.optional(v.boolean()),
    }),
    load: async ({ team, id, picture }, memory) => ({
      ...(await ofTeam(memory, team)),
      existing: await memory.get('story', id),
      picture: picture ? await memory.get('picture', picture) : undefined,
    }),
  },
  'story:show': {
    schema: inTeam,
    load: async ({ team, id }, memory) => ({
      ...(await ofTeam(memory, team)),
      story: await memory.get('story', id),
    }),
  },
  'story:withdraw': { schema: inTeam, load: withPictures },
  'story:take-back': {
    schema: v.object({ team: s.id, id: s.id, secretHash: s.hash }),
    load: withPictures,
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
      ...(await showing(memory, team)),
      poster: await memory.get('poster', id),
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
} satisfies Partial<Entries>;
