import * as v from 'valibot';
import { weekOf } from '../../domain/asking';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import type { Thanks } from '../../domain/practice';
import { customerWords } from '../../domain/records';
import { cosigner } from '../../domain/thanks';
import { wordsIn } from '../../domain/playlist';
import { m } from '../../paraglide/messages';
import { answers, newest, place, team } from '../needs';
import { definePanel } from '../panel';
import { qrCode } from '../qr';

/** Days over which those who told us are thanked. */
const days = 30;

/** You said, we did, thank you, and the next question. Never empty: it is what hangs when nothing else does. */
export const panel = definePanel({
  kind: 'thank-and-ask',
  title: () => m.thank_and_ask_title(),
  point: 'thanks',
  purpose: 'appreciation',
  audiences: ['staff', 'customers'],
  options: v.object({}),
  data: v.object({
    team: v.string(),
    customer: v.picklist(customerWords),
    youSaid: v.nullable(v.string()),
    weDid: v.nullable(v.string()),
    signedBy: v.nullable(v.string()),
    /** The manager who signed, too. */
    cosignedBy: v.nullable(v.string()),
    /** How many were served; null: unknown. */
    served: v.nullable(v.number()),
    /** How many answered in the turn that was thanked for, else in the last 30 days; null: none. */
    answered: v.nullable(v.number()),
    /** Whom the code is for. */
    audience: v.picklist(['staff', 'customers']),
    /** The live question; null: the team has none yet. */
    question: v.nullable(v.string()),
    /** How staff ask this week, and how often they have; null where it is not for them, or nothing was said. */
    phrase: v.nullable(v.object({ text: v.string(), asked: v.number() })),
    /** The code's modules a side with its quiet zone, its dark modules as a path, and what it says. */
    code: v.object({ size: v.number(), path: v.string(), address: v.string() }),
    /** What the leader who closed the turn says to the team; null: nothing, or not for this wall. */
    leader: v.nullable(
      v.object({ name: v.string(), express: v.nullable(v.string()), reinforce: v.nullable(v.string()) }),
    ),
    asOf: v.nullable(v.string()),
  }),
  needs: () => ({
    team: team(),
    place: place(),
    thanks: newest('thanks', 'published', 1),
    questions: newest('question', 'live', 1),
    answers: answers(days),
    asked: newest('asked', 'counted', 1),
  }),
  select({ team, place, thanks, questions, answers, asked }, _options, now) {
    const said = thanks[0];
    const today = localDay(now, team.timeZone);
    const first = addDays(today, 1 - days);
    const answered = answers
      .flatMap(({ rows }) => rows)
      .reduce((sum, { day, count }) => (day >= first ? sum + count : sum), 0);
    // Staff get the way to their own page only where the wall is theirs alone.
    const join = place.audience === 'staff' ? place.join : null;
    const address = join ?? place.ask;
    return {
      team: team.name,
      customer: team.customer,
      youSaid: text(said?.youSaid),
      weDid: text(said?.weDid),
      signedBy: text(said?.signedBy),
      cosignedBy: said ? cosigner(said) : null,
      served: said?.served || null,
      answered: (said?.answered ?? answered) || null,
      audience: join ? ('staff' as const) : ('customers' as const),
      question: text(questions[0]?.text),
      phrase:
        join && team.phrase
          ? { text: team.phrase, asked: asked.find(({ week }) => week === weekOf(today))?.taps ?? 0 }
          : null,
      code: { ...qrCode(address), address },
      leader: (place.audience === 'staff' && said?.leader && linesOf(said.leader)) || null,
      asOf: said?.at ?? null,
    };
  },
  // The bright panel stands on the far side, then on the near one: also where nothing else hangs, no edge burns in.
  plays: () => 2,
  words: ({ youSaid, weDid, leader, signedBy, cosignedBy, question, phrase }) =>
    20 +
    Math.max(wordsIn(youSaid, weDid), wordsIn(leader?.express, leader?.reinforce)) +
    wordsIn(signedBy, cosignedBy, question, phrase?.text),
  asOf: ({ asOf }) => asOf,
  // The 30 days move on at midnight.
  lookAgain: ({ team, answers }, _options, now) =>
    answers.length > 0 || team.phrase
      ? momentOf(addDays(localDay(now, team.timeZone), 1), '00:00', team.timeZone)
      : undefined,
});

const linesOf = ({ name, express, reinforce }: NonNullable<Thanks['leader']>) => ({
  ...{ name, express, reinforce },
});

const text = (given: string | null | undefined): string | null => given?.trim() || null;
