import { accounts } from './commands/accounts';
import { alerts } from './commands/alerts';
import { displays } from './commands/displays';
import { feedback } from './commands/feedback';
import { huddles } from './commands/huddles';
import { hung } from './commands/hung';
import { practices } from './commands/practices';
import { retention } from './commands/retention';
import { teams } from './commands/teams';
import { turns } from './commands/turns';
import type { Entries } from './commands/entry';

/**
 * Every command. To add one: its shape in `domain/command.ts`, its facts in `domain/decide/facts.ts`, its rule in
 * `domain/decide.ts`, and an entry in the file of `commands/` that its subject has.
 */
export const entries: Entries = {
  ...accounts,
  ...alerts,
  ...displays,
  ...feedback,
  ...huddles,
  ...hung,
  ...practices,
  ...retention,
  ...teams,
  ...turns,
};
