import { firstSkills } from './huddle';
import type { Team } from './records';

/** One slot of the list by which a team begins. */
export interface ChecklistStep {
  /** What is done; one of the first words (`firstSkills`) stands for itself, messages have it. */
  text: string;
  done: boolean;
}

/** The list has six slots; what they hold is the team’s to say. */
export const checklistSlots = 6;
export const longestStep = 90;

/** A team is guided while it forms, and afterwards only looked at. */
export type Phase = 'formation' | 'monitoring';

/** As its leader says; a team of which nothing was said forms in its first turn. */
export const phaseOf = ({ phase }: Pick<Team, 'phase'>, turn: number): Phase =>
  phase ?? (turn > 1 ? 'monitoring' : 'formation');

/** The slots of a team: as it wrote them, else the words that the practice names. */
export const checklistOf = ({ checklist }: Pick<Team, 'checklist'>): ChecklistStep[] =>
  checklist ?? firstSkills.map((text) => ({ text, done: false }));

/** Whether the list is not shown any more: all that stands in the slots is done, or the team never used it and is past its first turn. */
export const hasBegun = (team: Pick<Team, 'checklist'>, turn: number): boolean =>
  team.checklist ? team.checklist.every(({ done }) => done) : turn > 1;
