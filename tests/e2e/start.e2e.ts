import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import type { Patch, Snapshot } from '../../src/lib/protocol/events';
import { writeLine } from '../../src/lib/server/store/lowdb/journal';
import { expect, test } from './huddleboard';

const folders: string[] = [];
function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huddleboard-start-'));
  folders.push(folder);
  return folder;
}
test.afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Starts a server that is expected to refuse; how it ended and what it said. */
async function refusal(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['server.js'], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: join(emptyFolder(), 'data'),
      LOG_LEVEL: 'silent',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  // A server that does start is no refusal.
  child.stdout.on('data', (chunk: Buffer) => {
    if (chunk.includes('Huddleboard is open')) child.kill('SIGKILL');
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

/** One or a few sentences on a line of their own, no stack. */
const sentence = /^[A-Z].*\.\n$/;

const malformed = {
  PORT: 'eighty',
  HOST: 'not a host',
  TRUST_PROXY: 'yes',
  PUBLIC_URL: 'wall.example/board',
  SMTP_URL: 'http://mail.example',
  LOG_LEVEL: 'loud',
};
for (const [name, value] of Object.entries(malformed)) {
  test(`a malformed ${name} refuses to start with one sentence that names it`, async () => {
    const { code, said } = await refusal({ [name]: value });
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
    expect(said).toContain(name);
  });
}

test('a folder of profiles that is not there refuses to start', async () => {
  const { code, said } = await refusal({ PROFILES_DIR: join(emptyFolder(), 'nowhere') });
  expect(code).toBe(1);
  expect(said).toMatch(sentence);
  expect(said).toContain('PROFILES_DIR');
});

test('a DATA_DIR that is a file refuses to start', async () => {
  const file = join(emptyFolder(), 'file');
  writeFileSync(file, '');
  const { code, said } = await refusal({ DATA_DIR: file });
  expect(code).toBe(1);
  expect(said).toMatch(sentence);
});

test('a port in use refuses to start and names it', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, said } = await refusal({ PORT: String(port) });
  other.close();
  expect(code).toBe(1);
  expect(said).toMatch(sentence);
  expect(said).toContain(`PORT ${port}`);
});

test('a second server on the same DATA_DIR refuses to start, and the first goes on', async ({ seeded }) => {
  const { code, said } = await refusal({ DATA_DIR: seeded.server.dataDir });
  expect(code).toBe(1);
  expect(said).toMatch(sentence);
  expect(said).toContain(seeded.server.dataDir);
  expect((await answer(seeded, { id: 'still', metric: 'nps', value: 9 })).status).toBe(201);
});

test('a damaged store refuses to start and changes nothing', async ({ sample }) => {
  const dir = emptyFolder();
  cpSync(sample.dir, dir, { recursive: true });
  for (const name of ['head.json', 'head.json.previous']) writeFileSync(join(dir, name), '[]');
  const before = contents(dir);
  const { code, said } = await refusal({ DATA_DIR: dir });
  expect(code).toBe(1);
  expect(said).toMatch(sentence);
  expect(said).toContain(dir);
  expect(contents(dir)).toEqual(before);
});

test('data of a newer version refuse to start and stay as they are', async ({ sample }) => {
  const dir = emptyFolder();
  cpSync(sample.dir, dir, { recursive: true });
  const journal = readdirSync(dir)
    .filter((name) => name.startsWith('journal-'))
    .sort()
    .at(-1);
  const lines = readFileSync(join(dir, journal ?? ''), 'utf8')
    .trim()
    .split('\n');
  const { head } = JSON.parse(lines.at(-1) ?? '') as { head: number };
  const name = `journal-${String(head + 1).padStart(12, '0')}-0000.ndjson`;
  writeFileSync(join(dir, name), writeLine({ journal: 1, schema: 99, first: head + 1 }, 0));
  const before = contents(dir);
  const { code, said } = await refusal({ DATA_DIR: dir });
  expect(code).toBe(1);
  expect(said).toMatch(sentence);
  expect(said).toContain('newer Huddleboard');
  expect(contents(dir)).toEqual(before);
});

test('SIGTERM under load with walls connected ends in time, and nothing acknowledged is lost', async ({
  seeded,
}) => {
  const { server } = seeded;
  const walls = await Promise.all(seeded.displays.map((display) => wall(server.origin, display)));
  const acknowledged: string[] = [];
  let going = true;
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let n = 0; going; n += 1) {
      const id = `load-${writer}-${n}`;
      try {
        const { status } = await answer(seeded, { id, metric: 'nps', value: n % 11 });
        if (status === 201) acknowledged.push(id);
      } catch {
        return; // The door is shut.
      }
    }
  });
  await expect.poll(() => acknowledged.length).toBeGreaterThan(40);
  // Past its own deadline it ends with 1.
  expect(await server.stop()).toBe(0);
  going = false;
  await Promise.all(writers);
  for (const { socket } of walls) socket.close();

  await server.start();
  const again = await Promise.all(
    acknowledged.map(async (id) => (await answer(seeded, { id, metric: 'nps', value: 5 })).json()),
  );
  expect(again.filter(({ created }: { created: number }) => created > 0)).toEqual([]);
});

test.describe('bodies that nobody should send', () => {
  test('get the right answer, store nothing, and the walls go on', async ({ seeded }) => {
    const { server, team, apiKey } = seeded;
    const [display] = seeded.displays;
    if (!display) throw new Error('the sample team has displays');
    const { socket, patched } = await wall(server.origin, display);
    const { n: before } = await score(seeded);
    const path = `/api/v1/teams/${team}/responses`;
    const head = `POST ${path} HTTP/1.1\r\nHost: ${new URL(server.origin).host}\r\nAuthorization: Bearer ${apiKey}\r\nContent-Type: application/json\r\n`;

    await test.step('cut off half-way', async () => {
      await raw(server.port, `${head}Content-Length: 400\r\n\r\n{"metric":"nps","value":9`, true);
    });
    await test.step('chunked and longer than its route allows', async () => {
      const chunk = ' '.repeat(1024 * 1024);
      const chunks = Array.from({ length: 5 }, () => `100000\r\n${chunk}\r\n`).join('');
      const said = await raw(
        server.port,
        `${head}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n${chunks}0\r\n\r\n`,
      );
      expect(said).toMatch(/^HTTP\/1\.1 413 /);
      expect(said).toContain('at most 4 MB');
    });
    await test.step('a file of 50 MB', async () => {
      const response = await fetch(`${server.origin}/api/v1/teams/${team}/imports`, {
        method: 'POST',
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'text/csv' },
        body: new Uint8Array(50 * 1024 * 1024).fill(0x61),
      });
      expect(response.status).toBe(413);
      expect(((await response.json()) as { detail: string }).detail).toContain('at most 25 MB');
    });
    await test.step('bytes that are no UTF-8', async () => {
      const bytes = new Uint8Array([
        ...new TextEncoder().encode('{"metric":"nps","value":9,"comment":"'),
        0xff,
      ]);
      expect((await answer(seeded, bytes)).status).toBe(400);
    });
    await test.step('out of range, in the midst of good ones', async () => {
      const good = { metric: 'nps', value: 9 };
      expect((await answer(seeded, [good, { metric: 'nps', value: 11 }, good])).status).toBe(422);
    });
    expect((await score(seeded)).n).toBe(before);

    await test.step('the same id twice is one answer', async () => {
      const twice = { id: 'twice', metric: 'nps', value: 3 };
      const first = await answer(seeded, twice);
      expect([first.status, await first.json()]).toEqual([201, { created: 1, updated: 0 }]);
      const second = await answer(seeded, { ...twice, value: 10 });
      expect([second.status, await second.json()]).toEqual([201, { created: 0, updated: 1 }]);
    });
    expect((await score(seeded)).n).toBe(before + 1);
    await expect.poll(() => patched.length).toBeGreaterThan(0);
    expect(socket.connected).toBe(true);
    socket.close();
  });
});

type Board = { server: { origin: string }; team: string; apiKey: string };

const answer = ({ server, team, apiKey }: Board, body: unknown): Promise<Response> =>
  fetch(`${server.origin}/api/v1/teams/${team}/responses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
  });

async function score({ server, team, apiKey }: Board): Promise<{ n: number }> {
  const response = await fetch(`${server.origin}/api/v1/teams/${team}/score?metric=nps&days=30`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  return (await response.json()) as { n: number };
}

/** A wall's socket that holds its board, and what it is sent. */
async function wall(
  origin: string,
  { id, token }: { id: string; token: string },
): Promise<{ socket: Socket; patched: Patch[] }> {
  const socket: Socket = io(`${origin}/screens`, {
    path: '/live',
    transports: ['websocket'],
    forceNew: true,
    auth: { display: id, token, protocol: 1, build: 'test' },
  });
  const patched: Patch[] = [];
  socket.on('board:patch', (patch: Patch) => patched.push(patch));
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  await new Promise<Snapshot>((resolve) => socket.emit('board:sync', null, resolve));
  return { socket, patched };
}

/** Sends these bytes; what came back until the connection ended. `hangUp`: ends it itself once they are out. */
function raw(port: number, text: string, hangUp = false): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(text, () => hangUp && socket.destroy());
    });
    socket.on('data', (chunk) => (said += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(said));
  });
}

/** Every file of a folder and what is in it. */
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
