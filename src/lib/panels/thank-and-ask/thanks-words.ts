import { spoken } from '../../domain/language';
import { m } from '../../paraglide/messages';

/** Whom a thanks is said to, and its figures as they stand in it: the two thanks, to all and to those who answered. */
export function thanksWords(
  { served, answered }: { served: number | null; answered: number | null },
  language: string,
): { text: string; answered: string | null } {
  const numbers = new Intl.NumberFormat(spoken(language));
  const all = served === null ? null : numbers.format(served);
  const some = answered === null ? null : answered === 1 ? m.thank_and_ask_one() : numbers.format(answered);
  const text =
    all !== null && some !== null
      ? m.thank_and_ask_both({ served: all, answered: some })
      : all !== null
        ? m.thank_and_ask_served({ count: served ?? 0, figure: all })
        : some !== null
          ? m.thank_and_ask_answered({ count: answered ?? 0, figure: some })
          : m.thank_and_ask_all();
  return { text, answered: some };
}

/** Who signed: the team’s own line, and the manager’s. */
export function signatures({
  signedBy,
  cosignedBy,
}: {
  signedBy: string | null;
  cosignedBy: string | null;
}): string[] {
  const manager = cosignedBy && m.thank_and_ask_manager({ name: cosignedBy });
  return [signedBy, manager].flatMap((one) => one || []);
}

/** The same in one line; empty where nobody signed. */
export function signedLine(of: Parameters<typeof signatures>[0]): string {
  const [first = '', second] = signatures(of);
  return second ? m.thank_and_ask_signatures({ first, second }) : first;
}
