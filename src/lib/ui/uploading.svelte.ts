import { applyAction, deserialize } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import type { ActionResult } from '@sveltejs/kit';
import { showOutcome } from './sending.svelte';

/**
 * A form with a file on its way, which says how far it has come; without JavaScript the browser sends it alone.
 *
 *     const uploading = new Uploading();
 *     <form method="post" enctype="multipart/form-data" onsubmit={uploading.submit}> …
 *       {#if uploading.busy}<Progress label={…} value={uploading.part} />{/if}
 */
export class Uploading {
  #part = $state<number | undefined>(undefined);
  #busy = $state(false);
  #unreachable = $state(false);
  #request: XMLHttpRequest | undefined;

  get busy(): boolean {
    return this.#busy;
  }

  /** The part that has arrived, 0 to 1; undefined while nothing is on its way, or once the server is at work. */
  get part(): number | undefined {
    return this.#part;
  }

  /** The server could not be reached the last time. */
  get unreachable(): boolean {
    return this.#unreachable;
  }

  /** For `onsubmit`: what went well leaves the form empty and the page fresh, what did not keeps all that was chosen. */
  submit = (event: SubmitEvent): void => {
    const { submitter, currentTarget: form } = event;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    if (this.#busy) return;
    const action = submitter?.getAttribute('formaction') ?? form.action;
    this.send(action, new FormData(form, submitter), undefined, async ({ type }) => {
      if (type === 'success') {
        form.reset();
        await invalidateAll();
      }
      await showOutcome();
    });
  };

  /** Sends; `failed` is called when the server could not be reached, `answered` once the page shows what it said. */
  send(
    action: string,
    body: FormData,
    failed?: () => void,
    answered?: (result: ActionResult) => Promise<void>,
  ): void {
    const request = new XMLHttpRequest();
    this.#request = request;
    this.#busy = true;
    this.#unreachable = false;
    this.#part = 0;
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      this.#part = lengthComputable && loaded < total ? loaded / total : undefined;
    };
    request.onabort = () => {
      this.#done();
      failed?.();
    };
    request.onerror = () => {
      this.#done();
      this.#unreachable = true;
      failed?.();
    };
    request.onload = async () => {
      let result: ActionResult;
      try {
        result = deserialize(request.responseText);
      } catch {
        request.onerror?.(new ProgressEvent('error'));
        return;
      }
      await applyAction(result);
      this.#done();
      await answered?.(result);
    };
    request.open('POST', action);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-sveltekit-action', 'true');
    request.send(body);
  }

  /** Stops what is on its way; the form stays as it is. */
  stop(): void {
    this.#request?.abort();
  }

  #done(): void {
    this.#request = undefined;
    this.#busy = false;
    this.#part = undefined;
  }
}
