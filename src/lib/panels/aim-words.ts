import { spoken } from '../domain/language';
import type { Day } from '../domain/calendar';
import { m } from '../paraglide/messages';
import { dayInWords } from './dates';

/** What a goal aims at and by when, in one sentence. */
export const aimWords = (
  { target, due, today }: { target: number; due: Day; today: Day },
  language: string,
): string =>
  m.week_sample_goal({
    target: new Intl.NumberFormat(spoken(language), { maximumFractionDigits: 1 }).format(target),
    day: dayInWords(due, today, language),
  });
