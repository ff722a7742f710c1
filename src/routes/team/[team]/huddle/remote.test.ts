import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usualAgenda } from '$lib/domain/huddle';
import type { HuddleView } from './huddle-view';
import { canGrow, Remote } from './remote.svelte';

const start = Date.parse('2026-11-22T12:00:00.000Z');
const at = (seconds: number) => new Date(start + 1000 * seconds).toISOString();

const view = (over: Partial<NonNullable<HuddleView['huddle']>> = {}, now = start): HuddleView => ({
  now: new Date(now).toISOString(),
  customer: 'guest',
  huddle: {
    id: 'h',
    clock: { at: at(0), agenda: [...usualAgenda], step: 0, since: at(0), extra: 0, ended: null },
    moves: 0,
    host: null,
    mine: true,
    skill: null,
    comment: null,
    scale: { min: 0, max: 10 },
    agreed: null,
    ...over,
  },
  next: [],
  skills: [],
  comments: [],
  review: [],
  commitments: [],
  notes: [],
  brainstorm: null,
  stalled: [],
  findings: [],
  experiments: [],
  spread: null,
  placed: null,
  questions: [],
  voted: null,
  leads: false,
  today: '2026-11-22',
  due: '2026-11-29',
  once: 'once',
});

/** The server’s end, turned by hand. */
const server = {
  line: true,
  sent: [] as { action: string; fields: Record<string, FormDataEntryValue> }[],
  answer: { type: 'success', status: 200 } as object,
  stands: view(),
  asked: 0,
};
const kept = new Map<string, string>();
let heard: Record<string, () => void> = {};

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  Object.assign(server, {
    line: true,
    sent: [],
    answer: { type: 'success', status: 200 },
    stands: view(),
    asked: 0,
  });
  kept.clear();
  heard = {};
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  vi.stubGlobal('document', { hidden: false });
  vi.stubGlobal('window', {
    addEventListener: (name: string, act: () => void) => void (heard[name] = act),
    removeEventListener: (name: string) => void delete heard[name],
  });
  vi.stubGlobal('fetch', async (address: string, how?: { body?: FormData }) => {
    if (!server.line) throw new TypeError('no line');
    if (address.endsWith('/now')) {
      server.asked += 1;
      return { ok: true, json: async () => server.stands };
    }
    server.sent.push({
      action: address.split('?/')[1] ?? '',
      fields: Object.fromEntries(how?.body ?? []),
    });
    return { text: async () => JSON.stringify(server.answer) };
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const opened = (stands = view()) => new Remote('/team/north/huddle', stands, (text) => JSON.parse(text));
/** Lets everything that is on its way arrive. */
const settle = () => vi.advanceTimersByTimeAsync(1);

describe('the remote', () => {
  it('shows at once what was tapped, sends it once, and then stands where the server says', async () => {
    const remote = opened();
    const done = remote.add('go', { to: '1' });
    expect(remote.stand?.step).toBe(1);
    expect(remote.waiting).toBe(1);
    server.stands = view({ moves: 1, clock: { ...view().huddle!.clock, step: 1, since: at(0) } });
    await settle();
    expect(await done).toBeNull();
    expect(server.sent).toMatchObject([
      { action: 'go', fields: { to: '1', step: '0', moves: '0', huddle: 'h' } },
    ]);
    expect(server.sent[0]?.fields.act).toMatch(/^[a-z0-9]{12}$/);
    expect([remote.waiting, remote.huddle?.moves]).toEqual([0, 1]);
  });

  it('takes two taps in one moment for one', async () => {
    const remote = opened();
    void remote.add('go', { to: '1' });
    expect(await remote.add('go', { to: '2' })).toBeUndefined();
    await settle();
    expect(server.sent).toHaveLength(1);
    vi.advanceTimersByTime(400);
    void remote.add('go', { to: '2' });
    await settle();
    expect(server.sent).toHaveLength(2);
  });

  it('takes other words in the same moment for another tap, and none or the same for the same', async () => {
    const remote = opened();
    void remote.add('commit', { what: 'Say the wait' }, 'Say the wait');
    expect(await remote.add('commit', { what: '' }, '')).toBeUndefined();
    expect(await remote.add('commit', { what: 'Say the wait' }, 'Say the wait')).toBeUndefined();
    void remote.add('commit', { what: 'Ring the baker' }, 'Ring the baker');
    await settle();
    await settle();
    expect(server.sent.map(({ fields }) => fields.what)).toEqual(['Say the wait', 'Ring the baker']);
  });

  it('keeps what is tapped without a line, over a reload too, and sends it in order with the same ids', async () => {
    server.line = false;
    const remote = opened();
    void remote.add('go', { to: '1' });
    vi.advanceTimersByTime(1000);
    void remote.add('note', { text: 'Four tables waited', once: 'n1' });
    await settle();
    expect([remote.offline, remote.waiting, remote.stand?.step]).toEqual([true, 2, 1]);
    const acts = JSON.parse([...kept.values()][0] ?? '[]') as { fields: Record<string, string> }[];

    // The page is loaded anew; the line comes back.
    vi.clearAllTimers();
    const again = opened();
    const stop = again.start();
    expect(again.waiting).toBe(2);
    server.line = true;
    heard.online?.();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.sent.map(({ action }) => action)).toEqual(['go', 'note']);
    expect(server.sent[0]?.fields.act).toBe(acts[0]?.fields.act);
    expect(server.sent[1]?.fields.once).toBe('n1');
    expect([again.offline, again.waiting]).toEqual([false, 0]);
    expect([...kept.values()]).toEqual(['[]']);
    stop();
  });

  it('lets go of what the server refuses and says why; what comes after is sent all the same', async () => {
    server.answer = {
      type: 'failure',
      status: 409,
      data: { message: 'Ottoline hosts this huddle.', fields: {} },
    };
    const remote = opened();
    const done = remote.add('go', { to: '1' });
    await settle();
    expect(await done).toMatchObject({ form: 'go', message: 'Ottoline hosts this huddle.' });
    expect([remote.waiting, remote.said?.message]).toEqual([0, 'Ottoline hosts this huddle.']);
    expect(remote.stand?.step).toBe(0);
    server.answer = { type: 'success', status: 200 };
    vi.advanceTimersByTime(400);
    void remote.add('longer', {});
    await settle();
    expect([remote.said, remote.waiting]).toEqual([null, 0]);
  });

  it('counts by the server’s clock, and asks how it stands while it is on', async () => {
    // This phone’s clock is an hour slow.
    vi.setSystemTime(start - 3_600_000);
    const remote = opened();
    const stop = remote.start();
    expect(remote.stand?.left).toBe(25);
    vi.advanceTimersByTime(10_000);
    expect(remote.stand?.left).toBe(15);
    vi.advanceTimersByTime(16_000);
    expect(remote.stand?.step).toBe(1);
    server.stands = view({}, start + 40_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.asked).toBeGreaterThan(0);
    expect(remote.stand?.left).toBe(20);
    stop();
    const asked = server.asked;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toBe(asked);
  });

  it('is given more time only as long as a huddle may last', () => {
    const remote = opened();
    expect(canGrow(remote.stand!, at(0))).toBe(true);
    const long = view({
      clock: { ...view().huddle!.clock, agenda: [{ step: 'how', seconds: 900 }], extra: 885 },
    });
    const full = opened(long);
    expect(canGrow(full.stand!, at(0))).toBe(false);
  });
});
