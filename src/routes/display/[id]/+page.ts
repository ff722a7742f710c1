import { loadComponents } from '$lib/screen/panel-components';
import type { PageLoad } from './$types';

/** A wall has a program of its own (scripts/screen-script.js): Kit draws the page and leaves it alone in the browser. */
export const csr = false;

/** The components of the panels that hang are at hand before the page is drawn. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  components: await loadComponents(data.first?.slots ?? {}),
});
