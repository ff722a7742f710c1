import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/command';
import { echoFaces, monthOf, poolsOf, type EchoPool, type EchoTopic } from '../../domain/echo';
import { refuse } from '../../domain/refusal';
import type { Intake, Outcome } from '../intake/intake';
import type { Store } from '../store/store';
import { keysIn } from './keys';
import { seal, unseal } from './seal';

/** ECHOES: what people say of how they are led. Each is sealed; only pools of a month that is over are ever counted. */
export interface Echoes {
  /** `phone` is what this phone is known by to itself alone: it says one thing a month. `face`: from 0, the glad one last. */
  tap(echo: { team: string; topic: EchoTopic; face: number; phone: string }, actor: Actor): Promise<Outcome>;
  /** What is told of a team, oldest first; a pool of which no key here opens all is left out. */
  pools(team: string, topic: EchoTopic): Promise<EchoPool[]>;
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
  return {
    async tap({ team, topic, face, phone }, actor) {
      if (!Number.isInteger(face) || face < 0 || face >= echoFaces)
        return refuse('invalid', 'invalid', { faults: [{ code: 'missing', path: 'face' }] });
      const month = monthOf(now());
      const id = idOf(phone, team, topic, month);
      try {
        const sealed = seal(await keys.own(), JSON.stringify({ face }), { id, by: team });
        return await intake.submit('echo:tap', { team, id, topic, month, sealed }, actor);
      } catch (error) {
        report('The key for what is private cannot be used.', error);
        return refuse('unavailable', 'unavailable');
      }
    },
    async pools(team, topic) {
      const { records } = await store.list('echo', { team });
      const all = await keys.all();
      const of = records.filter((echo) => echo.topic === topic);
      return poolsOf(of, monthOf(now())).flatMap(({ from, to, echoes }): EchoPool[] => {
        const faces = Array.from({ length: echoFaces }, () => 0);
        for (const echo of echoes) {
          const json = unseal(all, echo.sealed, { id: echo.id, by: team });
          if (json === undefined) return [];
          const { face } = JSON.parse(json) as { face: number };
          faces[face] = (faces[face] ?? 0) + 1;
        }
        return [{ from, to, faces }];
      });
    },
  };
}
