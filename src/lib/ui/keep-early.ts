import { onMount } from 'svelte';
import { browser } from '$app/environment';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What is in a field now. */
const stateOf = (field: Field): string | boolean =>
  field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')
    ? field.checked
    : field.value;

/** Whether somebody typed, ticked or chose something since the server sent the field. */
function isTouched(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const sent = [...field.options].findIndex(({ defaultSelected }) => defaultSelected);
    return field.selectedIndex !== Math.max(sent, 0);
  }
  const state = stateOf(field);
  if (field instanceof HTMLInputElement && field.type === 'file') return state !== '';
  return (
    state !== (typeof state === 'boolean' ? (field as HTMLInputElement).defaultChecked : field.defaultValue)
  );
}

/** Puts back what was in a field, and lets the program know of it as if it were done now. */
function putBack(field: Field, state: string | boolean): void {
  if (typeof state === 'boolean') (field as HTMLInputElement).checked = state;
  else if (field.type !== 'file') field.value = state;
  if (state === false && field.type === 'radio') return;
  for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
}

let isOver = false;

/**
 * What somebody did on a page before its program came stays: as it comes, Svelte sets fields that are not bound, lists, and what
 * folds out back to what the server sent, and knows of no file. To be called once while the page is set up, before its fields are.
 */
export function keepEarly(): void {
  if (!browser || isOver) return;
  isOver = true;
  const fields = [...document.querySelectorAll<Field>('input, select, textarea')]
    .filter(isTouched)
    .map((field) => ({ field, state: stateOf(field) }));
  const folds = [...document.querySelectorAll('details')].map((fold) => ({ fold, open: fold.open }));
  onMount(() => {
    for (const { fold, open } of folds) fold.open = open;
    for (const { field, state } of fields)
      if (field.type === 'file' || stateOf(field) !== state) putBack(field, state);
  });
}
