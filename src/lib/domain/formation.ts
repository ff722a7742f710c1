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

export const phaseOf = ({ phase }: Pick<Team, 'phase'>): Phase => phase ?? 'formation';

/** The slots of a team: as it wrote them, else the words that the practice names. */
export const checklistOf = ({ checklist }: Pick<Team, 'checklist'>): ChecklistStep[] =>
  checklist ?? firstSkills.map((text) => ({ text, done: false }));

/** Whether all that stands in the slots is done: the list is not shown any more. */
export const hasBegun = (team: Pick<Team, 'checklist'>): boolean =>
  checklistOf(team).every(({ done }) => done);
