import type { Team } from '$lib/domain/records';
import type { TurnEntry } from '$lib/domain/turn-log';
import type { House } from '$lib/server/house';
import { all } from './access';

/** The skills that were named, each once, oldest first. */
const skillsOf = (practised: readonly { at: string; skill?: string | null }[]): string[] => [
  ...new Set(
    [...practised].sort((a, b) => (a.at < b.at ? -1 : 1)).flatMap(({ skill }) => (skill ? [skill] : [])),
  ),
];

/** A team’s turns with what was decided, learned and said in each, newest first. */
export async function turnLog(house: House, team: Team): Promise<TurnEntry[]> {
  const of = { team: team.id };
  const [turns, decisions, huddles, thanks, questions] = await Promise.all([
    all(house, 'turn', of),
    all(house, 'decision', { ...of, status: 'taken' }),
    all(house, 'huddle', of),
    all(house, 'thanks', { ...of, status: 'published' }),
    all(house, 'question', of),
  ]);
  const began = { number: 1, at: team.at, closing: null };
  return (turns.length > 0 ? turns : [began])
    .map(({ number, at, closing }) => {
      const said = thanks.find(({ id }) => id === closing?.thanks);
      return {
        number,
        from: at,
        to: closing?.at ?? null,
        learned: closing?.learned ?? null,
        by: closing?.by || null,
        decisions: decisions.filter(({ turn }) => turn === number).map(({ text }) => text),
        skills: skillsOf([...huddles, ...decisions].filter(({ turn }) => turn === number)),
        youSaid: said?.youSaid ?? null,
        weDid: said?.weDid ?? null,
        question: questions.find(({ id }) => id === closing?.question)?.text ?? null,
      };
    })
    .sort((a, b) => b.number - a.number);
}
