import type { ActionPoint } from '$lib/domain/action-point';
import type { Standing } from '$lib/domain/turn';

/** What is known of a team when its leader opens the phone. */
export interface Known {
  waiting: number;
  hasQuestion: boolean;
  hasAnswers: boolean;
  displays: number;
  /** The open goal: whether it is reached and waits for words, days until it is due, and whether somebody enters its readings. */
  goal: { reached: boolean; daysLeft: number; byHand: boolean } | null;
  /** The turn as it stands. */
  standing: Pick<Standing, 'points' | 'next' | 'quiet'>;
}

export type StepName =
  | 'celebrate'
  | 'wake'
  | 'read-comments'
  | 'bring-feedback'
  | 'hang-display'
  | 'close-goal'
  | 'report'
  | 'show'
  | 'shifts'
  | 'set-goal'
  | 'tie-goal'
  | 'read-goal'
  | 'decide'
  | 'thank'
  | 'notice';

export interface Step {
  step: StepName;
  point: ActionPoint | 'neutral';
}

/**
 * The one thing that is due next: first a reached goal, which grows old by the hour, then what others wait for and what the wall
 * lacks, then what the turn lacks, in the order in which it goes round.
 */
export function nextStep({ standing, goal, ...team }: Known): Step {
  const { points, next, quiet } = standing;
  if (goal?.reached) return { step: 'celebrate', point: 'focus' };
  if (quiet?.asleep) return { step: 'wake', point: 'neutral' };
  if (team.waiting > 0) return { step: 'read-comments', point: 'feedback' };
  if (!team.hasAnswers && !team.hasQuestion) return { step: 'bring-feedback', point: 'feedback' };
  if (team.displays === 0) return { step: 'hang-display', point: 'neutral' };
  if (goal && goal.daysLeft < 0) return { step: 'close-goal', point: 'focus' };
  switch (next) {
    case 'feedback':
      return { step: 'report', point: 'feedback' };
    case 'involve':
      return { step: points.involve.lacks.includes('shown') ? 'show' : 'shifts', point: 'involve' };
    case 'focus':
      if (!goal) return { step: 'set-goal', point: 'focus' };
      if (points.focus.lacks.includes('routine')) return { step: 'tie-goal', point: 'focus' };
      return { step: goal.byHand ? 'read-goal' : 'decide', point: 'focus' };
    case 'thanks':
      return { step: 'thank', point: 'thanks' };
    case null:
      return { step: 'notice', point: 'involve' };
  }
}
