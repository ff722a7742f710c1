import { isTimeZone } from '../calendar';
import type { Actor } from '../command';
import { dwellRange, type PlaylistItem } from '../playlist';
import type { Display } from '../display';
import { refuse, type Fault } from '../refusal';
import { isHouse, mayLead } from '../rights';
import { asHungBy, othersRefused } from './others-scenes';
import { leavesBehind } from './playlists';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  notThere,
  nothingToDo,
  required,
  unknownTeam,
  updated,
  words,
  type Decider,
} from './decision';

function playlistFaults(playlist: readonly PlaylistItem[], at: string): Fault[] {
  const seen = new Set<string>();
  return playlist.flatMap(({ id, dwell }, index) => {
    const faults: Fault[] = [];
    if (seen.has(id)) faults.push({ code: 'twice', path: `${at}.${index}.id` });
    seen.add(id);
    if (dwell !== null && (dwell < dwellRange.min || dwell > dwellRange.max))
      faults.push({ code: 'dwell-out-of-range', path: `${at}.${index}.dwell`, values: dwellRange });
    return faults;
  });
}

/** A TV asks to be paired. Offers that have run out go. */
export const offer: Decider<'pairing:offer'> = (input, { waiting }, actor, now) => {
  if (!isHouse(actor)) return forbidden();
  const over = waiting.filter(({ expiresAt }) => expiresAt <= now.toISOString());
  if (waiting.some((pairing) => pairing.code === input.code && !over.includes(pairing)))
    return refuse('conflict', 'pairing-code-taken');
  return created(
    ...over.map(({ id }) => ({ erase: 'pairing' as const, id })),
    add('pairing', {
      id: input.id,
      team: null,
      at: now.toISOString(),
      status: 'waiting',
      batch: null,
      code: input.code,
      expiresAt: input.expiresAt,
      screen: words(input.screen, 200) ?? '',
      address: input.address,
      display: null,
    }),
  );
};

/** A leader takes a TV in: it becomes a display of the team. A code works once, for ten minutes. */
export const approvePairing: Decider<'pairing:approve'> = (
  input,
  { team, pairing, existing, others },
  actor,
  now,
) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (pairing?.status !== 'waiting' || pairing.expiresAt <= now.toISOString())
    return refuse('unknown', 'pairing-gone');
  if (existing) return changedMeanwhile();
  const { id, profile, language = null } = input.display;
  const playlist = asHungBy(input.display.playlist, team.id);
  const not = othersRefused(playlist, { team: team.id }, [], others, actor);
  if (not) return not;
  const { texts, faults } = required({ name: input.display.name }, 60);
  faults.push(...playlistFaults(playlist, 'playlist'));
  if (faults.length > 0)
    return invalid(...faults.map((fault) => ({ ...fault, path: `display.${fault.path}` })));
  return created(
    edit('pairing', pairing, { status: 'approved', display: id }),
    add('display', {
      id,
      team: team.id,
      at: now.toISOString(),
      status: 'active',
      batch: null,
      ...texts,
      profile,
      playlist,
      theme: null,
      language,
      timeZone: null,
      audience: null,
      tokenHash: null,
      enrolHash: null,
      framedBy: [],
    }),
  );
};

/** A leader hangs another TV where one hung: once it takes its place, what the one before holds opens nothing any more. */
export const replaceTv: Decider<'pairing:replace'> = (_, { pairing, display }, actor, now) => {
  if (!display) return notThere();
  const not = led(display, actor);
  if (not) return not;
  if (pairing?.status !== 'waiting' || pairing.expiresAt <= now.toISOString())
    return refuse('unknown', 'pairing-gone');
  return updated(
    edit('pairing', pairing, { status: 'approved', display: display.id }),
    edit('display', display, { tokenHash: null }),
  );
};

/** The TV takes its display; the pairing is used up. */
export const take: Decider<'pairing:take'> = ({ tokenHash }, { pairing, display }, actor) => {
  if (!isHouse(actor)) return forbidden();
  if (pairing?.status !== 'approved' || display?.status !== 'active')
    return refuse('unknown', 'pairing-gone');
  return updated(edit('display', display, { tokenHash }), { erase: 'pairing', id: pairing.id });
};

function led(display: Display | undefined, actor: Actor) {
  if (display?.status !== 'active') return notThere();
  return mayLead(actor, display.team) ? undefined : forbidden();
}

/** Only what an edit names. */
const given = <T extends object>(input: T): Partial<T> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<T>;

export const editDisplay: Decider<'display:edit'> = (input, { display, past, others }, actor, now) => {
  if (!display) return notThere();
  const not = led(display, actor);
  if (not) return not;
  const { texts, faults } = required({ name: input.name }, 60);
  faults.push(...playlistFaults(input.playlist, 'playlist'), ...playlistFaults(input.draft ?? [], 'draft'));
  const { profile, theme, audience } = input;
  const playlist = asHungBy(input.playlist, display.team);
  const draft =
    input.draft === undefined ? display.draft : input.draft && asHungBy(input.draft, display.team);
  // What somebody was allowed to prepare, somebody else may publish.
  const allowed = [...display.playlist, ...(display.draft ?? [])];
  const refused =
    othersRefused(playlist, display, allowed, others, actor) ??
    othersRefused(draft ?? [], display, allowed, others, actor);
  if (refused) return refused;
  const { language, timeZone, quietHours, rotation } = { ...display, ...given(input) };
  if (timeZone !== null && !isTimeZone(timeZone))
    faults.push({ code: 'unknown-time-zone', path: 'timeZone' });
  if (quietHours && quietHours !== 'never' && quietHours.from === quietHours.to)
    faults.push({ code: 'always-quiet', path: 'quietHours.to' });
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== display.version) return changedMeanwhile();
  const framedBy = [...new Set(input.framedBy.map((origin) => origin.toLowerCase()))];
  const looks = { theme, audience, language, timeZone, quietHours, rotation };
  return updated(
    edit('display', display, { ...texts, profile, playlist, draft: draft ?? null, ...looks, framedBy }),
    ...leavesBehind(display, playlist, past, actor, now),
  );
};

/** Keeps one item on the wall for a while, or lets it go. */
export const pin: Decider<'display:pin'> = (input, { display }, actor, now) => {
  if (!display) return notThere();
  const not = led(display, actor);
  if (not) return not;
  const { item, walk } = input;
  const kept = display.pin && (display.pin.until === null || display.pin.until > now.toISOString());
  if (walk && kept && !display.pin?.walk) return nothingToDo();
  if (item === null) return display.pin ? updated(edit('display', display, { pin: null })) : nothingToDo();
  const until = input.until ? new Date(input.until).toISOString() : null;
  if (!display.playlist.some(({ id }) => id === item)) return notThere();
  if (until !== null && until <= now.toISOString())
    return invalid({ code: 'until-before-from', path: 'until' });
  return updated(edit('display', display, { pin: { item, until, ...(walk && { walk }) } }));
};

/** The display comes off the wall: its token and its enrol secret open nothing any more. */
export const revoke: Decider<'display:revoke'> = (_input, { display }, actor) => {
  if (!display) return notThere();
  if (!mayLead(actor, display.team)) return forbidden();
  if (display.status === 'revoked') return nothingToDo();
  return updated(edit('display', display, { status: 'revoked', tokenHash: null, enrolHash: null }));
};

export const enrol: Decider<'display:enrol'> = ({ enrolHash }, { display }, actor) => {
  if (!display) return notThere();
  return led(display, actor) ?? updated(edit('display', display, { enrolHash }));
};

export const giveToken: Decider<'display:token'> = ({ tokenHash }, { display }, actor) => {
  if (!isHouse(actor)) return forbidden();
  if (display?.status !== 'active') return notThere();
  return updated(edit('display', display, { tokenHash }));
};
