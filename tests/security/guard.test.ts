import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

// Kit's own check of origins is off: hooks.server.ts is the only guard. So each route that changes something is asked here.

const board = 'http://board.local:3000';
const changing = ['POST', 'PUT', 'PATCH', 'DELETE'];
const modules = import.meta.glob<Record<string, unknown>>([
  '../../src/routes/**/+server.ts',
  '../../src/routes/**/+page.server.ts',
]);

/** The routes with form actions, or with a method that changes something, as addresses. */
async function mutatingRoutes(): Promise<{ method: string; path: string }[]> {
  const found = await Promise.all(
    Object.entries(modules).map(async ([file, load]) => {
      const module = await load();
      const path = file.replace('../../src/routes', '').replace(/\/\+[\w.]+$/, '') || '/';
      const methods = 'actions' in module ? ['POST'] : changing.filter((method) => method in module);
      return methods.map((method) => ({ method, path: path.replace(/\[(\w+)\]/g, 'a-$1') }));
    }),
  );
  return found.flat();
}

const bodies: Record<string, () => { body: BodyInit; type?: string }> = {
  form: () => ({ body: 'name=x', type: 'application/x-www-form-urlencoded' }),
  'multipart form': () => {
    const body = new FormData();
    body.set('file', new Blob(['score\n9\n']), 'x.csv');
    return { body };
  },
  'plain text': () => ({ body: '{"name":"x"}', type: 'text/plain' }),
  JSON: () => ({ body: '{"name":"x"}', type: 'application/json' }),
  'body of no type': () => ({ body: new Uint8Array([123, 125]) }),
};

const strangers: Record<string, Record<string, string>> = {
  'another site': { origin: 'http://evil.example' },
  'another port': { origin: 'http://board.local:8080' },
  'a sandbox': { origin: 'null' },
  nowhere: {},
  'another site without an origin': { 'sec-fetch-site': 'cross-site' },
};

let handle: Handle;
let routes: { method: string; path: string }[];
let directory: string;
const before = { ...process.env };
const slots: Record<symbol, { close(): Promise<void> } | undefined> = globalThis as never;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'huddleboard-guard-'));
  Object.assign(process.env, { DATA_DIR: directory, LOG_LEVEL: 'silent', PORT: '0' });
  ({ handle } = await import('../../src/hooks.server'));
  routes = await mutatingRoutes();
}, 120_000);
afterAll(async () => {
  await slots[Symbol.for('huddleboard.house')]?.close();
  process.env = before;
  rmSync(directory, { recursive: true, force: true });
});

/** Webhooks come from anywhere and prove themselves: what their route asks for is tested in intake/hooks. */
const provesItself = (path: string) => path.startsWith('/hooks/');

/** What the guard does with a request: the status it answers itself, or `in` where it lets the route answer. */
async function guarded(
  { method, path }: { method: string; path: string },
  body: () => { body: BodyInit; type?: string },
  headers: Record<string, string>,
  hasCookies = true,
): Promise<number | 'in'> {
  const url = new URL(path, board);
  const sent = body();
  const request = new Request(url, { method, body: sent.body, headers });
  if (sent.type) request.headers.set('content-type', sent.type);
  const resolve = vi.fn(() => Promise.resolve(new Response('in', { status: 299 })));
  const all = hasCookies ? [{ name: 'huddleboard_session', value: 'x' }] : [];
  const event = {
    request,
    url,
    params: {},
    route: { id: path },
    locals: {},
    cookies: { getAll: () => all, get: (name: string) => all.find((one) => one.name === name)?.value },
  } satisfies Partial<Record<keyof RequestEvent, unknown>>;
  try {
    const { status } = await handle({ event: event as never, resolve });
    return resolve.mock.calls.length > 0 ? 'in' : status;
  } catch (thrown) {
    // Whoever is not signed in is sent to sign in: past the guard.
    if ((thrown as { status?: number }).status === 303) return 'in';
    throw thrown;
  }
}

describe('every route that changes something', () => {
  it('is known here', () => {
    const paths = routes.map(({ path }) => path);
    for (const path of ['/setup', '/pair', '/ask/a-team', '/team/a-team', '/admin/sign-in', '/admin/keys'])
      expect(paths).toContain(path);
    for (const path of ['/api/v1/imports', '/api/v1/teams/a-team/responses', '/display/a-id/enrol'])
      expect(paths).toContain(path);
    expect(paths.length).toBeGreaterThan(15);
  });

  for (const [kind, body] of Object.entries(bodies)) {
    for (const [from, headers] of Object.entries(strangers)) {
      it(`refuses a ${kind} from ${from} with 403`, async () => {
        for (const route of routes)
          expect([route.path, await guarded(route, body, headers)]).toEqual([
            route.path,
            provesItself(route.path) ? 'in' : 403,
          ]);
      });
    }

    it(`lets a ${kind} of its own pages in`, async () => {
      for (const route of routes)
        expect([route.path, await guarded(route, body, { origin: board })]).toEqual([route.path, 'in']);
    });

    it(`lets a ${kind} with an API key in`, async () => {
      for (const route of routes.filter(({ path }) => path.startsWith('/api/'))) {
        const answer = await guarded(route, body, { authorization: 'Bearer hb_x' }, false);
        expect([route.path, answer]).toEqual([route.path, 'in']);
      }
    });
  }

  it('has nobody from elsewhere in without cookies either, but where a key or a proof is asked for', async () => {
    for (const route of routes) {
      const answer = await guarded(route, bodies.form!, {}, false);
      const asked = route.path.startsWith('/api/') || provesItself(route.path);
      expect([route.path, answer]).toEqual([route.path, asked ? 'in' : 403]);
    }
  });

  it('has one route that proves itself, and it reads no cookie', async () => {
    const [hooks, ...more] = routes.map(({ path }) => path).filter(provesItself);
    expect([hooks, more]).toEqual(['/hooks/a-source', []]);
    const { default: source } = await import('../../src/routes/hooks/[source]/+server.ts?raw');
    expect(source).not.toMatch(/cookie|locals\.(leader|phone|session)/);
  });
});
