import { proofs, type Proof } from '$lib/domain/records';
import { m } from '$lib/paraglide/messages';
import { all } from '../../../access';
import { leaderOf, sayNo, sayYes, textOrNull, typedIn } from '../../../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  await parent();
  const { house } = locals;
  const hooks = await all(house, 'hook', { team: params.team, status: 'active' });
  return {
    hooks: hooks.map(({ id, name, proof, at }) => ({ id, name, proof, at })),
    address: `${house.config.publicUrl ?? url.origin}/hooks/`,
  };
};

const isProof = (word: string | undefined): word is Proof => proofs.some((proof) => proof === word);

export const actions: Actions = {
  make: async (event) => {
    const leader = leaderOf(event);
    const { house } = event.locals;
    const typed = await typedIn(event.request);
    const proof = isProof(typed.proof) ? typed.proof : 'path';
    const made = await house.hooks.make(
      {
        team: event.params.team,
        name: typed.name ?? '',
        proof,
        header: textOrNull(typed.header),
        given: proof === 'path' ? null : textOrNull(typed.secret),
      },
      leader,
    );
    if (!made.ok) return sayNo('make', made.refusal, typed);
    const { id, secret } = made.value;
    const address = `${house.config.publicUrl ?? event.url.origin}/hooks/${id}`;
    return {
      ...sayYes('make', m.hook_made(), { once: proof === 'path' ? `${address}.${secret}` : secret }),
      made: { proof, address, header: proof === 'header' ? (textOrNull(typed.header) ?? '') : '' },
    };
  },
};
