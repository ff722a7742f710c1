import { createHash, createHmac } from 'node:crypto';
import type { Actor } from '../../domain/command';
import {
  echoFaces,
  longestObstacle,
  monthOf,
  poolsOf,
  type Echo,
  type EchoPool,
  type EchoTopic,
  type Month,
  type ObstaclePool,
  type PhoneTopic,
} from '../../domain/echo';
import { cleanText } from '../../domain/verbatim';
import { refuse } from '../../domain/refusal';
import type { Intake, Outcome } from '../intake/intake';
import type { Store } from '../store/store';
import { keysIn } from './keys';
import { seal, unseal } from './seal';

/** ECHOES: what people say of how they are led. Each is sealed; only pools of a month that is over are ever counted. */
export interface Echoes {
  /** `phone` is what this phone is known by to itself alone: it says one thing a month. `face`: from 0, the glad one last. */
  tap(echo: { team: string; topic: PhoneTopic; face: number; phone: string }, actor: Actor): Promise<Outcome>;
  /** What is told of a team, oldest first; a pool of which no key here opens all is left out. */
  pools(team: string, topic: PhoneTopic): Promise<EchoPool[]>;
  /** A leader says what makes it tough, to the leadership team: once a month, again changes it. Whose it was is kept nowhere. */
  say(obstacle: { team: string; text: string; account: string }): Promise<Outcome>;
  /** Whether this leader said something this month. */
  hasSaid(team: string, account: string): Promise<boolean>;
  /** What leaders said, in pools as the others. */
  obstacles(team: string): Promise<ObstaclePool[]>;
}

export interface EchoesParts {
  /** DATA_DIR, where the key lies. */
  directory: string;
  store: Store;
  intake: Intake;
  now: () => Date;
  report: (what: string, error: unknown) => void;
}

/** Only the phone itself can tell which echo is its own. */
const idOf = (...parts: string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

export function createEchoes({ directory, store, intake, now, report }: EchoesParts): Echoes {
  const keys = keysIn(directory);
  /** Accounts are known to whoever has a copy of the records; without the key nobody finds an account’s echo among them. */
  const idOfLeader = async (account: string, team: string) =>
    createHmac('sha256', await keys.own())
      .update(JSON.stringify([account, team, 'obstacle', monthOf(now())]))
      .digest('hex')
      .slice(0, 32);
  const put = async (
    { team, id, topic, body }: { team: string; id: string; topic: EchoTopic; body: object },
    actor: Actor,
  ) => {
    const sealed = seal(await keys.own(), JSON.stringify(body), { id, by: team });
    return intake.submit('echo:tap', { team, id, topic, month: monthOf(now()), sealed }, actor);
  };
  const orSay = async (act: () => Promise<Outcome>): Promise<Outcome> => {
    try {
      return await act();
    } catch (error) {
      report('The key for what is private cannot be used.', error);
      return refuse('unavailable', 'unavailable');
    }
  };
  /** Pools with what was said in each; one of which no key here opens all is left out. */
  async function opened<T>(team: string, topic: EchoTopic): Promise<{ from: Month; to: Month; said: T[] }[]> {
    const { records } = await store.list('echo', { team });
    const all = await keys.all();
    const open = ({ id, sealed }: Echo): T[] => {
      const json = unseal(all, sealed, { id, by: team });
      return json === undefined ? [] : [JSON.parse(json) as T];
    };
    const of = records.filter((echo) => echo.topic === topic);
    return poolsOf(of, monthOf(now())).flatMap(({ from, to, echoes }) => {
      const said = echoes.flatMap(open);
      return said.length < echoes.length ? [] : [{ from, to, said }];
    });
  }
  return {
    async tap({ team, topic, face, phone }, actor) {
      if (!Number.isInteger(face) || face < 0 || face >= echoFaces)
        return refuse('invalid', 'invalid', { faults: [{ code: 'missing', path: 'face' }] });
      const id = idOf(phone, team, topic, monthOf(now()));
      return orSay(() => put({ team, id, topic, body: { face } }, actor));
    },
    async pools(team, topic) {
      const pools = await opened<{ face: number }>(team, topic);
      return pools.map(({ from, to, said }) => {
        const faces = Array.from({ length: echoFaces }, () => 0);
        for (const { face } of said) faces[face] = (faces[face] ?? 0) + 1;
        return { from, to, faces };
      });
    },
    async say({ team, text, account }) {
      const clean = cleanText(text, longestObstacle + 1);
      const code = !clean ? 'missing' : [...clean].length > longestObstacle ? 'too-long' : undefined;
      if (code)
        return refuse('invalid', 'invalid', {
          faults: [{ code, path: 'text', values: { max: longestObstacle } }],
        });
      return orSay(async () => {
        const id = await idOfLeader(account, team);
        return put({ team, id, topic: 'obstacle', body: { text: clean } }, { as: 'house' });
      });
    },
    async hasSaid(team, account) {
      try {
        return (await store.get('echo', await idOfLeader(account, team))) !== undefined;
      } catch {
        return false;
      }
    },
    async obstacles(team) {
      const pools = await opened<{ text: string }>(team, 'obstacle');
      return pools.map(({ from, to, said }) => ({ from, to, said: said.map(({ text }) => text).sort() }));
    },
  };
}
