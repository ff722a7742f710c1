import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Records } from '../../src/lib/domain/records';
import type { Ask } from '../../src/lib/panels/needs';
import { registry } from '../../src/lib/panels/registry';
import type { Snapshot } from '../../src/lib/protocol/events';
import Display from '../../src/lib/screen/Display.svelte';
import { loadComponents } from '../../src/lib/screen/panel-components';
import { createBoards, type Boards } from '../../src/lib/server/board/board';
import { readProfile, type Profiles } from '../../src/lib/server/board/profiles';
import { MemoryStore } from '../support/memory-store';
import * as huddles from '../support/huddles';
import * as records from '../support/records';

// What reliability promises of a display for customers, of every panel there is and every one to come: names, comments
// and commitments never leave the server for it, save what a leader published for customers in the thanks.

const now = new Date('2026-11-22T12:00:00Z');
const at = '2026-11-22T10:00:00.000Z';
const kinds = Object.keys(registry);

/** Words that stand for what somebody wrote, each once, and where it stood. */
const secrets = new Map<string, string>();
const published: string[] = [];
const secret = (what: string): string => {
  const token = `Zq${secrets.size}x`;
  secrets.set(token, what);
  return token;
};
const open = (): string => {
  const token = `Yq${published.length}x`;
  published.push(token);
  return token;
};

type Listed = Extract<Ask, { ask: 'newest' }>['kind'];
type Unversioned<K extends Listed> = Omit<Records[K], 'version'>;

/** A record of every kind that a panel may ask for; a new kind has to be added here before the types hold. */
const facts: { [K in Listed]: Unversioned<K> } = {
  question: {
    id: 'question',
    team: 'north',
    at,
    status: 'live',
    batch: null,
    text: open(),
    metric: 'nps',
    scale: null,
  },
  verbatim: records.verbatim({
    status: 'approved',
    text: `${secret('comment')} ${secret('address in a comment')}@guest.example`,
    touchpoint: secret('touchpoint of a comment'),
    sourceName: secret('source of a comment'),
    measure: 'nps',
    value: 9,
  }),
  'shout-out': records.shoutOut({
    to: secret('thanked colleague'),
    toArea: secret('their area'),
    from: secret('thanking colleague'),
    fromArea: secret('area of who thanks'),
    behaviour: secret('what they did'),
    value: 'care',
  }),
  turn: {
    id: 'north.turn.3',
    team: 'north',
    at,
    status: 'closed',
    batch: null,
    number: 3,
    woken: null,
    closing: {
      at: '2026-11-22T11:59:50.000Z',
      by: secret('who closed the turn'),
      thanks: 'thanks',
      question: 'question',
      learned: secret('what a team learned'),
    },
  },
  goal: records.goal({
    question: secret('goal'),
    readings: [{ day: '2026-11-21', value: 70, n: 40 }],
    celebration: { words: secret('leader’s words on a goal'), next: secret('next step'), at },
  }),
  decision: records.decision({
    text: secret('what a team decided'),
    meaning: secret('what customers have of it'),
    routine: secret('in which routine'),
    start: '2026-11-01',
    review: '2026-11-20',
  }),
  announcement: {
    id: 'news',
    team: 'north',
    at,
    status: 'published',
    batch: null,
    title: secret('announcement'),
    text: secret('text of an announcement'),
    from: null,
    until: null,
  },
  thanks: {
    id: 'thanks',
    team: 'north',
    at,
    status: 'published',
    batch: null,
    youSaid: open(),
    weDid: open(),
    signedBy: open(),
    cosign: { asked: at, by: 'm', name: open(), at },
    served: 900,
    leader: {
      account: 'l',
      name: secret('who says a line to the team'),
      express: secret('why a turn matters to a leader'),
      reinforce: secret('what a leader saw done well'),
    },
  },
  story: records.story({
    words: secret('story'),
    about: secret('whom a story is about'),
    consent: { by: secret('who agreed to be shown'), at },
  }),
  picture: records.picture({ alt: secret('what a picture shows'), people: true }),
  improvement: {
    id: 'calmer',
    team: 'north',
    at,
    status: 'shown',
    batch: null,
    what: 'complaints',
    label: null,
    unit: 'count',
    before: { value: 12, n: 400, from: '2026-08-01', to: '2026-08-31' },
    after: { value: 4, n: 410, from: '2026-10-01', to: '2026-10-31' },
    because: secret('what a team does differently'),
  },
  snag: {
    ...{ id: 'snag', team: 'north', at, status: 'answered', batch: null, raised: at },
    ...{ rule: secret('rule that got in the way'), happened: secret('what a rule did') },
    answer: {
      verdict: 'changed',
      text: secret('answer to a rule'),
      mission: secret('what a rule is measured by'),
    },
  },
  finding: {
    ...{ id: 'finding', team: 'north', at, status: 'told', batch: null },
    ...{ step: 'door', from: 'customer', felt: 'bad', picture: null },
    saw: secret('what a champion saw'),
  },
  experiment: {
    ...{ id: 'experiment', team: 'north', at, status: 'on', batch: null, begun: at, finding: null },
    ...{ think: secret('what is thought'), tries: secret('what is tried'), saw: null },
    see: secret('what will be seen'),
  },
  'library-card': {
    ...{ id: 'card', team: 'north', at, status: 'published', batch: null, sort: 'training' },
    ...{ title: secret('what was trained'), lines: [secret('what to look for')], from: null },
    ...{ seen: [[3]], acts: [] },
  },
  challenge: {
    ...{ id: 'dare', team: 'north', at, status: 'on', batch: null, challenge: 'dare', target: 9, acts: [] },
    ...{ behaviour: secret('what a team is challenged to'), together: true, until: '2026-12-04' },
    sides: (['asks', 'accepted'] as const).map((answer, nth) => ({
      ...{ team: nth === 0 ? 'north' : 'south', answer, count: 2 },
      ...{ name: secret(`team ${nth} in a challenge`), words: secret(`answer ${nth} to a challenge`) },
    })),
  },
  countdown: {
    id: 'terrace',
    team: 'north',
    at,
    status: 'set',
    batch: null,
    title: secret('what a team waits for'),
    note: secret('note on a countdown'),
    day: '2026-12-04',
    time: null,
    customers: false,
  },
  poster: {
    id: 'poster',
    team: 'north',
    at,
    status: 'hung',
    batch: null,
    picture: 'bear',
    caption: secret('caption of a picture of people'),
    fit: 'fill',
    customers: true,
    consent: { by: secret('who agreed to hang'), at },
  },
  takeover: records.takeover({
    title: secret('notice for staff'),
    text: secret('what staff should do'),
    reason: secret('why walls were taken over'),
    by: secret('who took over'),
    until: '2026-11-22T13:00:00.000Z',
  }),
  huddle: huddles.huddle({
    host: { mark: secret('mark of a host'), name: secret('host') },
    skill: secret('skill'),
  }),
  ballot: huddles.ballot({
    places: [{ mark: secret('mark of a ticket'), now: 4, need: 8 }],
    questions: [{ id: 'q', text: secret('proposed question'), mark: '' }],
  }),
  note: huddles.note({ says: 'idea', text: secret('an idea'), name: secret('whose idea it is') }),
  asked: {
    id: 'north.asked.2026-11-16',
    team: 'north',
    at,
    status: 'counted',
    batch: null,
    week: '2026-11-16',
    taps: 3,
    acts: [secret('id of a tap')],
  },
  interest: {
    id: 'north.interest.1',
    team: 'north',
    at,
    status: 'open',
    batch: null,
    turn: 1,
    taps: { words: 2 },
    marks: [secret('mark of a tap')],
  },
  commitment: huddles.commitment({ name: secret('who promised'), text: secret('commitment') }),
};

const reached = records.goal({
  id: 'reached',
  status: 'reached',
  reach: { at, value: 82, n: 90, day: '2026-11-22' },
  question: secret('reached goal'),
  celebration: {
    words: secret('leader’s words on a reached goal'),
    next: secret('step after a reached goal'),
    at,
    by: secret('leader who celebrates'),
  },
});
const joinCode = secret('join code');

function everyProfile(): Profiles {
  const read = readProfile('customer-side.json', readFileSync('display-profiles/customer-side.json', 'utf8'));
  if ('fault' in read) throw new Error(JSON.stringify(read.fault));
  return {
    get: () => read.profile,
    list: () => [read.profile],
    faults: () => [],
    onChange: () => () => {},
    close: () => {},
  };
}

let boards: Boards;

const item = (panel: string) => ({ id: panel, panel, options: {}, dwell: null });

beforeAll(async () => {
  const store = new MemoryStore();
  const displays = [
    ...kinds.map((kind) => records.display({ id: kind, name: secret('display'), playlist: [item(kind)] })),
    records.display({ id: 'all', playlist: kinds.map(item) }),
    records.display({ id: 'for-staff', audience: 'staff', playlist: kinds.map(item) }),
  ];
  await store.commit([
    {
      put: 'team',
      record: records.team({
        values: [{ id: 'care', name: secret('value'), icon: 'heart' }],
        phrase: secret('phrase of the week'),
        greeting: secret('greeting of the week'),
        standard: `${secret('standard')} within 5 seconds`,
        people: 10,
      }),
    },
    { put: 'account', record: records.account({ name: secret('leader'), login: secret('login') }) },
    ...displays.map((record) => ({ put: 'display', record }) as const),
    { put: 'goal', record: reached },
    ...Object.entries(facts).map(([put, record]) => ({ put, record }) as never),
    ...Array.from(
      { length: 40 },
      (_, i) =>
        ({
          put: 'response',
          record: records.response({ id: `a${i}`, value: 6 + (i % 5), touchpoint: secret('touchpoint') }),
        }) as const,
    ),
  ]);
  boards = createBoards({
    store,
    profiles: everyProfile(),
    now: () => now,
    build: 'b1',
    joinCode: async () => joinCode,
    address: () => 'http://wall.test',
  });
});

const shown = async (display: string): Promise<Snapshot> => {
  const snapshot = await boards.snapshot(display);
  if (!snapshot) throw new Error(`no board for ${display}`);
  return snapshot;
};
/** The page as the server sends it: what is drawn and what the screen's program starts from. */
async function served(display: string): Promise<string> {
  const first = await shown(display);
  const parts = { display, first, build: 'b1', pairing: '/display' };
  const components = await loadComponents(first.slots);
  const { head, body } = render(Display, { props: { parts, components } });
  return `${head}${body}${JSON.stringify(parts)}`.replaceAll('\u00ad', '').replaceAll('&shy;', '');
}
const found = (text: string) => [...secrets].flatMap(([token, what]) => (text.includes(token) ? [what] : []));

describe('a wall for customers', () => {
  it.each(kinds)('gets nothing of what colleagues wrote by %s', async (kind) => {
    const page = await served(kind);
    expect(found(page)).toEqual([]);
    expect(page).not.toMatch(/join=|guest\.example/);
  });

  it('gets nothing of it by all panels together, and still says what was published for it', async () => {
    const page = await served('all');
    expect(found(page)).toEqual([]);
    expect(page).not.toMatch(/join=|guest\.example/);
    for (const token of published) expect(page).toContain(token);
    expect(page).toContain('http://wall.test/ask/north');
  });

  it('is looked through by words that do reach a wall for staff', async () => {
    const page = await served('for-staff');
    expect(found(page)).toEqual(
      expect.arrayContaining([
        'comment',
        'thanked colleague',
        'what they did',
        'goal',
        'leader’s words on a reached goal',
        'leader who celebrates',
        'announcement',
        'join code',
        'host',
        'commitment',
      ]),
    );
  });
});
