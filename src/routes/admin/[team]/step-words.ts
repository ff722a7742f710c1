import { localDay } from '$lib/domain/calendar';
import type { CustomerWord } from '$lib/domain/records';
import { m } from '$lib/paraglide/messages';
import { customerWord } from '../customer-words';
import { dayWords, spanWords } from '../when';
import type { StepName } from './next-step';

interface Known {
  step: StepName;
  waiting: { count: number; more: boolean; oldest: string | null };
  goal: { due: string; reached: string | null } | null;
  now: string;
  today: string;
  language: string;
  team: { timeZone: string; customer: CustomerWord };
  /** Beginnings of the shifts that have not met this turn’s report. */
  unmet: string[];
  /** Where a TV finds this board. */
  address: string;
}

/** The next step in words: whose turn it is, what it is, why, and the button that goes there. */
export function stepWords(known: Known) {
  const { step, waiting, goal, today, language, team } = known;
  const words = (day: string) => dayWords(day, today, language);
  switch (step) {
    case 'celebrate':
      return {
        next: m.admin_next({ point: m.point_focus() }),
        title: m.goal_step(),
        note: goal?.reached ? m.goal_step_note({ span: spanWords(goal.reached, known.now) }) : null,
        button: m.goal_step_do(),
        where: 'goal' as const,
      };
    case 'read-comments':
      return {
        next: m.admin_next({ point: m.point_feedback() }),
        title: m.admin_step_read({ count: waiting.count, people: customerWord(team.customer) }),
        note:
          waiting.oldest && !waiting.more
            ? m.admin_step_read_note({ day: words(localDay(new Date(waiting.oldest), team.timeZone)) })
            : null,
        button: m.admin_step_read_do({ count: waiting.count }),
        where: 'feedback' as const,
      };
    case 'bring-feedback':
      return {
        next: m.admin_next({ point: m.point_feedback() }),
        title: m.admin_step_bring(),
        note: m.admin_step_bring_note(),
        button: m.admin_step_bring_do(),
        where: 'feedback' as const,
      };
    case 'hang-display':
      return {
        next: m.admin_next_wall(),
        title: m.admin_step_hang(),
        note: m.admin_step_hang_note({ address: known.address }),
        button: m.admin_step_hang_do(),
        where: 'pair' as const,
      };
    case 'close-goal':
      return {
        next: m.admin_next({ point: m.point_focus() }),
        title: m.admin_step_close(),
        note: goal ? m.admin_step_close_note({ day: words(goal.due) }) : null,
        button: m.admin_step_close_do(),
        where: 'goal' as const,
      };
    case 'read-goal':
      return {
        next: m.admin_next({ point: m.point_focus() }),
        title: m.admin_step_reading(),
        note: goal ? m.admin_step_reading_note({ day: words(goal.due) }) : null,
        button: m.admin_step_reading_do(),
        where: 'goal' as const,
      };
    case 'tie-goal':
    case 'decide':
      return {
        next: m.admin_next({ point: m.point_focus() }),
        title: step === 'decide' ? m.admin_step_decide() : m.admin_step_tie(),
        note: step === 'decide' ? m.admin_step_decide_note() : m.admin_step_tie_note(),
        button: step === 'decide' ? m.admin_step_decide_do() : m.admin_step_tie_do(),
        where: 'goal' as const,
      };
    case 'set-goal':
      return {
        next: m.admin_next({ point: m.point_focus() }),
        title: m.admin_step_goal(),
        note: m.admin_step_goal_note(),
        button: m.admin_step_goal_do(),
        where: 'goal' as const,
      };
    case 'wake':
      return {
        next: m.admin_next_asleep(),
        title: m.admin_step_wake(),
        note: m.admin_step_wake_note(),
        button: m.admin_step_wake_do(),
        where: 'wake' as const,
      };
    case 'report':
      return {
        next: m.admin_next({ point: m.point_feedback() }),
        title: m.admin_step_report(),
        note: m.admin_step_report_note(),
        button: m.admin_step_report_do(),
        where: 'feedback' as const,
      };
    case 'show':
    case 'shifts':
      return {
        next: m.admin_next({ point: m.point_involve() }),
        title: step === 'show' ? m.admin_step_show() : m.admin_step_shifts(),
        note:
          step === 'show'
            ? m.admin_step_show_note()
            : m.admin_step_shifts_note({ shifts: known.unmet.join(m.admin_and_between()) }),
        button: m.admin_step_show_do(),
        where: 'displays' as const,
      };
    case 'notice':
      return {
        next: m.admin_next_nothing(),
        title: m.admin_step_shout(),
        note: m.admin_step_notice_note(),
        button: m.admin_step_shout_do(),
        where: 'shout-outs' as const,
      };
    case 'thank':
      return {
        next: m.admin_next({ point: m.point_thanks() }),
        title: m.admin_step_thank({ people: customerWord(team.customer) }),
        note: m.admin_step_thank_note(),
        button: m.admin_step_thank_do(),
        where: 'thanks' as const,
      };
  }
}
