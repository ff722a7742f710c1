import { randomBytes } from 'node:crypto';
import { withSource } from './source.js';

// npm run owner -- reset [login]: a new password for an owner who lost theirs. For whoever sits at the machine.

const [act, login, ...more] = process.argv.slice(2);

try {
  const said = await withSource(async (load) => {
    const { m } = await load('/src/lib/paraglide/messages.js');
    if (act !== 'reset' || more.length > 0) {
      process.exitCode = 1;
      return m.owner_usage();
    }
    const { readConfig } = await load('/src/lib/server/config.ts');
    const { Passwords } = await load('/src/lib/server/auth/passwords.ts');
    const { resetOwner } = await load('/src/lib/server/chores/owner-reset.ts');
    const passwords = new Passwords();
    return m.owner_reset_done(
      await resetOwner(readConfig(process.env).dataDir, login, {
        password: randomBytes(12).toString('base64url'),
        hash: (/** @type {string} */ password) => passwords.hash(password),
        now: () => new Date(),
      }),
    );
  });
  (process.exitCode ? console.error : console.log)(said);
} catch (error) {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  console.error(name.endsWith('Refusal') ? message : stack);
  process.exitCode = 1;
}
