import { withSource } from './source.js';

// npm run seed: fills an empty DATA_DIR with the sample team and prints one JSON line that says how to get in.

const letClean = process.argv.includes('--let-clean-comments-through');

try {
  const seeded = await withSource(async (load) => {
    const { readConfig } = await load('/src/lib/server/config.ts');
    const { seedStore } = await load('/src/lib/server/sample-team/seed.ts');
    return seedStore(readConfig(process.env), new Date(), { letClean });
  });
  console.log(JSON.stringify(seeded));
} catch (error) {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  if (name === 'NotEmpty')
    console.error(
      `${message} already holds a board, and it stays as it is. Set DATA_DIR to an empty or new folder to seed.`,
    );
  else console.error(name.endsWith('Refusal') ? message : stack);
  process.exitCode = 1;
}
