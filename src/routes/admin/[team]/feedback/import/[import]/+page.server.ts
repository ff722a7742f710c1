import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import type { Mapping } from '$lib/server/intake/feedback/feedback';
import { ignoredWords, rejectedWords } from '$lib/server/intake/feedback/say-import';
import { undoUntil } from '$lib/domain/decide/import-undo';
import { carryOut, typedIn } from '../../../../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
  await parent();
  const { store } = locals.house;
  const done = await store.get('import', params.import);
  if (!done || done.team !== params.team) error(404, m.import_gone());
  const waiting = await store.list('verbatim', { team: params.team, status: 'waiting' }, { limit: 1 });
  const { id, status, at, fileName, rows, created, updated, ignored, rejected, rejectedRows, from, to } =
    done;
  const until = undoUntil(at);
  const source = await store.get('import-source', done.source);
  const { comment = [] } = (source?.mapping ?? {}) as Partial<Mapping>;
  return {
    done: {
      id,
      fileName,
      rows,
      created,
      updated,
      from,
      to,
      ignored: ignored.map(({ reason, count }) => ({ reason: ignoredWords(reason), count })),
      rejected: rejected.slice(0, 20).map(({ line, reason }) => ({ line, reason: rejectedWords(reason) })),
      unreadable: done.unreadable ?? rejected.length,
      // Whether what those without a score wrote was taken.
      words: comment.length > 0,
      // How many of them can still be downloaded as they stood.
      kept: rejectedRows.length,
      undone: status === 'undone',
      // Until when it can be undone; null: no more.
      until: status === 'done' && until >= locals.house.now().toISOString() ? until : null,
    },
    waiting: waiting.records.length > 0,
  };
};

export const actions: Actions = {
  undo: async (event) => {
    const typed = await typedIn(event.request);
    const { team, import: id } = event.params;
    return carryOut(event, 'undo', 'import:undo', { team, id }, typed, m.import_undone());
  },
};
