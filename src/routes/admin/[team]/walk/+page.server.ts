import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { ActionPoint } from '$lib/domain/action-point';
import { missionOf } from '$lib/domain/mission';
import { trip } from '$lib/domain/turn';
import { registry, isPanelKind } from '$lib/panels/registry';
import type { House } from '$lib/server/house';
import { m } from '$lib/paraglide/messages';
import { displaysOf } from '../../access';
import { leaderOf, sayNo, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

/** The walls stay with a point of the walk for so long, in minutes, if nobody goes on. */
const kept = 10;

/** The point that a panel of this kind stands for. */
async function pointOf(kind: string): Promise<ActionPoint | null> {
  if (!isPanelKind(kind)) return null;
  const module: Record<string, unknown> = { ...(await registry[kind].panel()) };
  for (const value of Object.values(module))
    if (typeof value === 'object' && value !== null && 'point' in value)
      return value.point as ActionPoint | null;
  return null;
}

/** Keeps the first scene of a point on each of the team’s walls for staff, or lets go of what was kept. */
async function show(
  house: House,
  leader: ReturnType<typeof leaderOf>,
  team: string,
  point: ActionPoint | null,
): Promise<number> {
  const until = new Date(house.now().getTime() + kept * 60_000).toISOString();
  let walls = 0;
  for (const { id, playlist, audience } of await displaysOf(house, leader, team)) {
    if (audience === 'customers') continue;
    const points = await Promise.all(
      playlist.map(({ panel, team: of }) => (of === undefined ? pointOf(panel) : undefined)),
    );
    const item = point === null ? null : (playlist[points.indexOf(point)]?.id ?? null);
    const outcome = await house.intake.submit(
      'display:pin',
      { id, item, until: item && until, walk: true },
      leader,
    );
    if (outcome.ok && outcome.updated > 0 && item !== null) walls += 1;
  }
  return walls;
}

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { team } = await parent();
  const { store, boards } = locals.house;
  const standing = await boards.standing(team.id);
  if (!standing) error(404, m.admin_no_such_team());
  const open = (await store.list('turn', { team: team.id, status: 'open' }, { limit: 1 })).records[0];
  return {
    turn: standing.turn,
    mission: missionOf(team, await store.get('organisation', 'organisation')),
    point: open?.walk ?? null,
    points: standing.points,
    walls: Number(url.searchParams.get('walls') ?? Number.NaN),
  };
};

export const actions: Actions = {
  go: async (event) => {
    const { house } = event.locals;
    const leader = leaderOf(event);
    const typed = await typedIn(event.request);
    const point = trip.find((one) => one === typed.to) ?? null;
    const input = { team: event.params.team, turn: Number(typed.turn), point };
    const outcome = await house.intake.submit('turn:walk', input, leader);
    if (!outcome.ok) return sayNo('go', outcome.refusal, typed);
    const walls = await show(house, leader, event.params.team, point);
    if (point === null) redirect(303, resolve('/admin/[team]', { team: event.params.team }));
    redirect(303, resolve(`/admin/[team]/walk?walls=${walls}`, { team: event.params.team }));
  },
};
