/** Which way a language is written; a tag as in BCP 47. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  /^(ar|he|fa|ur|ps|sd|ug|yi|dv)\b/.test(language) ? 'rtl' : 'ltr';

/**
 * The tag that `Intl` writes dates and numbers of a language by. English is British here: the day before the month. Arabic has the
 * digits that clocks, codes and scales have (docs/decisions/0172).
 */
export const spoken = (language: string): string =>
  language === 'en' ? 'en-GB' : /^ar\b/.test(language) ? `${language}-u-nu-latn` : language;

/** A left-to-right mark: what follows it stands as it would in English. */
const mark = '\u200e';

/**
 * What stands before a number’s digits: a real minus, a plus where one is `wanted`, or nothing. Where people read from the right it is
 * held at the digits’ left, where they would see it behind them else.
 */
export function signOf(value: number, wanted: boolean, language: string): string {
  const sign = value < 0 ? '−' : wanted && value > 0 ? '+' : '';
  return sign && directionOf(language) === 'rtl' ? mark + sign : sign;
}
