import { tick } from 'svelte';
import type { SubmitFunction } from '@sveltejs/kit';

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
      if (result.type !== 'failure') return;
      await tick();
      const field = document.querySelector<HTMLElement>('[aria-invalid="true"]');
      const reason = document.getElementById(
        field?.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '',
      );
      field?.focus({ preventScroll: true });
      (reason ?? field ?? document.querySelector('[role="alert"]'))?.scrollIntoView({ block: 'center' });
    };
  };
}
