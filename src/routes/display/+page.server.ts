import { error, redirect } from '@sveltejs/kit';
import { spoken } from '$lib/domain/language';
import { keepHeader } from '$lib/protocol/kept-page';
import { m } from '$lib/paraglide/messages';
import { qrCode } from '$lib/panels/qr';
import { ownPage } from './own-page';
import { keepPairing, pairingState, screenOf } from './pairing';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({
  locals,
  cookies,
  url,
  request,
  getClientAddress,
  setHeaders,
}) => {
  const { house, language } = locals;
  let pairing = await pairingState(house, cookies, url);
  const toKeep = ownPage(house, request, setHeaders, pairing.state === 'approved');
  // Browsers keep a 307 for as long as it says.
  if (pairing.state === 'approved')
    redirect(toKeep ? 307 : 303, `/display/${encodeURIComponent(pairing.display)}`);
  // A screen that asks whether this address leads to a display wants no code.
  if (request.headers.has(keepHeader)) error(404, { message: m.refusal_no_page(), code: 'no-page' });

  if (pairing.state === 'gone') {
    const address = getClientAddress();
    const admitted = await house.limits.admits('pairing', address);
    const offer = admitted.ok
      ? await house.auth.offerPairing(screenOf(request.headers.get('user-agent')), address)
      : admitted;
    if (!offer.ok) return { pairing: null, trouble: house.say(offer.refusal).message };
    keepPairing(cookies, url, offer.value.secret);
    pairing = { state: 'waiting', code: offer.value.code, expiresAt: offer.value.expiresAt };
  }

  const origin = house.config.publicUrl?.replace(/\/$/, '') ?? url.origin;
  return {
    pairing: {
      code: pairing.code,
      expiresAt: pairing.expiresAt,
      // In the server's zone at first; the TV sets it in its own as soon as it can.
      until: new Intl.DateTimeFormat(spoken(language), {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(new Date(pairing.expiresAt)),
      address: `${origin.replace(/^https?:\/\//, '')}/pair`,
      qr: qrCode(`${origin}/pair?code=${pairing.code}`),
    },
    trouble: null,
  };
};
