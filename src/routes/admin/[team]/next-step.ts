import type { ActionPoint } from '$lib/domain/action-point';

/** What is known of a team when its leader opens the phone. Ages are whole days; null where there is none. */
export interface Standing {
  waiting: number;
  hasQuestion: boolean;
  hasAnswers: boolean;
  displays: number;
  goal: { reached: boolean; daysLeft: number; byHand: boolean; readingAge: number | null } | null;
  shoutOutAge: number | null;
  thanksAge: number | null;
  cadenceDays: number;
}

export type StepName =
  | 'celebrate'
  | 'read-comments'
  | 'bring-feedback'
  | 'hang-display'
  | 'close-goal'
  | 'read-goal'
  | 'set-goal'
  | 'shout-out'
  | 'thank'
  | 'notice';

export interface Step {
  step: StepName;
  point: ActionPoint | 'neutral';
}

/** A week without a shout-out and a month without thanks are too long. */
const shoutOutDays = 7;
const thanksDays = 30;

/** The one thing that is due next: first a reached goal, which grows old by the hour, then what others wait for, then what the wall lacks, then what has gone quiet. */
export function nextStep(team: Standing): Step {
  const { goal } = team;
  if (goal?.reached) return { step: 'celebrate', point: 'focus' };
  if (team.waiting > 0) return { step: 'read-comments', point: 'feedback' };
  if (!team.hasAnswers && !team.hasQuestion) return { step: 'bring-feedback', point: 'feedback' };
  if (team.displays === 0) return { step: 'hang-display', point: 'neutral' };
  if (goal && goal.daysLeft < 0) return { step: 'close-goal', point: 'focus' };
  if (!goal) return { step: 'set-goal', point: 'focus' };
  if (goal.byHand && (goal.readingAge === null || goal.readingAge > team.cadenceDays))
    return { step: 'read-goal', point: 'focus' };
  if (team.shoutOutAge === null || team.shoutOutAge >= shoutOutDays)
    return { step: 'shout-out', point: 'involve' };
  if (team.thanksAge === null || team.thanksAge >= thanksDays) return { step: 'thank', point: 'thanks' };
  return { step: 'notice', point: 'involve' };
}
