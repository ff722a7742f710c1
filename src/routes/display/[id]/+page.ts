import { loadComponents } from '$lib/screen/panel-components';
import type { PageLoad } from './$types';

/** The components of the panels that hang are at hand before the page is drawn, on the server too. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  components: await loadComponents(data.first?.slots ?? {}),
});
