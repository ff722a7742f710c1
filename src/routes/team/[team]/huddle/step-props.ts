import type { SubmitFunction } from '@sveltejs/kit';
import type { HuddleView } from './huddle-view';

/** What every step of a huddle is given on a phone. */
export interface StepProps {
  view: HuddleView;
  /** Id of the huddle. */
  huddle: string;
  send: SubmitFunction;
  /** What is wrong beside a form’s fields, and what was typed there. */
  wrong: (form: string) => Record<string, string>;
  typed: (form: string, field: string) => string;
}
