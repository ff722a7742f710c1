import * as v from 'valibot';
import { wordsIn } from '../../domain/playlist';
import { customerWords } from '../../domain/records';
import { m } from '../../paraglide/messages';
import { missionOf } from '../../domain/mission';
import { mission, newest, team } from '../needs';
import { definePanel } from '../panel';

/** How long the moment lasts from the closing on, in milliseconds: a wall that comes later has missed it. */
const lasts = 25_000;

/** The turn was closed: whom we thanked, what we ask now, and the number of the turn that begins. It has the wall once, for a moment. */
export const panel = definePanel({
  kind: 'relaunch',
  title: () => m.relaunch_title(),
  point: 'thanks',
  purpose: 'appreciation',
  audiences: ['staff'],
  options: v.object({}),
  data: v.object({
    customer: v.picklist(customerWords),
    /** The turn that begins. */
    turn: v.number(),
    /** How many were served and how many answered; null: unknown. */
    served: v.nullable(v.number()),
    answered: v.nullable(v.number()),
    question: v.nullable(v.string()),
    /** One line of what was learned. */
    learned: v.nullable(v.string()),
    /** Why the turn that begins matters to the leader who closed the last, in place of what was learned; null: nothing was said. */
    leader: v.nullable(v.object({ name: v.string(), express: v.string() })),
    /** What the team is there for. */
    mission: v.nullable(v.string()),
    /** When the moment is over (ISO, exclusive). */
    until: v.string(),
  }),
  needs: () => ({
    team: team(),
    mission: mission(),
    closed: newest('turn', 'closed', 1),
    thanks: newest('thanks', 'published', 1),
    questions: newest('question', 'live', 1),
  }),
  select({ team, mission, closed, thanks, questions }, _options, now) {
    const [turn] = [...closed].sort((a, b) => b.number - a.number);
    if (!turn?.closing) return undefined;
    const { at, thanks: id, learned } = turn.closing;
    const until = Date.parse(at) + lasts;
    if (now.getTime() >= until || now.getTime() < Date.parse(at)) return undefined;
    const said = thanks.find((thanks) => thanks.id === id);
    return {
      customer: team.customer,
      turn: turn.number + 1,
      served: said?.served || null,
      answered: said?.answered || null,
      question: questions[0]?.text ?? null,
      learned,
      leader: said?.leader?.express ? { name: said.leader.name, express: said.leader.express } : null,
      mission: missionOf(team, { mission }),
      until: new Date(until).toISOString(),
    };
  },
  words: ({ question, learned, leader, mission }) =>
    14 + wordsIn(question, leader?.express ?? learned, mission),
  takesOver: ({ until }) => ({ until, alarm: false, once: true }),
  lookAgain({ closed }, _options, now) {
    const ends = closed.flatMap(({ closing }) => (closing ? [Date.parse(closing.at) + lasts] : []));
    const next = Math.min(...ends.filter((end) => end > now.getTime()));
    return Number.isFinite(next) ? new Date(next) : undefined;
  },
});
