import * as v from 'valibot';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import { wordsIn } from '../../domain/playlist';
import { customerWords } from '../../domain/records';
import { countsIn, periodOf, pickMeasure, shownScore } from '../../domain/score';
import { m } from '../../paraglide/messages';
import { answers, handOffs, newest, team, type Answers } from '../needs';
import { definePanel } from '../panel';

/** The scores’ days. */
const days = 30;
/** At most so many links hang at once, so many of them of teams that serve this one. */
const most = { links: 5, before: 2 };

const link = v.object({
  by: v.string(),
  /** Null: the customers. */
  to: v.nullable(v.string()),
  measure: v.nullable(v.string()),
  /** Null below `minimumN`. */
  score: v.nullable(v.number()),
  n: v.number(),
  minimumN: v.number(),
});

/**
 * Who hands work to whom around this team, from those who serve it to its customers, and how each says it is done. What this team
 * is told by colleagues and by customers is of the same question and the same days, so that the two stand beside each other.
 */
export const panel = definePanel({
  kind: 'chain',
  title: () => m.chain_title(),
  point: 'feedback',
  purpose: 'relationships',
  audiences: ['staff'],
  options: v.object({}),
  data: v.object({
    customer: v.picklist(customerWords),
    /** The customers’ is the last. */
    links: v.pipe(v.array(link), v.minLength(2), v.maxLength(most.links)),
    /** What one of the teams last thanked another for. */
    thanks: v.nullable(
      v.object({ by: v.string(), to: v.string(), person: v.string(), behaviour: v.string() }),
    ),
  }),
  needs: () => ({
    team: team(),
    customers: answers(days),
    links: handOffs(days),
    shoutOuts: newest('shout-out', 'published', 40),
  }),
  select({ team, customers, links, shoutOuts }, _options, now) {
    const period = periodOf(localDay(now, team.timeZone), days);
    const ours = pickMeasure(customers, team.measure)?.measure;
    const scored = (all: Answers[], minimumN: number, wanted: string | undefined) => {
      const picked = pickMeasure(all, wanted);
      const measure = picked?.measure ?? null;
      const { score, n } =
        picked && measure
          ? shownScore(countsIn(picked.rows, period), measure, minimumN)
          : { score: null, n: 0 };
      return { measure, score, n, minimumN };
    };
    const before = links.filter((link) => link.to === null).slice(0, most.before);
    const after = links.filter((link) => link.by === null).slice(0, most.links - 1 - before.length);
    if (before.length + after.length === 0) return undefined;
    const thanks = shoutOuts.find(({ across }) => across !== undefined);
    return {
      customer: team.customer,
      links: [
        ...[...before, ...after].map((link) => ({
          ...{ by: link.by ?? team.name, to: link.to ?? team.name },
          ...scored(link.answers, link.minimumN, link.by === null ? ours : undefined),
        })),
        { by: team.name, to: null, ...scored(customers, team.minimumN, ours) },
      ],
      thanks: thanks
        ? {
            by: thanks.fromArea ?? thanks.from,
            to: thanks.toArea ?? '',
            person: thanks.to,
            behaviour: thanks.behaviour,
          }
        : null,
    };
  },
  words: ({ links, thanks }) =>
    6 + links.reduce((sum, { by, to }) => sum + 4 + wordsIn(by, to), 0) + wordsIn(thanks?.behaviour),
  // The days move on.
  lookAgain: ({ team }, _options, now) =>
    momentOf(addDays(localDay(now, team.timeZone), 1), '00:00', team.timeZone),
});
