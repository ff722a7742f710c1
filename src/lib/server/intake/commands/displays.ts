import * as v from 'valibot';
import { playsByHour } from '../../../domain/decide/plays';
import type { PlaylistItem } from '../../../domain/playlist';
import type { Memory } from '../memory';
import * as s from '../shapes';
import { inTeam, ofTeam, one, type Entries } from './entry';

/** A display, and the playlists that it had. */
async function withPast(memory: Memory, id: string) {
  const display = await memory.get('display', id);
  const past = display ? await memory.list('past-playlist', { team: display.team }) : [];
  return { display, past: past.filter((one) => one.display === id) };
}

/** The teams that a playlist names beside the display’s own. */
async function othersIn(memory: Memory, playlist: readonly PlaylistItem[] = []) {
  const named = new Set(playlist.flatMap(({ team }) => team ?? []));
  return Promise.all([...named].map((team) => memory.get('team', team)));
}

/** Displays, from pairing to what they played, and what takes them over. */
export const displays = {
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
        language: v.optional(s.language),
      }),
    }),
    load: async ({ pairing, display }, memory) => ({
      ...(await ofTeam(memory, display.team)),
      pairing: await memory.get('pairing', pairing),
      existing: await memory.get('display', display.id),
      others: await othersIn(memory, display.playlist),
    }),
  },
  'pairing:replace': {
    schema: v.object({ pairing: s.hash, display: s.id }),
    load: async ({ pairing, display }, memory) => ({
      pairing: await memory.get('pairing', pairing),
      display: await memory.get('display', display),
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
      draft: v.optional(v.nullable(s.playlist)),
      theme: s.theme,
      audience: s.audience,
      language: v.optional(s.language),
      timeZone: v.optional(v.nullable(s.timeZone)),
      quietHours: v.optional(s.quietHours),
      rotation: v.optional(s.rotation),
      framedBy: v.pipe(v.array(s.origin), v.maxLength(20)),
    }),
    load: async ({ id, playlist, draft }, memory) => ({
      ...(await withPast(memory, id)),
      others: await othersIn(memory, [...playlist, ...(draft ?? [])]),
    }),
  },
  'playlist:undo': {
    schema: v.object({ id: s.id, saw: s.version, past: s.id }),
    load: async ({ id, past: wanted }, memory) => {
      const { display, past } = await withPast(memory, id);
      const found = past.find((one) => one.id === wanted);
      return { display, past, others: await othersIn(memory, found?.playlist) };
    },
  },
  'playlist:copy': {
    schema: v.object({ id: s.id, saw: s.version, to: v.pipe(v.array(s.id), v.maxLength(500)) }),
    load: async ({ id, to }, memory) => {
      const found = await Promise.all(to.map((one) => withPast(memory, one)));
      const display = await memory.get('display', id);
      return {
        display,
        others: await othersIn(memory, display?.playlist),
        to: found.map(({ display }) => display),
        past: found.flatMap(({ past }) => past),
      };
    },
  },
  'display:pin': {
    schema: v.object({
      id: s.id,
      item: v.nullable(s.id),
      until: s.maybe(s.moment),
      walk: v.optional(v.boolean()),
    }),
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
  'play:log': {
    schema: v.object({
      display: s.id,
      plays: v.pipe(
        v.array(
          v.object({
            panel: s.profile,
            at: s.moment,
            seconds: v.pipe(s.number, v.minValue(0), v.maxValue(86_400)),
            team: v.optional(s.id),
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
} satisfies Partial<Entries>;
