import { hydrate } from 'svelte';
import Opening from './Opening.svelte';
import { loadComponents } from './panel-components';
import type { DisplayParts } from './live-screen.svelte';

/** Where the server puts a display's first picture, with what it was drawn from in `data-parts`. */
const place = document.querySelector<HTMLElement>('[data-parts]');

async function open(target: HTMLElement): Promise<void> {
  const parts: DisplayParts = JSON.parse(target.dataset.parts ?? '');
  target.removeAttribute('data-parts');
  const components = await loadComponents(parts.first?.slots ?? {});
  hydrate(Opening, { target, props: { parts, components } });
}

if (place) void open(place);
