import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { Refusal } from '$lib/domain/refusal';
import { bodyLimit, readBody } from '$lib/server/intake/body';
import { fileIn, formIn } from '$lib/server/intake/feedback/upload';
import { statusOf } from '$lib/server/intake/problem';
import { leaderOf } from '../../../answer';
import { answersIn } from './form-answers';
import { lookedAt, type Looked } from './looked';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
  await parent();
  const { records } = await locals.house.store.list('import', { team: params.team }, { limit: 5 });
  return {
    imports: records.map(({ id, at, fileName, created, updated }) => ({
      id,
      at,
      fileName,
      created,
      updated,
    })),
  };
};

const said = (event: RequestEvent, refusal: Refusal, rest: Partial<Looked>) => {
  const { message, fields } = event.locals.house.say(refusal);
  const named = Object.fromEntries(
    Object.entries(fields).map(([path, text]) => [path.replace(/^mapping\./, ''), text]),
  );
  const looked: Looked = {
    kept: null,
    fileName: '',
    typed: {},
    found: null,
    needs: [],
    report: null,
    ...rest,
    message,
    fields: named,
  };
  return fail(statusOf(refusal), looked);
};

const noFile = (code: 'import-no-file' | 'import-file-gone'): Refusal => ({
  kind: 'invalid',
  code,
  faults: [{ code, path: 'file' }],
});

/** The fault is the file's: its sentence stands beside the field. */
const inFile = (refusal: Refusal): Refusal => ({
  ...refusal,
  faults: [{ code: refusal.code, path: 'file', values: refusal.values }],
});

/** Looks at the file, or takes it in. */
async function work(event: RequestEvent<{ team: string }>, dryRun: boolean) {
  const leader = leaderOf(event);
  const { feedback } = event.locals.house;
  const body = await readBody(event.request, bodyLimit(event.url.pathname));
  if (!body.ok) return said(event, body.refusal, {});
  const form = await formIn(body.value, event.request.headers.get('content-type') ?? '');
  if (!form.ok) return said(event, form.refusal, {});
  const fresh = await fileIn(form.value);
  const before = form.value.get('kept');
  const place = typeof before === 'string' && before !== '' ? before : null;
  // Answers about one file say nothing about the next; about one that got lost they do.
  const lying = place ? feedback.tray.get(leader.id, place) : undefined;
  const another = fresh && lying && Buffer.compare(fresh.bytes, lying.bytes) !== 0;
  const typed = another ? {} : answersIn(form.value);
  const file = fresh ?? (place ? feedback.tray.get(leader.id, place) : undefined);
  if (!file) return said(event, noFile(place ? 'import-file-gone' : 'import-no-file'), { typed });
  if (fresh && place) feedback.tray.drop(place);
  const kept = fresh ? feedback.tray.put(leader.id, fresh) : place;
  const known = { kept, fileName: file.fileName, typed };

  const outcome = await feedback.run({
    actor: leader,
    team: event.params.team,
    ...file,
    mapping: typed,
    dryRun,
  });
  if (outcome.outcome === 'refused') {
    // Where the file itself is the fault there is nothing to keep.
    const mends = ['import-nothing-readable', 'import-all-ignored', 'import-too-many-teams'];
    const otherSheets = (outcome.found?.sheets.length ?? 0) > 1;
    const asFile = !mends.includes(outcome.refusal.code) && !otherSheets;
    if (asFile && kept) feedback.tray.drop(kept);
    return said(event, asFile ? inFile(outcome.refusal) : outcome.refusal, {
      ...known,
      kept: asFile ? null : kept,
      found: asFile ? null : (outcome.found ?? null),
    });
  }
  if (outcome.outcome === 'asks') {
    const looked = lookedAt(outcome, known);
    // An answer that the button asked for and that is missing stands beside its question.
    return form.value.has('asked') ? said(event, outcome.refusal, { ...looked }) : looked;
  }
  const { report } = outcome;
  if (!dryRun) {
    if (kept) feedback.tray.drop(kept);
    redirect(
      303,
      resolve('/admin/[team]/feedback/import/[import]', { team: event.params.team, import: report.id ?? '' }),
    );
  }
  return lookedAt(outcome, known);
}

export const actions: Actions = {
  look: (event) => work(event, true),
  import: (event) => work(event, false),
};
