import { applyAction, deserialize } from '$app/forms';
import type { ActionResult } from '@sveltejs/kit';

/** Sends a form with a file and says how far it has come; without JavaScript the browser does it alone. */
export class Sending {
  #part = $state<number | undefined>(undefined);
  #busy = $state(false);

  get busy(): boolean {
    return this.#busy;
  }

  /** The part that has arrived, 0 to 1; undefined while nothing is on its way, or once the server is reading. */
  get part(): number | undefined {
    return this.#part;
  }

  /** Sends; `failed` is called when the server could not be reached. */
  send(action: string, body: FormData, failed: () => void): void {
    const request = new XMLHttpRequest();
    this.#busy = true;
    this.#part = 0;
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      this.#part = lengthComputable && loaded < total ? loaded / total : undefined;
    };
    request.onerror = request.onabort = () => {
      this.#done();
      failed();
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
    };
    request.open('POST', action);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-sveltekit-action', 'true');
    request.send(body);
  }

  #done(): void {
    this.#busy = false;
    this.#part = undefined;
  }
}
