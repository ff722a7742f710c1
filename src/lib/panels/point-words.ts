import { m } from '../paraglide/messages';

/** The one word of each action point. */
export const pointWords = {
  thanks: m.point_thanks,
  feedback: m.point_feedback,
  involve: m.point_involve,
  focus: m.point_focus,
};
