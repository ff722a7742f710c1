import { addDays, localDay, momentOf, weekday, type Day } from '../../domain/calendar';
import type { DisplayProfile } from '../../domain/display-profile';
import type { Metric } from '../../domain/metric';
import type { Display } from '../../domain/display';
import { firstSkills } from '../../domain/huddle';
import type { Change, Envelope, Response, Verbatim } from '../../domain/records';
import { seenId, turnId } from '../../domain/turn';
import {
  awards,
  comments,
  journey,
  mission,
  shoutOuts,
  turns,
  values,
  walks,
  type SampleSource,
} from './words';

/** The sample team's id, as it stands in its addresses. */
export const sampleTeamId = 'harbour-kitchen';

/** A stream of numbers in 0…1 that is the same for the same seed (mulberry32, public domain). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const sources: Record<SampleSource, { source: string; touchpoint: string; share: number; metric: Metric }> = {
  'comment card': { source: 'import:comment-cards', touchpoint: 'table', share: 0.22, metric: 'nps' },
  'online survey': { source: 'import:online-survey', touchpoint: 'after-visit', share: 0.3, metric: 'nps' },
  'table tablet': { source: 'ask', touchpoint: 'table', share: 0.4, metric: 'nps' },
  'review site': { source: 'import:review-site', touchpoint: 'web', share: 0.08, metric: 'stars' },
};

const days = 91;
/** Answers on a weekday, Monday first: restaurants fill up towards the weekend. */
const busy = [3, 3, 3, 4, 6, 7, 5];

/** How 0–10 answers spread when the team is `good` (0…1) at what guests care about. */
function answer(good: number, random: () => number): number {
  const spot = random();
  const [promoters, passives] = [0.48 + 0.2 * good, 0.33 - 0.06 * good];
  if (spot < promoters) return random() < 0.64 ? 10 : 9;
  if (spot < promoters + passives) return random() < 0.6 ? 8 : 7;
  return [6, 6, 5, 5, 4, 3, 2, 0][Math.floor(random() * 8)]!;
}

const starsOf = (score: number) => (score >= 9 ? 5 : score >= 7 ? 4 : score >= 5 ? 3 : score >= 3 ? 2 : 1);

/**
 * Everything a believable team has after three months, as changes for the store: answers from four sources, comments,
 * shout-outs, a story, an improvement, rules that got in the way, two goals, an announcement,
 * fourteen turns with their thanks, the live question. The same for the same `now` (to the day) and `seed`.
 */
export function sampleTeam(now: Date, seed = 1): Change[] {
  const timeZone = 'Europe/London';
  const team = sampleTeamId;
  const random = numbersFrom(seed);
  const today = localDay(now, timeZone);
  const base = (id: string, at: Date): Omit<Envelope, 'status' | 'version' | 'team'> & { team: string } => ({
    id,
    team,
    at: (at > now ? now : at).toISOString(),
    batch: null,
  });
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const clock = (hours: number) =>
    `${String(Math.floor(hours)).padStart(2, '0')}:${String(Math.floor((hours % 1) * 60)).padStart(2, '0')}`;

  const answers: Change[] = [];
  const names = Object.keys(sources) as SampleSource[];
  for (let ago = days - 1; ago >= 0; ago--) {
    const day: Day = addDays(today, -ago);
    // Five weeks ago the team began to say the wait: from then on it shows.
    const good = 0.15 * (1 - ago / days) + 0.85 / (1 + Math.exp((ago - 34) / 4));
    const guests = Math.round(busy[weekday(day) - 1]! * (0.8 + 0.4 * random()));
    for (let i = 0; i < guests; i++) {
      let spot = random();
      const name = names.find((candidate) => (spot -= sources[candidate].share) < 0) ?? 'table tablet';
      const { source, touchpoint, metric } = sources[name];
      const score = answer(good, random);
      const at = momentOf(day, clock(12 + 9.5 * random()), timeZone);
      if (at > now) continue;
      const record: Omit<Response, 'version'> = {
        ...base(`sample-r-${day}-${i}`, at),
        status: 'counted',
        metric,
        scale: null,
        value: metric === 'stars' ? starsOf(score) : score,
        from: 'customer',
        touchpoint,
        source,
        day,
      };
      answers.push({ put: 'response', record });
    }
  }

  // Each comment belongs to an answer of its own: newest and best-loved first, the last few still wait for a leader.
  const spoken = names.flatMap((name) => comments[name].map((comment) => ({ name, ...comment })));
  const shuffled = spoken
    .map((comment, i) => ({ comment, order: i === 0 ? -1 : random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ comment }) => comment);
  const verbatims: Change[] = shuffled.flatMap((comment, i) => {
    const at = minutesAgo(35 + i * 1250 + Math.floor(random() * 600));
    const { source, touchpoint, metric } = sources[comment.name];
    const value = metric === 'stars' ? starsOf(comment.score) : comment.score;
    const day = localDay(at, timeZone);
    const response: Omit<Response, 'version'> = {
      ...base(`sample-rc-${i}`, at),
      status: 'counted',
      metric,
      scale: null,
      value,
      from: 'customer',
      touchpoint,
      source,
      day,
    };
    const waiting = i > 0 && i % 9 === 4;
    const verbatim: Omit<Verbatim, 'version'> = {
      ...base(`sample-v-${i}`, at),
      status: waiting ? 'waiting' : comment.score <= 4 ? 'hidden' : 'approved',
      text: comment.text,
      response: `sample-rc-${i}`,
      measure: metric,
      value,
      from: 'customer',
      touchpoint,
      source,
      sourceName: comment.name,
      highlight: waiting ? null : (comment.highlight ?? null),
      masked: false,
    };
    return [
      { put: 'response', record: response },
      { put: 'verbatim', record: verbatim },
    ];
  });

  const walked: Change[] = walks.map(([step, from, felt, saw], i) => ({
    put: 'finding',
    record: {
      ...base(`sample-finding-${i}`, minutesAgo(200 + i * 1700)),
      ...{ status: 'told', step, from, felt, saw, picture: null },
    },
  }));

  const thanked: Change[] = shoutOuts.map((shoutOut, i) => ({
    put: 'shout-out',
    record: {
      ...base(`sample-s-${i}`, minutesAgo(45 + i * 1900)),
      ...shoutOut,
      status: 'published',
      value: values[shoutOut.value]!.id,
    },
  }));

  const start = addDays(today, -42);
  const goals: Change[] = [
    {
      put: 'goal',
      record: {
        ...base('sample-goal-score', minutesAgo(60 * 24 * 60)),
        status: 'open',
        question: 'Would you send us a friend?',
        unit: 'points',
        baseline: 43,
        target: 70,
        start: addDays(today, -60),
        due: addDays(today, 39),
        follow: 'nps',
        readings: [],
      },
    },
    {
      put: 'goal',
      record: {
        ...base('sample-goal-wait', minutesAgo(42 * 24 * 60)),
        status: 'open',
        question: 'Did your food come when we said it would?',
        unit: 'in-100',
        baseline: 41,
        target: 70,
        start,
        due: addDays(today, 39),
        follow: null,
        readings: [41, 42, 46, 45, 50, 52, 55].map((value, week) => ({
          day: addDays(start, week * 7),
          value,
          n: 96 + ((week * 37) % 40),
        })),
        routine: 'Pre-shift talk',
        decidedAt: minutesAgo(7 * 24 * 60).toISOString(),
      },
    },
  ];

  // A turn a week: the last one was closed six days ago.
  const opening = (number: number) => minutesAgo((6 + 7 * (turns.length + 1 - number)) * 24 * 60);
  const rounds: Change[] = [...turns, null].flatMap((turn, i): Change[] => {
    const number = i + 1;
    const begun = number === 1 ? minutesAgo(days * 24 * 60) : opening(number);
    const closed = opening(number + 1);
    const record = {
      ...base(turnId(team, number), begun),
      status: turn ? ('closed' as const) : ('open' as const),
      number,
      woken: null,
      closing: turn && {
        at: closed.toISOString(),
        by: 'Dana',
        thanks: `sample-thanks-${number}`,
        question: 'sample-question',
        learned: turn.learned,
      },
    };
    if (!turn) return [{ put: 'turn', record }];
    const { youSaid, weDid } = turn;
    const signed = { signedBy: 'Dana, team leader', served: 1840 + 10 * number, turn: number };
    const thanks = { ...base(`sample-thanks-${number}`, closed), status: 'published' as const };
    return [
      { put: 'turn', record },
      { put: 'thanks', record: { ...thanks, youSaid, weDid, ...signed } },
    ];
  });
  const met = minutesAgo(26 * 60);
  const taps: Change[] = [
    {
      put: 'seen',
      record: {
        ...base(seenId(team, turns.length + 1), met),
        status: 'met',
        turn: turns.length + 1,
        shifts: {
          '11:00': { first: minutesAgo(4 * 24 * 60).toISOString(), taps: 5 },
          '16:30': { first: met.toISOString(), taps: 4 },
        },
        met: met.toISOString(),
        marks: [],
      },
    },
    {
      put: 'play',
      record: {
        ...base(`${team}-break-room.how-are-we-doing.sample`, minutesAgo(5 * 24 * 60)),
        status: 'counted',
        display: `${team}-break-room`,
        panel: 'how-are-we-doing',
        plays: 40,
        seconds: 800,
      },
    },
  ];

  return [
    {
      put: 'team',
      record: {
        ...base(team, minutesAgo(days * 24 * 60)),
        status: 'active',
        name: 'Harbour Kitchen',
        timeZone,
        customer: 'guest',
        minimumN: 5,
        cadenceDays: 7,
        moderation: 'all',
        measure: 'nps',
        values,
        awards,
        mission,
        journey,
        cadence: { reports: 'week', turn: 'week', sources: {}, shifts: ['11:00', '16:30'] },
        phase: 'monitoring',
        checklist: firstSkills.map((text) => ({ text, done: true })),
      },
    },
    {
      put: 'question',
      record: {
        ...base('sample-question', minutesAgo(days * 24 * 60)),
        status: 'live',
        text: 'Would you send us a friend?',
        metric: 'nps',
        scale: null,
      },
    },
    {
      put: 'announcement',
      record: {
        ...base('sample-announcement', minutesAgo(20 * 60)),
        status: 'published',
        title: 'The winter menu is here',
        text: 'Tasting for everyone at 15:30, before the evening shift. Bring questions: the guests will.',
        from: null,
        until: momentOf(addDays(today, 1), '18:00', timeZone).toISOString(),
      },
    },
    {
      put: 'story',
      record: {
        ...base('sample-story', minutesAgo(26 * 60)),
        status: 'published',
        words: 'The forgotten bear went home by post, with soup on the label.',
        picture: null,
        about: null,
        consent: null,
      },
    },
    {
      put: 'improvement',
      record: {
        ...base('sample-improvement', minutesAgo(2 * 24 * 60)),
        status: 'shown',
        what: 'complaints',
        label: 'Complaints about the wait',
        unit: 'count',
        before: { value: 34, n: null, from: addDays(today, -72), to: addDays(today, -43) },
        after: { value: 12, n: null, from: addDays(today, -32), to: addDays(today, -3) },
        because: 'We say the wait before the guest has to ask.',
      },
    },
    {
      put: 'snag',
      record: {
        ...base('sample-snag-bill', minutesAgo(3 * 24 * 60)),
        status: 'answered',
        rule: 'Only the shift lead may take a dish off the bill.',
        happened: 'A couple waited ten minutes for a signature on a bowl of soup.',
        raised: minutesAgo(5 * 24 * 60).toISOString(),
        answer: { verdict: 'changed', text: 'Whoever serves the table decides, up to 30 pounds.', mission },
      },
    },
    {
      put: 'snag',
      record: {
        ...base('sample-snag-kitchen', minutesAgo(7 * 60)),
        status: 'waiting',
        rule: 'No orders after half past nine.',
        happened: 'Four came from the late train and went to bed hungry.',
        raised: minutesAgo(7 * 60).toISOString(),
        answer: null,
      },
    },
    ...walked,
    ...goals,
    ...rounds,
    ...taps,
    ...thanked,
    ...answers,
    ...verbatims,
  ];
}

/** A display of the sample team with the playlist that its profile gives a new one. */
export function sampleDisplay(id: string, name: string, profile: DisplayProfile, now: Date): Change {
  const record: Omit<Display, 'version'> = {
    id,
    team: sampleTeamId,
    at: now.toISOString(),
    batch: null,
    status: 'active',
    name,
    profile: profile.name,
    playlist: profile.defaults.map((item, i) => ({ ...item, id: `${id}-${i + 1}` })),
    theme: null,
    language: null,
    timeZone: null,
    audience: null,
    tokenHash: null,
    enrolHash: null,
    framedBy: [],
  };
  return { put: 'display', record };
}
