import { accept, refuse, type Refusal, type Result } from '../../domain/refusal';

const megabyte = 1024 * 1024;

/** The most that one picture may weigh, in bytes: a good phone's camera makes 4 to 15 MB. */
export const pictureLimit = 20 * megabyte;

/** Forms that may bring a picture: a team's stories, posters and look, a phone's story. */
const withPicture = /^\/(admin\/[^/]+\/(stories|pictures|look)|team\/[^/]+\/(story|journey))\/?$/;

/** The most that a request may bring, in bytes: a file to import, a picture, a list of answers, or a form. */
export function bodyLimit(path: string): number {
  if (/^\/api\/v1\/(teams\/[^/]+\/)?imports\/?$/.test(path) || /^\/admin\/.*import/.test(path))
    return 25 * megabyte;
  // A whole board with its pictures; an owner’s only, and read by a script where it is larger.
  if (/^\/admin\/backups\/?$/.test(path)) return 256 * megabyte;
  if (withPicture.test(path)) return pictureLimit + megabyte;
  if (path.startsWith('/api/') || path.startsWith('/hooks/')) return 4 * megabyte;
  return megabyte;
}

export const tooBig = (limit: number): Refusal => ({
  kind: 'invalid',
  code: 'too-big',
  values: { megabytes: Math.floor(limit / megabyte) },
});

/** The most that is read only to be thrown away, so that the sender gets to hear the answer. */
const patience = 128 * megabyte;

/** Reads the rest of a body and forgets it. */
async function forget(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done && size < patience; next = await reader.read())
      size += next.value.length;
  } catch {
    // The sender gave up: all the better.
  }
}

/** Reads a body that nobody will look at, so that its sender gets to hear why. */
export async function drain(request: Request): Promise<void> {
  if (request.body) await forget(request.body.getReader());
}

/** The body, at most `limit` bytes of it. Refused as `too-big` (413), or `cut-off` (400) where it ended too early. */
export async function readBody(request: Request, limit: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const announced = request.headers.get('content-length');
  if (Number(announced ?? 0) > limit) {
    await drain(request);
    return { ok: false, refusal: tooBig(limit) };
  }
  if (!request.body) return accept(new Uint8Array());
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > limit) {
        parts.length = 0;
        await forget(reader);
        return { ok: false, refusal: tooBig(limit) };
      }
      parts.push(next.value);
    }
  } catch {
    return refuse('invalid', 'cut-off');
  }
  if (announced !== null && size < Number(announced)) return refuse('invalid', 'cut-off');
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return accept(whole);
}

/**
 * A body that ends with an error where it is longer than `limit` bytes. The rest is thrown away first: stopping at once would
 * cut the connection, and the sender would never hear why.
 */
export function limited(body: ReadableStream<Uint8Array>, limit: number): ReadableStream<Uint8Array> {
  let size = 0;
  const fail = (controller: TransformStreamDefaultController) =>
    controller.error(new RangeError('the body is too big'));
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(part, controller) {
        size += part.length;
        if (size <= limit) controller.enqueue(part);
        else if (size > patience) fail(controller);
      },
      flush(controller) {
        if (size > limit) fail(controller);
      },
    }),
  );
}

// Made once: it costs half a millisecond.
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The JSON value of a body. Refused as `not-utf8` or `not-json` (400). */
export function readJson(bytes: Uint8Array<ArrayBuffer>): Result<unknown> {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return refuse('invalid', 'not-utf8');
  }
  try {
    return accept(JSON.parse(text) as unknown);
  } catch {
    return refuse('invalid', 'not-json');
  }
}
