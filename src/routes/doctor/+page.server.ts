import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, setHeaders, request, url }) => {
  setHeaders({ 'cache-control': 'no-store' });
  return {
    now: locals.house.now().toISOString(),
    secure: url.protocol === 'https:',
    agent: request.headers.get('user-agent') ?? '',
  };
};
