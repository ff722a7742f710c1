import { createHash, randomBytes } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { dwellRange, type PlaylistItem } from '$lib/domain/playlist';
import type { Commands } from '$lib/domain/command';
import { rotations } from '$lib/domain/display-profile';
import type { Display } from '$lib/domain/display';
import { m } from '$lib/paraglide/messages';
import { wallShape } from '$lib/ui/wall-shape';
import { all, displayFor, displaysOf, teamFor, teamsOf } from '../../access';
import { carryOut, leaderOf, numberIn, sayField, sayNo, sayYes, typedIn } from '../../answer';
import { measuresOf } from '../../measures';
import { profileNotices } from '../../notices';
import { takeoverNotices } from '../../takeovers';
import { languageOptions } from '../../languages';
import { guestNames } from './guests';
import { itemIn, ordered } from './playlist-form';
import { scenes } from './scenes';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** So many displays are offered to copy to, whoever's they are; beyond that the team's own. */
const mostOthers = 30;

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house } = event.locals;
  const display = await displayFor(house, leader, event.params.id);
  const team = await teamFor(house, leader, display.team);
  const snapshot = await house.boards.snapshot(display.id);
  const profile = house.profiles.get(display.profile);
  const shown = await scenes();
  const titles = new Map(shown.map(({ kind, title }) => [kind, title]));
  const past = (await house.store.list('past-playlist', { team: team.id })).records.filter(
    (one) => one.display === display.id,
  );
  const led = await displaysOf(house, leader);
  // A long list of other teams' displays would be no help on a phone.
  const others = led.length <= mostOthers ? led : led.filter((one) => one.team === team.id);
  const leads = await teamsOf(house, leader);
  const teamNames = new Map(leads.map(({ id, name }) => [id, name]));
  const guests = (await all(house, 'team')).filter((one) =>
    [...display.playlist, ...(display.draft ?? [])].some(({ team: of }) => of === one.id),
  );
  const pastGuests = await guestNames(
    house,
    past.map(({ playlist }) => playlist),
  );
  return {
    display: {
      id: display.id,
      version: display.version,
      name: display.name,
      profile: display.profile,
      playlist: display.playlist,
      /** Prepared, on no wall yet; null: what is changed hangs at once. */
      draft: display.draft ?? null,
      theme: display.theme,
      audience: display.audience,
      language: display.language,
      timeZone: display.timeZone,
      quietHours: display.quietHours ?? null,
      rotation: display.rotation ?? null,
      framedBy: display.framedBy,
      enrolled: display.enrolHash !== null,
      paired: display.tokenHash !== null,
    },
    team: { id: team.id, name: team.name },
    /** Teams whose scenes the leader may hang here, too. */
    otherTeams: leads.filter(({ id }) => id !== team.id).map(({ id, name }) => ({ id, name })),
    /** Other teams whose scenes hang here, by id. */
    guests: Object.fromEntries(
      await Promise.all(
        guests.map(async (one) => {
          const measures = await measuresOf(house, one, null);
          return [one.id, { name: one.name, measures }] as const;
        }),
      ),
    ),
    pinned: pinOf(display, house.now()),
    takeovers: (
      await takeoverNotices(house, team, await displaysOf(house, leader, team.id), event.locals.language)
    ).filter(({ displays }) => !displays || displays.includes(display.id)),
    timeZone: display.timeZone ?? team.timeZone,
    teamTimeZone: team.timeZone,
    languages: languageOptions(),
    profiles: house.profiles.list().map(({ name, title, description, quietHours, ...wall }) => ({
      name,
      title,
      description,
      quietHours,
      shape: wallShape(wall),
    })),
    canvas: profile?.canvas ?? { width: 1920, height: 1080, rotation: 0 as const },
    audience: display.audience ?? profile?.audience ?? ('staff' as const),
    /** What hangs there by slot, in seconds; an item without a slot has nothing to show and is skipped. */
    slots: Object.fromEntries(
      Object.entries(snapshot?.slots ?? {}).map(([slot, { dwell, plays }]) => [slot, { dwell, plays }]),
    ),
    scenes: shown,
    past: past.map(({ id, at, by, playlist }) => ({
      id,
      at,
      by,
      scenes: playlist.map(({ panel, team: of = '' }) => {
        const title = titles.get(panel) ?? m.admin_unknown_scene();
        const whose = pastGuests.get(of);
        return whose ? m.playlists_scene_of({ scene: title, team: whose }) : title;
      }),
    })),
    others: others
      .filter(({ id }) => id !== display.id)
      .map(({ id, name, team: of }) => ({
        id,
        name,
        team: of === team.id ? null : (teamNames.get(of) ?? null),
      })),
    measures: await measuresOf(house, team, null),
    state: house.live.state(display.id),
    faults: profileNotices(house),
  };
};

/** What is kept on the wall now; null: scenes take turns. */
function pinOf({ pin, playlist }: Display, now: Date): { item: string; until: string | null } | null {
  const on = pin && (pin.until === null || Date.parse(pin.until) > now.getTime());
  return on && playlist.some(({ id }) => id === pin.item) ? pin : null;
}

type Edit = Commands['display:edit'];

/** The display of the page as an edit that changes nothing, made from the version that the page saw. */
function editOf(display: Display, saw: string | undefined): Edit {
  const { id, name, profile, playlist, theme, audience, framedBy } = display;
  return { id, saw: numberIn(saw), name, profile, playlist, theme, audience, framedBy };
}

/** Carries out one edit of the display; `change` says what is different. */
async function edit(
  event: RequestEvent,
  form: string,
  typed: Record<string, string>,
  done: string,
  change: (display: Display) => Partial<Edit>,
  rename?: Record<string, string>,
) {
  const display = await displayFor(event.locals.house, leaderOf(event), event.params.id);
  const input = { ...editOf(display, typed.saw), ...change(display) };
  return carryOut(event, form, 'display:edit', input, typed, done, rename);
}

/** Changes the playlist: the draft where one is being prepared, else the one that hangs. */
async function arrange(
  event: RequestEvent,
  form: string,
  typed: Record<string, string>,
  done: string,
  change: (playlist: PlaylistItem[]) => PlaylistItem[],
) {
  const { draft } = await displayFor(event.locals.house, leaderOf(event), event.params.id);
  return edit(event, form, typed, draft ? m.draft_kept() : done, (display) =>
    display.draft ? { draft: change(display.draft) } : { playlist: change(display.playlist) },
  );
}

/** The quiet hours that the form says; null: as the profile says. */
const quietHoursIn = (typed: Record<string, string>): Edit['quietHours'] =>
  typed.quiet === 'own'
    ? { from: typed.quietFrom ?? '', to: typed.quietTo ?? '' }
    : typed.quiet === 'never'
      ? 'never'
      : null;

const detailFields = { 'quietHours.from': 'quietFrom', 'quietHours.to': 'quietTo', quietHours: 'quietFrom' };

const themes = ['evening', 'dim', 'daylight'] as const;
const audiences = ['staff', 'customers'] as const;

export const actions: Actions = {
  details: async (event) => {
    const typed = await typedIn(event.request);
    const change: Partial<Edit> = {
      name: typed.name ?? '',
      profile: typed.profile ?? '',
      theme: themes.find((theme) => theme === typed.theme) ?? null,
      audience: audiences.find((audience) => audience === typed.audience) ?? null,
      timeZone: typed.timeZone?.trim() || null,
      quietHours: quietHoursIn(typed),
      rotation: rotations.find((by) => String(by) === typed.rotation) ?? null,
      ...(typed.language === undefined ? {} : { language: typed.language || null }),
    };
    return edit(event, 'details', typed, m.admin_display_saved(), () => change, detailFields);
  },

  /** The playlist in the order that was dragged, or with one item a step up or down. */
  order: async (event) => {
    const typed = await typedIn(event.request);
    return arrange(event, 'order', typed, m.admin_playlist_saved(), (playlist) => ordered(playlist, typed));
  },

  item: async (event) => {
    const typed = await typedIn(event.request);
    const dwell = typed.dwell === 'fixed' ? numberIn(typed.seconds) : null;
    if (dwell !== null && !(dwell >= dwellRange.min && dwell <= dwellRange.max))
      return sayField(`item-${typed.item}`, 'seconds', m.admin_dwell_out_of_range(dwellRange), typed);
    return arrange(event, `item-${typed.item}`, typed, m.admin_playlist_saved(), (playlist) =>
      playlist.map((item) => (item.id === typed.item ? itemIn(item, dwell, typed) : item)),
    );
  },

  add: async (event) => {
    const typed = await typedIn(event.request);
    const item: PlaylistItem = {
      id: event.locals.house.newId(),
      panel: typed.panel ?? '',
      options: {},
      dwell: null,
      ...(typed.team ? { team: typed.team } : {}),
    };
    return arrange(event, 'add', typed, m.admin_scene_added(), (playlist) => [...playlist, item]);
  },

  remove: async (event) => {
    const typed = await typedIn(event.request);
    return arrange(event, 'order', typed, m.admin_scene_removed(), (playlist) =>
      playlist.filter(({ id }) => id !== typed.item),
    );
  },

  /** From now on the playlist is prepared, and the wall stays as it is. */
  draft: async (event) => {
    const typed = await typedIn(event.request);
    return edit(event, 'draft', typed, m.draft_note(), ({ playlist, draft }) => ({
      draft: draft ?? playlist,
    }));
  },

  publish: async (event) => {
    const typed = await typedIn(event.request);
    return edit(event, 'draft', typed, m.draft_published(), ({ playlist, draft }) => ({
      playlist: draft ?? playlist,
      draft: null,
    }));
  },

  discard: async (event) => {
    const typed = await typedIn(event.request);
    return edit(event, 'draft', typed, m.draft_discarded(), () => ({ draft: null }));
  },

  /** A playlist of before hangs again. */
  undo: async (event) => {
    const typed = await typedIn(event.request);
    const input = { id: event.params.id, saw: numberIn(typed.saw), past: typed.past ?? '' };
    return carryOut(event, 'undo', 'playlist:undo', input, typed, m.playlists_undone());
  },

  copy: async (event) => {
    const typed = await typedIn(event.request);
    const to = Object.keys(typed).flatMap((name) =>
      name.startsWith('to-') && typed[name] === 'on' ? [name.slice('to-'.length)] : [],
    );
    const input = { id: event.params.id, saw: numberIn(typed.saw), to };
    return carryOut(event, 'copy', 'playlist:copy', input, typed, m.playlists_copied());
  },

  /** Keeps one scene on the wall for so many minutes, or until it is let go. */
  pin: async (event) => {
    const typed = await typedIn(event.request);
    const minutes = typed.minutes ? numberIn(typed.minutes) : null;
    const now = event.locals.house.now().getTime();
    const until = minutes === null ? null : new Date(now + (minutes || 0) * 60_000).toISOString();
    const input = { id: event.params.id, item: typed.item ?? null, until };
    return carryOut(event, 'pin', 'display:pin', input, typed, m.admin_pin_kept());
  },

  unpin: async (event) =>
    carryOut(event, 'pin', 'display:pin', { id: event.params.id, item: null }, {}, m.admin_pin_gone()),

  skip: async (event) => {
    const display = await displayFor(event.locals.house, leaderOf(event), event.params.id);
    const heard = await event.locals.house.live.command(display.id, { do: 'skip' });
    return heard > 0 ? sayYes('wall', m.admin_skipped()) : sayField('wall', '', m.admin_not_heard(), {});
  },

  identify: async (event) => {
    const display = await displayFor(event.locals.house, leaderOf(event), event.params.id);
    const heard = await event.locals.house.live.command(display.id, {
      do: 'identify',
      name: display.name,
      seconds: 10,
    });
    return heard > 0 ? sayYes('wall', m.admin_identified()) : sayField('wall', '', m.admin_not_heard(), {});
  },

  reload: async (event) => {
    const display = await displayFor(event.locals.house, leaderOf(event), event.params.id);
    const heard = await event.locals.house.live.command(display.id, { do: 'reload' });
    return heard > 0 ? sayYes('wall', m.admin_reloaded()) : sayField('wall', '', m.admin_not_heard(), {});
  },

  revoke: async (event) => {
    const outcome = await event.locals.house.intake.submit(
      'display:revoke',
      { id: event.params.id },
      leaderOf(event),
    );
    if (!outcome.ok) return sayNo('wall', outcome.refusal, {});
    redirect(303, '/admin/displays');
  },

  /** A link that enters without pairing: its secret is shown once and kept as a hash. */
  enrol: async (event) => {
    const { locals, params, url } = event;
    const secret = randomBytes(32).toString('base64url');
    const enrolHash = createHash('sha256').update(secret).digest('hex');
    const outcome = await locals.house.intake.submit(
      'display:enrol',
      { id: params.id, enrolHash },
      leaderOf(event),
    );
    if (!outcome.ok) return sayNo('enrol', outcome.refusal, {});
    const base = locals.house.config.publicUrl ?? url.origin;
    return sayYes('enrol', m.admin_enrol_made(), { once: `${base}/display/${params.id}#enrol=${secret}` });
  },

  unenrol: async (event) =>
    carryOut(
      event,
      'enrol',
      'display:enrol',
      { id: event.params.id, enrolHash: null },
      {},
      m.admin_enrol_revoked(),
    ),

  frames: async (event) => {
    const typed = await typedIn(event.request);
    const framedBy = (typed.framedBy ?? '').split(/\s+/).filter(Boolean);
    const rename = Object.fromEntries(framedBy.map((_, at) => [`framedBy.${at}`, 'framedBy']));
    return edit(event, 'frames', typed, m.admin_display_saved(), () => ({ framedBy }), rename);
  },
};
