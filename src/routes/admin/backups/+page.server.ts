import { error } from '@sveltejs/kit';
import { mayRun } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { say } from '$lib/server/intake/say';
import { leaderOf, sayField, sayNo, sayYes } from '../answer';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

type Event = Pick<RequestEvent, 'locals' | 'url'>;

/** The owner who is signed in. @throws 403 for everybody else */
function ownerOf(event: Event) {
  const leader = leaderOf(event);
  if (!mayRun(leader)) error(403, m.backups_owners_only());
  return leader;
}

export const load: PageServerLoad = async (event) => {
  ownerOf(event);
  const { backups } = event.locals.house;
  return {
    scheduled: backups.directory !== null,
    fault: backups.fault ? say(backups.fault).message : null,
    backups: await backups.list(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
};

export const actions: Actions = {
  look: async (event) => {
    const owner = ownerOf(event);
    const { restoring } = event.locals.house;
    let form: FormData;
    try {
      form = await event.request.formData();
    } catch {
      return sayField('look', 'file', m.backups_cut_off(), {});
    }
    const [file, id] = [form.get('file'), form.get('id')];
    let key = typeof id === 'string' ? id : '';
    if (file instanceof File && file.size > 0) {
      const taken = await restoring.take(file, owner);
      if (!taken.ok) return sayNo('look', taken.refusal, {});
      key = taken.value;
    }
    if (!key) return sayField('look', 'file', m.refusal_backup_not_chosen(), {});
    const looked = await restoring.look(key, owner);
    if (!looked.ok) return sayNo('look', looked.refusal, {});
    return { ...sayYes('look', m.backups_looked()), plan: looked.value, done: null };
  },
  restore: async (event) => {
    const owner = ownerOf(event);
    const key = (await event.request.formData()).get('key');
    const done = await event.locals.house.restoring.restore(typeof key === 'string' ? key : '', owner);
    if (!done.ok) return sayNo('restore', done.refusal, {});
    return { ...sayYes('restore', m.backups_restored()), plan: null, done: done.value };
  },
};
