import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { reloadSafely } from './watchdog';

/** What the network answers by path; a path that is missing is a server that is gone. */
let network: Record<string, () => Response>;
let asked: string[] = [];
/** Whose answers the browser's own cache took. */
let cached: string[] = [];
let went: string[] = [];

const ours = { 'x-huddleboard-build': 'b' };
const whole = {
  '/healthz': () => new Response('{"app":"huddleboard"}'),
  '/display/d': () =>
    new Response(
      '<link href="../_app/immutable/assets/a.css" rel="stylesheet" disabled media="(max-width: 0)">' +
        '<script src="../_app/immutable/assets/screen.x.js"></script>',
      { headers: { ...ours, 'x-huddleboard-keep': '1' } },
    ),
  '/display': () => new Response('no page', { status: 404, headers: ours }),
  '/_app/immutable/assets/screen.x.js': () =>
    new Response('go()', { headers: { 'content-type': 'text/javascript' } }),
};
const portal = () => new Response('<h1>Log in</h1>', { headers: { 'content-type': 'text/html' } });

beforeEach(() => {
  [asked, cached, went] = [[], [], []];
  vi.stubGlobal('window', {});
  vi.stubGlobal('location', {
    pathname: '/display/d',
    search: '',
    reload: () => went.push('server'),
    replace: (to: string) => went.push(to),
  });
  vi.stubGlobal('fetch', async (path: string, { cache }: RequestInit = {}) => {
    asked.push(path);
    if (cache === 'reload') cached.push(path);
    const answer = network[path];
    if (!answer) throw new TypeError('no server');
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

it('opens the new page from what is in hand, once all its files are', async () => {
  network = whole;
  expect(await reloadSafely()).toBe(true);
  expect(asked).toContain('/_app/immutable/assets/screen.x.js');
  expect(asked).not.toContain('/_app/immutable/assets/a.css');
  expect(went).toEqual(['/display/d']);
});

it('takes the page that the address of all TVs led to, and asks no more', async () => {
  const led = { redirected: { value: true }, url: { value: 'http://wall.test/display/d' } };
  const page = () => {
    const answer = Object.defineProperties(whole['/display/d'](), led);
    return Object.assign(answer, { clone: () => answer });
  };
  network = { ...whole, '/display': page };
  expect(await reloadSafely()).toBe(true);
  expect(cached).toEqual(['/display']);
});

it('asks the server itself where there is no page to keep', async () => {
  network = { ...whole, '/display/d': () => new Response('refused', { headers: ours }) };
  expect(await reloadSafely()).toBe(true);
  expect(went).toEqual(['server']);
});

it.each([
  ['a captive portal answers for everything', { '/healthz': portal, '/display/d': portal }],
  ['a captive portal comes up meanwhile', { ...whole, '/display/d': portal }],
  ['the server fails', { ...whole, '/display/d': () => new Response('', { status: 503, headers: ours }) }],
  ['a proxy answers for a file', { ...whole, '/_app/immutable/assets/screen.x.js': portal }],
  ['the server goes before all is in hand', { ...whole, '/_app/immutable/assets/screen.x.js': undefined }],
  ['there is no server', {}],
])('stays where it is while %s', async (_, answers) => {
  network = answers as typeof network;
  expect(await reloadSafely()).toBe(false);
  expect(went).toEqual([]);
  expect(cached).toEqual([]);
});

it('never asks a stranger for the page: the browser would keep that answer', async () => {
  network = { '/healthz': portal, '/display/d': portal, '/display': portal };
  await reloadSafely();
  expect(asked).toEqual(['/healthz']);
});
