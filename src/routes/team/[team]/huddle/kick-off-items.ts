import { m } from '$lib/paraglide/messages';

/** What leaders model at a kick-off, in the order in which it comes. What they tick stays on their phone and is sent nowhere. */
export const kickOffItems = (): string[] => [
  m.kickoff_model_door(),
  m.kickoff_model_hand(),
  m.kickoff_model_own(),
  m.kickoff_model_ask(),
  m.kickoff_model_thank(),
];
