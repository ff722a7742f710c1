import { redirect } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { askedId, weekOf } from '$lib/domain/asking';
import { handedOff, serves } from '$lib/domain/colleagues';
import { localDay } from '$lib/domain/calendar';
import { current, weekOfTraining } from '$lib/domain/library';
import { countOf, isOpen, mostOpen } from '$lib/domain/challenge';
import { huddleStand } from '$lib/domain/huddle';
import { seenId } from '$lib/domain/turn';
import { cookieName, ticketCookie } from '$lib/server/auth/auth';
import { areaOf, enter, teamOf, ticketOver, tookPart, turnedDown } from './phone';
import type { Actions, PageServerLoad } from './$types';

const texts = ['to', 'toArea', 'behaviour', 'value', 'from', 'fromArea', 'across', 'goal', 'served'] as const;
type Typed = Record<(typeof texts)[number] | 'once', string>;

const ticketName = (url: URL) => cookieName(ticketCookie, url.protocol === 'https:');

/** The half-sentence after "you" as the sentence that the wall shows. */
function sentenceOf(behaviour: string): string {
  if (behaviour === '') return '';
  const you = m.staff_behaviour_sentence({ text: '' }).trim().toLowerCase();
  const begun = behaviour.toLowerCase().startsWith(`${you} `);
  const whole = begun
    ? behaviour.charAt(0).toUpperCase() + behaviour.slice(1)
    : m.staff_behaviour_sentence({ text: behaviour });
  return /[\p{P}\p{S}]$/u.test(whole) ? whole : `${whole}.`;
}

export const load: PageServerLoad = async ({ locals, params, url, cookies }) => {
  const { store, auth, boards, now, newId } = locals.house;
  const team = await teamOf(locals.house, params.team);

  await enter(locals.house, team, cookies, url);
  const phone = await auth.phone(cookies.get(ticketName(url)), now());
  if (phone?.team !== team.id) {
    return {
      team: { id: team.id, name: team.name },
      entry: url.searchParams.has('old') ? 'old' : 'none',
    } as const;
  }
  const turn = (await boards.standing(team.id))?.turn ?? 1;
  const seen = await store.get('seen', seenId(team.id, turn));
  const huddles = await store.list('huddle', { team: team.id, status: 'on' }, { limit: 1 });
  const today = localDay(now(), team.timeZone);
  const asked = await store.get('asked', askedId(team.id, weekOf(today)));
  const did = await store.get('challenge', url.searchParams.get('did') ?? '');
  const challenges = (
    await store.list('challenge', { team: team.id, status: 'on' }, { limit: mostOpen })
  ).records.filter((one) => isOpen(one, today) && countOf(one) < one.target);
  const said = url.searchParams.get('said');
  const shoutOut = said ? await store.get('shout-out', said) : undefined;
  const lately = (await store.list('shout-out', { team: team.id, status: 'published' }, { limit: 60 }))
    .records;
  const people = new Set(lately.flatMap(({ to, from }) => [to, from]));
  const areas = new Set(
    lately.flatMap(({ toArea, fromArea }) => [toArea, fromArea].filter((area) => area !== null)),
  );
  const goals = await store.list('goal', { team: team.id, status: 'open' }, { limit: 1 });
  const teams = (await store.list('team', { status: 'active' })).records;
  const cards = await store.list('library-card', { team: team.id, status: ['published', 'adopted'] });
  const training = current(cards.records, team, now()).find(({ card }) => card.sort === 'training');
  return {
    team: { id: team.id, name: team.name },
    entry: 'open',
    values: team.values.map(({ id, name, icon }) => ({ id, name, icon })),
    /** The goal that is open, which a shout-out may have served. */
    goal: goals.records.map(({ id, question }) => ({ id, question }))[0] ?? null,
    people: [...people].sort((a, b) => a.localeCompare(b, locals.language)),
    areas: [...areas].sort((a, b) => a.localeCompare(b, locals.language)),
    said:
      shoutOut?.team === team.id
        ? {
            to: shoutOut.to,
            shown: shoutOut.status === 'published',
            across: teams.find(({ id }) => id === shoutOut.across?.to)?.name ?? null,
          }
        : null,
    once: newId(),
    huddle: huddles.records.some((one) => !huddleStand(one, now()).over),
    turn,
    /** How the team asks this week, how often it did, and whether this phone just said so. */
    asking: { phrase: team.phrase ?? null, taps: asked?.taps ?? 0, just: url.searchParams.has('asked') },
    /** The standard that the team keeps to, how often it did this week, and whether this phone just said so. */
    standard: team.standard
      ? { text: team.standard, times: asked?.standard ?? 0, just: url.searchParams.has('standard') }
      : null,
    /** What to look for after a training, how often it was seen in its week, and what this phone just said it saw. */
    training: training
      ? {
          ...{ id: training.card.id, title: training.card.title },
          lines: training.card.lines.map((text, at) => ({
            ...{ text, times: training.card.seen[weekOfTraining(training)]?.[at] ?? 0 },
            just: url.searchParams.get('saw') === String(at),
          })),
        }
      : null,
    /** What the team was challenged to and may still count, and what this phone just counted for, as it stands. */
    challenges: challenges.map((one) => ({
      ...{ id: one.id, behaviour: one.behaviour, count: countOf(one), target: one.target },
    })),
    did:
      did?.team === team.id
        ? { count: countOf(did), target: did.target, reached: did.status === 'reached' }
        : null,
    /** The kinds of work in the team, and the one that this phone said it is of. */
    kinds: (team.areas ?? []).map(({ id, name }) => ({ id, name })),
    kind: areaOf(team, cookies, url),
    /** Some team serves this one and asks its people how it is doing. */
    askedBy: teams.some((one) => serves(one, team.id)),
    /** Teams that may be thanked, too. */
    others: handedOff(team, teams),
    /** This phone has tapped already that it met the turn’s report. */
    met: phone.mark !== undefined && (seen?.marks.includes(phone.mark) ?? false),
    /** Why a tap did not count, in words. */
    over: url.searchParams.has('over')
      ? m.staff_seen_over({ turn })
      : url.searchParams.has('often')
        ? m.staff_asked_often()
        : null,
  } as const;
};

export const actions: Actions = {
  default: async ({ request, locals, params, url, cookies, getClientAddress }) => {
    const { house } = locals;
    const form = await request.formData();
    const typed = Object.fromEntries(
      [...texts, 'once'].map((name) => {
        const value = form.get(name);
        return [name, typeof value === 'string' ? value.trim() : ''];
      }),
    ) as Typed;

    const phone = await house.auth.phone(cookies.get(ticketName(url)), house.now());
    if (phone?.team !== params.team) return ticketOver(typed);
    // The phone may send twice what was tapped twice: the id is the form's own, and it is on the wall once.
    const id = typed.once.slice(0, 64) || house.newId();
    const before = await house.store.get('shout-out', id);
    if (before?.team === params.team) redirect(303, `?said=${encodeURIComponent(id)}`);

    const address = getClientAddress();
    const admitted = await house.limits.admits('shout-out', address);
    const outcome = admitted.ok
      ? await house.intake.submit(
          'shout-out:add',
          {
            id,
            team: params.team,
            to: typed.to,
            toArea: typed.toArea || null,
            from: typed.from,
            fromArea: typed.fromArea || null,
            behaviour: sentenceOf(typed.behaviour),
            value: typed.value || null,
            goal: typed.served === 'on' ? typed.goal || null : null,
            across: typed.across || null,
            held: await house.limits.held('shout-out', params.team, address),
          },
          phone,
        )
      : admitted;
    if (!outcome.ok) return turnedDown(house, outcome.refusal, typed);
    await tookPart(house, params.team, phone, cookies, url);
    redirect(303, `?said=${encodeURIComponent(id)}`);
  },
};
