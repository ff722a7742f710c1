import { cosigner } from '$lib/domain/thanks';
import { qrCode } from '$lib/panels/qr';
import { signedLine, thanksWords } from '$lib/panels/thank-and-ask/thanks-words';
import { m } from '$lib/paraglide/messages';
import type { PageServerLoad } from './$types';

/** The newest thanks and the live question, as they are printed. */
export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { team } = await parent();
  const { store, config } = locals.house;
  const [said, live] = await Promise.all([
    store.list('thanks', { team: params.team, status: 'published' }, { limit: 1 }),
    store.list('question', { team: params.team, status: 'live' }, { limit: 1 }),
  ]);
  const thanks = said.records[0];
  const address = `${config.publicUrl ?? url.origin}/ask/${params.team}`;
  return {
    receipt: url.searchParams.has('receipt'),
    youSaid: thanks?.youSaid ?? null,
    weDid: thanks?.weDid ?? null,
    to: thanksWords({ served: thanks?.served || null, answered: thanks?.answered || null }, locals.language)
      .text,
    signed: thanks ? signedLine({ signedBy: thanks.signedBy, cosignedBy: cosigner(thanks) }) : team.name,
    question: live.records[0]?.text ?? m.thank_and_ask_question(),
    address: address.replace(/^https?:\/\//, ''),
    code: { ...qrCode(address), label: m.thank_and_ask_code({ address }) },
  };
};
