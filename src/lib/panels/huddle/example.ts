import { examplePicture, uprightPicture } from '../example-picture';
import { brainstormAgenda, kickOffAgenda, usualAgenda, withChampions } from '../../domain/huddle';
import { exampleDay, exampleNow, examplePlace } from '../example-facts';
import type { DataOf } from '../panel';
import { qrCode } from '../qr';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;

/** A huddle that is so many seconds in a step at the moment of all examples. */
const at = (step: number, seconds: number, agenda = [...usualAgenda]): Data['clock'] => {
  const since = new Date(exampleNow.getTime() - 1000 * seconds).toISOString();
  return { at: since, agenda, step, since, extra: 0, ended: null };
};
const spread = (now: number[], need: number[], middle: Data['agreed']): Data['spread'] => ({
  min: 0,
  n: now.reduce((sum, count) => sum + count, 0),
  now,
  need,
  middle,
});
const none = spread(Array<number>(11).fill(0), Array<number>(11).fill(0), null);

const how: Data = {
  clock: at(0, 6),
  host: 'Priya',
  skill: null,
  customer: 'guest',
  score: {
    measure: 'nps',
    score: 62,
    n: 118,
    glad: 0.69,
    change: { by: 19, clear: true },
    stale: false,
    asOf: '2026-11-22T14:10:00Z',
  },
  comment: {
    id: 'c1',
    text: 'We waited twenty minutes for the bill and nobody said a word. The soup was wonderful.',
    source: 'comment card',
  },
  notes: [],
  phrase: null,
  question: 'How well do we tell guests the wait?',
  spread: none,
  agreed: null,
  stalled: [],
  review: [],
  commitments: [],
  findings: [],
  experiments: [],
  shoutOuts: [],
  ask: null,
  kickOff: null,
  brainstorm: null,
  code: qrCode(`${examplePlace().ask.replace('ask', 'team')}?join=BCDFGHJKLM`),
  today: exampleDay,
  timeZone: 'Europe/London',
};
const leader = {
  id: 'k1',
  who: 'leader' as const,
  name: null,
  text: 'I stand at the pass for the first half hour',
  due: '2026-11-24',
};
const all = {
  id: 'k2',
  who: 'all' as const,
  name: null,
  text: 'Say the wait before they ask',
  due: '2026-11-29',
};
const placed = spread([0, 0, 0, 1, 3, 4, 2, 1, 0, 0, 0], [0, 0, 0, 0, 0, 0, 1, 3, 5, 2, 0], {
  now: 5,
  need: 8,
});

const kickOff: Data['kickOff'] = {
  greeting: 'Welcome back! Thank you for calling us.',
  mission: 'Everybody leaves warm, fed and glad they came.',
  declared: {
    text: 'Whoever comes to us is helped by whoever they meet first. Nobody is sent on.',
    ambition: 'The house in town that people recommend first',
  },
  fact: {
    sentence: '60 percent of companies call service their first aim; 26 percent have a plan for it.',
    ...{ source: 'Barometer of service, yearly survey', year: 2011 },
  },
  goal: { question: 'How well do we tell guests the wait?', from: 4, to: 8, due: '2026-12-31' },
  sample: null,
  picture: null,
};
const sample = {
  text: 'You told us ten minutes and the soup came after nine. That is how it should be.',
  value: 9,
};
/** A kick-off that is in its step number `step`. */
const kicked = (step: number, more: Data['kickOff'] = kickOff): Data => ({
  ...how,
  clock: at(step, 30, [...kickOffAgenda]),
  kickOff: more,
});

const ideas = [
  'Say the wait when we seat them',
  'A clock on the pass',
  'Bread at once for whoever waits',
  'One of us rings the tables that are next',
  'Fewer dishes at lunch',
  'Write the wait on the board at the door',
  'Ask at the bar whether they want to start there',
].map((text, index) => ({ id: `i${index}`, text, name: index === 1 ? 'Tomás' : null }));
const brainstorm: NonNullable<Data['brainstorm']> = {
  ...{ topic: 'How well do we tell guests the wait?', ideas, moreIdeas: 0, goal: null },
  ...{ steps: [], moreSteps: 0 },
};
const goal = 'By the end of December every guest hears the wait before they ask';
const steps: (typeof brainstorm)['steps'] = [
  { id: 'k1', who: 'one', name: 'Host at the door', text: 'Say the wait with the menu' },
  { id: 'k2', who: 'one', name: 'Tomás', text: 'Ask the kitchen every quarter of an hour' },
  { id: 'k3', who: 'all', name: null, text: 'Write down when somebody asks first' },
];
/** A brainstorm that is in its stage number `step`. */
const stormed = (step: number, more: Partial<typeof brainstorm> = {}): Data => ({
  ...how,
  clock: at(step, 40, [...brainstormAgenda]),
  brainstorm: { ...brainstorm, ...more },
});

export const examples = {
  ordinary: { ...how, clock: at(2, -12), spread: placed },
  how,
  comment: {
    ...how,
    clock: at(1, 9),
    skill: 'coaching',
    notes: [{ id: 'n1', says: 'fact', text: 'Four tables waited over twenty minutes on Friday' }],
  },
  champions: {
    ...how,
    clock: at(2, 8, withChampions(usualAgenda)),
    findings: [
      { id: 'f1', step: 'Paying', saw: 'The card reader stands behind the plants. Two asked where to pay.' },
    ],
    experiments: [{ id: 'e1', tries: 'Reader on the counter for a week', see: 'nobody asks where to pay' }],
  },
  decideFirst: {
    ...how,
    clock: at(2, 4),
    stalled: [
      { id: 'd1', text: 'Bring water with the menu', why: 'not-yet-clear' },
      { id: 'd2', text: 'A second till at lunch on Fridays', why: 'not-started' },
    ],
  },
  agreed: { ...how, clock: at(2, 40), spread: placed, agreed: { now: 4, need: 8 } },
  wideApart: {
    ...how,
    clock: at(2, 20),
    spread: spread([14, 9, 22, 3, 0, 1, 0, 7, 2, 18, 40], [31, 2, 0, 0, 4, 9, 30, 11, 12, 10, 7], {
      now: 8,
      need: 6,
    }),
  },
  who: {
    ...how,
    clock: at(3, 11),
    review: [leader, all],
    commitments: [{ ...all, id: 'k3', who: 'one', name: 'Tomás', text: 'Ask the baker for Saturday' }],
  },
  thank: {
    ...how,
    clock: at(4, 3),
    shoutOuts: [
      { id: 's1', to: 'Maya', behaviour: 'You walked a lost guest to the tram.' },
      { id: 's2', to: 'Ken', behaviour: 'You told table nine the wait, and they stayed.' },
    ],
    ask: { text: 'Did we tell you how long it would take?', votes: 7 },
  },
  empty: { ...how, host: null, score: null, comment: null, question: null, code: null },
  emptyThank: {
    ...how,
    clock: at(4, 3),
    host: null,
    phrase: 'What could we do better for you today?',
  },
  stale: { ...how, score: { ...how.score!, change: null, stale: true, asOf: '2026-11-02T14:10:00Z' } },
  longest: {
    ...how,
    clock: at(
      1,
      9,
      usualAgenda.map(({ step }) => ({ step, seconds: 720 })),
    ),
    host: 'Maximiliane-Friederike von Hohenstauffen',
    notes: [
      {
        id: 'n3',
        says: 'request',
        text: 'Die Reinigungspläne mit der Hauswirtschaft abstimmen und am Schwarzen Brett aushängen, jeden Montag vor dem Schichtbeginn, gut lesbar für alle',
      },
    ],
    skill: 'Verantwortungsübernahmebereitschaft',
    comment: {
      id: 'c2',
      text: 'Die Wartezeit auf die Rechnung war unverhältnismäßig lang, obwohl wir zweimal freundlich gefragt hatten; als die Kollegin aber merkte, dass unser Zug in zwölf Minuten fährt, hat sie alles stehen und liegen lassen, die Rechnung selbst geholt, uns den Weg zum Bahnsteig gezeigt und sogar die Tür aufgehalten. Das werden wir so schnell nicht vergessen, und wir kommen bestimmt im nächsten Sommer wieder!',
      source: 'Gästebewertungskarte Frühstücksraum',
    },
  },
  longestWho: {
    ...how,
    clock: at(3, 11),
    review: [
      leader,
      { ...all, id: 'k4', who: 'one' as const, name: 'Maximiliane-Friederike von Hohenstauffen' },
    ].map((one) => ({
      ...one,
      text: 'Den Frühstücksgästen die voraussichtliche Wartezeit schon bei der Begrüßung am Eingang sagen, bevor sie danach fragen müssen',
    })),
    commitments: [leader, all, { ...all, id: 'k5' }].map((one) => ({
      ...one,
      text: 'Die Reinigungspläne mit der Hauswirtschaft abstimmen und am Schwarzen Brett aushängen, jeden Montag vor Schichtbeginn',
    })),
  },
  kickOffDoors: kicked(0),
  kickOffDeclare: kicked(1),
  kickOffWhy: kicked(2),
  kickOffTargets: kicked(3),
  kickOffSample: kicked(3, { ...kickOff, sample }),
  kickOffPicture: kicked(3, { ...kickOff, sample, picture: examplePicture }),
  kickOffUprightPicture: kicked(3, { ...kickOff, picture: uprightPicture }),
  kickOffSampleLongest: kicked(3, {
    ...kickOff,
    sample: {
      text: 'Nobody let us stand at the door, the wait was said before we asked, and then it was shorter. '
        .repeat(4)
        .trim(),
      value: 10,
    },
    picture: { ...examplePicture, ratio: 2.5 },
  }),
  kickOffChallenge: kicked(4),
  kickOffEmpty: kicked(1, {
    greeting: null,
    mission: null,
    declared: null,
    fact: null,
    goal: null,
    sample: null,
    picture: null,
  }),
  kickOffLongest: kicked(1, {
    ...kickOff,
    declared: {
      text: 'Donaudampfschifffahrtsgesellschaftskapitäne und Rechtsschutzversicherungsgesellschaften antworten jedem Menschen, der uns schreibt oder anruft, am selben Tag, in klaren Worten und mit ganzem Namen, stets',
      ambition: 'Das verantwortungsbewussteste Haus der Donaudampfschifffahrtsgesellschaft, weit und breit!',
    },
  }),
  brainstormOptions: stormed(0),
  brainstormFirst: stormed(0, { ideas: ideas.slice(0, 2) }),
  brainstormMany: stormed(0, { ideas: [...ideas, { ...ideas[0]!, id: 'i9' }], moreIdeas: 23 }),
  brainstormGoal: stormed(1, { goal }),
  brainstormNoGoal: stormed(1, { moreIdeas: 0, ideas: ideas.slice(0, 3) }),
  brainstormSteps: stormed(2, { goal, steps }),
  brainstormRoles: stormed(3, { goal, steps }),
  brainstormEmpty: stormed(0, { topic: null, ideas: [] }),
  brainstormLongest: stormed(3, {
    goal: 'Bis Jahresende erfährt jeder Frühstücksgast die voraussichtliche Wartezeit, bevor er danach fragen muss, und zwar freundlich und genau',
    moreSteps: 12,
    steps: Array.from({ length: 8 }, (_, index) => ({
      ...{ id: `k${index}`, who: 'one' as const, name: 'Maximiliane-Friederike von Hohenstauffen' },
      text: 'Die Reinigungspläne mit der Hauswirtschaft abstimmen und am Schwarzen Brett aushängen, jeden Montag vor Schichtbeginn, gut lesbar für uns alle',
    })),
  }),
  brainstormLongestIdeas: stormed(0, {
    topic:
      'Das Kartenlesegerät steht hinter den Pflanzen, und zwei Gäste haben gefragt, wo sie zahlen können; eine ging wieder, ohne etwas zu sagen.',
    moreIdeas: 52,
    ideas: Array.from({ length: 8 }, (_, index) => ({
      id: `i${index}`,
      name: index % 2 === 0 ? 'Maximiliane-Friederike von Hohenstauffen' : null,
      text: 'Donaudampfschifffahrtsgesellschaftskapitäne begrüßen die Gäste schon am Anleger',
    })),
  }),
  rightToLeft: {
    ...how,
    clock: at(1, 9),
    host: 'مريم',
    comment: {
      id: 'c3',
      text: 'انتظرنا الحساب عشرين دقيقة ولم يقل لنا أحد كلمة. كان الحساء رائعًا.',
      source: null,
    },
  },
} satisfies Record<string, Data>;
