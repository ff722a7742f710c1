import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import * as records from '../../../../tests/support/records';
import { createIntake } from '../intake/intake';
import { mailHelp, type HelpMail } from './help-mail';
import type { Letter } from './letters';

const now = new Date('2026-11-22T10:00:00Z');
const manager = { as: 'account', id: 'mo', name: 'Mo', role: 'manager', teams: [] as string[] } as const;

let closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing) close();
  closing = [];
});

async function board(parts: Partial<Parameters<typeof mailHelp>[0]>) {
  const store = new MemoryStore();
  const reported: string[] = [];
  await store.commit([
    { put: 'team', record: records.team({ name: 'North desk' }) },
    { put: 'account', record: records.account({ id: 'o', login: 'ada@harbour.example', role: 'owner' }) },
    {
      put: 'account',
      record: records.account({ id: 'l', login: 'lea@harbour.example', role: 'leader', teams: ['north'] }),
    },
    { put: 'account', record: records.account({ id: 'n', login: 'ned', role: 'leader', teams: ['north'] }) },
    {
      put: 'account',
      record: records.account({ id: 'x', login: 'xe@harbour.example', role: 'leader', teams: ['south'] }),
    },
    { put: 'account', record: records.account({ id: 'mo', login: 'mo@harbour.example', role: 'manager' }) },
  ]);
  const mail: HelpMail = mailHelp({
    store,
    smtpUrl: null,
    address: 'https://board.example',
    report: (what) => reported.push(what),
    ...parts,
  });
  closing.push(() => mail.close());
  const intake = createIntake({ store, now: () => now, log: { error: () => {} } });
  const offer = () => intake.submit('help:offer', { team: 'north', point: 'focus' }, { ...manager });
  return { store, offer, reported };
}

it('writes to the team’s leaders and owners whose login is an address, once an offer', async () => {
  const letters: Letter[] = [];
  const { offer } = await board({ send: async (letter) => void letters.push(letter) });
  expect(await offer()).toMatchObject({ ok: true, created: 1 });
  expect(await offer()).toMatchObject({ ok: true, created: 0 });
  await expect.poll(() => letters.length).toBe(1);
  expect(letters[0]?.to.sort()).toEqual(['ada@harbour.example', 'lea@harbour.example']);
  expect(letters[0]?.subject).toContain('Mo');
  expect(letters[0]?.text).toContain('https://board.example/admin/north');
});

it('sends it by the mail server that is set, and an offer stands where that is gone', async () => {
  const heard: string[] = [];
  const server: Server = createServer((socket: Socket) => {
    let body = false;
    socket.write('220 mail.test\r\n');
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n')) {
        if (line === '') continue;
        heard.push(line);
        if (body) {
          if (line === '.') {
            body = false;
            socket.write('250 kept\r\n');
          }
        } else if (line.startsWith('EHLO')) socket.write('250 mail.test\r\n');
        else if (line === 'DATA') {
          body = true;
          socket.write('354 go on\r\n');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 fine\r\n');
      }
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  const { port } = server.address() as AddressInfo;
  const { offer, store, reported } = await board({ smtpUrl: `smtp://127.0.0.1:${port}` });
  await offer();
  await expect.poll(() => heard.includes('.'), { timeout: 10_000 }).toBe(true);
  expect(heard.join('\n')).toContain('RCPT TO:<lea@harbour.example>');
  await new Promise((done) => server.close(done));

  await store.commit([{ erase: 'help', id: 'north.help.focus' }]);
  expect(await offer()).toMatchObject({ ok: true, created: 1 });
  await expect.poll(() => reported, { timeout: 10_000 }).toEqual(['A mail about help was not sent.']);
});

it('sends nothing where no mail server is set', async () => {
  const { offer, reported } = await board({});
  expect(await offer()).toMatchObject({ ok: true });
  expect(reported).toEqual([]);
});
