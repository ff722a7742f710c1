import { dev } from '$app/environment';
import { buildHeader, keepHeader, keptFor } from '$lib/protocol/kept-page';
import type { House } from '$lib/server/house';

/**
 * Marks the answer as ours. Browsers keep none of our pages, but for the one that a screen asks for in order to keep it, where
 * the display is open to it: whether this request asks for that one.
 */
export function ownPage(
  { build, config }: House,
  request: Request,
  setHeaders: (headers: Record<string, string>) => void,
  isIn: boolean,
): boolean {
  const isKept = isIn && request.headers.has(keepHeader) && config.offlineStart && !dev;
  setHeaders({
    [buildHeader]: encodeURIComponent(build),
    'cache-control': isKept ? `private, max-age=${keptFor}` : 'no-store',
    ...(isKept ? { [keepHeader]: '1' } : {}),
  });
  return isKept;
}
