import { cadenceOf } from '../../domain/cadence';
import { localDay, momentOf } from '../../domain/calendar';
import { holesIn } from '../../domain/critical';
import { counted } from '../../domain/journey';
import type { AnyRecord, Kind, Records, Team } from '../../domain/records';
import { openedAt, reportPanels, standingOf, type Standing, type TurnFacts } from '../../domain/turn';
import type { Commit, Store } from '../store/store';

interface Kept {
  answer: Promise<Standing>;
  /** Once it is there. */
  standing: Standing | undefined;
  /** Whether a wall has shown a report in this turn. */
  shown: boolean;
  /** Whether comments can fill or make a hole. */
  criticals: boolean;
}

/** So many of the newest are looked at where there may be any number. */
const enough = 100;

/** Each team’s turn as it stands, loaded once and kept until a commit or its own next change touches it. */
export class Standings {
  #kept = new Map<string, Kept>();

  constructor(readonly store: Store) {}

  of(team: Team, now: Date): Promise<Standing> {
    const kept = this.#kept.get(team.id);
    const { changes } = kept?.standing ?? {};
    if (kept && !(changes && changes <= now)) return kept.answer;
    const fresh: Kept = {
      standing: undefined,
      shown: false,
      criticals: Boolean(team.criticals?.length),
      answer: loadTurn(this.store, team, now).then((facts) => {
        fresh.shown = facts.shown;
        return (fresh.standing = standingOf(facts, now));
      }),
    };
    fresh.answer.catch(() => this.#kept.get(team.id) === fresh && this.#kept.delete(team.id));
    this.#kept.set(team.id, fresh);
    return fresh.answer;
  }

  /**
   * Forgets what a commit may have changed, and names those teams. Plays, answers and shout-outs come all day: they are passed over
   * where they could make nothing better; what they put off is found out when its moment comes.
   */
  forget(commit: Commit): Set<string> {
    const moved = new Set<string>();
    for (const change of commit.firsts) {
      if ('erase' in change) {
        if (matters(change.erase)) for (const team of this.#kept.keys()) moved.add(team);
        continue;
      }
      const { team, id } = change.record as AnyRecord;
      const of = change.put === 'team' ? id : team;
      if (of === null || moved.has(of) || !matters(change.put)) continue;
      const kept = this.#kept.get(of);
      if (!kept?.standing) {
        moved.add(of);
        continue;
      }
      const { late, points } = kept.standing;
      const idle =
        (change.put === 'play' && kept.shown) ||
        (change.put === 'verbatim' && !kept.criticals) ||
        (posts.some((kind) => kind === change.put) && kept.standing.quiet === null) ||
        (change.put === 'response' && late.length === 0 && points.feedback.state === 'fresh');
      if (!idle) moved.add(of);
    }
    for (const team of moved) this.#kept.delete(team);
    return moved;
  }
}

/** What people put on a board: whoever does so moves it. */
const posts = [
  'shout-out',
  'story',
  'announcement',
  'improvement',
  'snag',
  'finding',
  'experiment',
  'library-card',
  'challenge',
  'countdown',
  'poster',
  'huddle',
] as const satisfies readonly Kind[];
/** As they stand once they are on it. */
const shownAs: Record<(typeof posts)[number], string | string[]> = {
  'shout-out': 'published',
  story: 'published',
  announcement: 'published',
  improvement: 'shown',
  snag: 'answered',
  finding: [...counted],
  experiment: ['on', 'answered'],
  'library-card': ['published', 'adopted'],
  challenge: ['on', 'reached'],
  countdown: 'set',
  poster: 'hung',
  huddle: ['on', 'over'],
};

const kindsThatMatter: readonly Kind[] = [
  'team',
  'turn',
  'seen',
  'goal',
  'decision',
  'question',
  ...posts,
  'response',
  'verbatim',
  'import',
  'play',
];
const matters = (kind: Kind): boolean => kindsThatMatter.includes(kind);

/** Everything that a team’s turn is reckoned from, out of the store. */
export async function loadTurn(store: Store, team: Team, now: Date): Promise<TurnFacts> {
  const of = { team: team.id };
  const newest = async <K extends Kind>(
    kind: K,
    status: string | string[],
    limit: number,
  ): Promise<Records[K][]> => (await store.list(kind, { ...of, status }, { limit })).records;
  const [turn] = await newest('turn', 'open', 1);
  const opened = openedAt(turn, team);
  const upTo = localDay(now, team.timeZone);
  const { sources } = cadenceOf(team);
  const [seen, goals, decisions, questions, imports, report, shown, ...posted] = await Promise.all([
    newest('seen', ['open', 'met'], enough),
    newest('goal', ['open', 'reached'], enough),
    newest('decision', 'taken', 1),
    newest('question', 'live', 1),
    newest('import', 'done', enough),
    latestAnswer(store, team.id, upTo),
    wasShown(store, team.id, opened),
    ...posts.map((kind) => newest(kind, shownAs[kind], 1)),
  ]);
  const holes = await holesOf(store, team, opened);
  // A file of comments alone brings no answer: its newest day counts.
  const brought = (source?: string) =>
    imports
      .filter((one) => one.to !== null && (source === undefined || source === `import:${one.source}`))
      .map((one) => earlier(momentOf(one.to ?? upTo, '12:00', team.timeZone).toISOString(), one.at))
      .sort()
      .at(-1);
  const bySource = await Promise.all(
    Object.keys(sources).map(async (source) => {
      const at = later(await latestAnswer(store, team.id, upTo, source), brought(source));
      return [source, at && earlier(at, now.toISOString())] as const;
    }),
  );
  const any = later(report, brought());
  return {
    team,
    turn,
    report: any && earlier(any, now.toISOString()),
    sources: Object.fromEntries(bySource.filter((entry): entry is [string, string] => Boolean(entry[1]))),
    holes,
    shown,
    seen,
    goals,
    taken: decisions[0]?.at ?? null,
    asking: questions.length > 0,
    posted:
      posted
        .flatMap((records) => records.map(({ at }) => at))
        .sort()
        .at(-1) ?? null,
  };
}

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string | undefined, b: string | undefined): string | null =>
  (a && b ? (a > b ? a : b) : (a ?? b)) ?? null;

async function latestAnswer(
  store: Store,
  team: string,
  upTo: string,
  source?: string,
): Promise<string | undefined> {
  const newest = { days: 1, upTo };
  const where = source === undefined ? undefined : { source };
  const [tally] = await store.tally({ team, newest, ...(where && { where }) });
  if (tally || source !== undefined) return tally?.latest;
  // Behind the scenes colleagues are the only ones who answer.
  return (await store.tally({ team, newest, where: { from: 'employee' } }))[0]?.latest;
}

/** Ids of the team’s criticals that no comment since the turn opened is about. */
async function holesOf(store: Store, team: Team, opened: string): Promise<string[]> {
  let holes = holesIn(team.criticals ?? [], []);
  let after: string | null = null;
  while (holes.length > 0) {
    const page: { records: Records['verbatim'][]; next: string | null } = await store.list(
      'verbatim',
      { team: team.id, from: opened },
      { after, limit: 200 },
    );
    holes = holesIn(
      holes.map((id) => ({ id })),
      page.records,
    );
    after = page.next;
    if (after === null) break;
  }
  return holes;
}

/** Whether a wall has shown a report since the turn opened. */
async function wasShown(store: Store, team: string, opened: string): Promise<boolean> {
  // A play lies at the beginning of its hour: the one in which the turn opened may hold some of before and some of after.
  const from = new Date(Math.floor(Date.parse(opened) / 3_600_000) * 3_600_000).toISOString();
  let after: string | null = null;
  do {
    const page: { records: Records['play'][]; next: string | null } = await store.list(
      'play',
      { team, from },
      { after, limit: 200 },
    );
    if (
      page.records.some(
        ({ panel, of, at, last }) => !of && reportPanels.includes(panel) && (last ?? at) >= opened,
      )
    )
      return true;
    after = page.next;
  } while (after !== null);
  return false;
}
