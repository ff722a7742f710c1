import { flushSync, hydrate, mount } from 'svelte';
import { recall } from './last-snapshot';
import { overwriteGetLocale, toLocale } from '$lib/paraglide/runtime';
import Opening from './Opening.svelte';
import { loadComponents } from './panel-components';
import type { DisplayParts } from './live-screen.svelte';
import { hasStarted } from './watchdog';

// A build has a program for each language (scripts/screen-script.js).
if (import.meta.env.DEV) overwriteGetLocale(() => toLocale(document.documentElement.lang) ?? 'en');

/** Where the server puts a display's first picture, with what it was drawn from in `data-parts`. */
const place = document.querySelector<HTMLElement>('[data-parts]');

async function open(target: HTMLElement): Promise<void> {
  const parts: DisplayParts = JSON.parse(target.dataset.parts ?? '');
  const kept = parts.bare ? recall(parts.display) : undefined;
  if (kept) Object.assign(parts, { first: kept.snapshot, kept });
  const components = await loadComponents(parts.first?.slots ?? {});
  // What a TV kept is on no page yet.
  if (parts.bare) target.textContent = '';
  (parts.bare ? mount : hydrate)(Opening, { target, props: { parts, components } });
  flushSync();
  // From here on the wall walks by itself. Before, or where an old TV could not come this far, app.html's script does.
  target.removeAttribute('data-parts');
  target.removeAttribute('data-next');
  document.querySelector('[data-safe]')?.remove();
  hasStarted();
}

if (place) void open(place);
