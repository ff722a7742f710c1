import { tick } from 'svelte';
import type { SubmitFunction } from '@sveltejs/kit';

const inView = ({ top, bottom }: DOMRect) => top >= 0 && bottom <= window.innerHeight - 100;

/** After an answer: the first field that is wrong is focused, and what is said of it, or of the whole form, comes into view. */
export async function showOutcome(): Promise<void> {
  await tick();
  const field = document.querySelector<HTMLElement>('[aria-invalid="true"]');
  const reason = document.getElementById(field?.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '');
  // A choice takes the focus by its first answer.
  (field?.querySelector('input') ?? field)?.focus({ preventScroll: true });
  const said = reason ?? field ?? document.querySelector('[data-outcome]');
  if (said && !inView(said.getBoundingClientRect())) said.scrollIntoView({ block: 'center' });
}

/**
 * A form on its way: `busy` while it is, nothing typed is lost, and a refusal brings the eye to the first thing that is
 * wrong.
 *
 *     const sending = new Sending();
 *     <form method="POST" use:enhance={sending.submit}> … <BarButton label={…} busy={sending.busy} />
 */
export class Sending {
  #busy = $state(false);

  get busy(): boolean {
    return this.#busy;
  }

  submit: SubmitFunction = () => {
    this.#busy = true;
    return async ({ update, result }) => {
      await update({ reset: false });
      this.#busy = false;
      if (result.type === 'failure') await showOutcome();
    };
  };
}
