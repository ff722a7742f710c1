import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { store } = locals.house;
  const { records } = await store.list('team', { status: 'active' }, { limit: 200 });
  const teams = await Promise.all(
    records.map(async ({ id, name }) => {
      const live = (await store.list('question', { team: id, status: 'live' }, { limit: 1 })).records[0];
      return { id, name, question: live?.text ?? null };
    }),
  );
  return {
    teams: teams.sort((a, b) => a.name.localeCompare(b.name, locals.language)),
    signedIn: locals.leader !== undefined,
    claimed: (await store.list('account', {}, { limit: 1 })).records.length > 0,
  };
};
