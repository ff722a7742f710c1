import { customerWords, type CustomerWord } from '$lib/domain/records';
import { m } from '$lib/paraglide/messages';

const words: Record<CustomerWord, () => string> = {
  guest: m.admin_customer_guest,
  customer: m.admin_customer_customer,
  patient: m.admin_customer_patient,
  resident: m.admin_customer_resident,
  caller: m.admin_customer_caller,
  member: m.admin_customer_member,
  colleague: m.admin_customer_colleague,
};

/** What a team calls the people it serves, in the plural, as it stands in a sentence. */
export const customerWord = (word: CustomerWord): string => words[word]();

/** What a team may call the people it serves, for a list to choose from. */
export const customerOptions = () => customerWords.map((value) => ({ value, label: words[value]() }));
