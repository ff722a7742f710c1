import { withSource } from './source.js';

// npm run backup -- <file>, npm run restore -- <file> [--dry-run], npm run restore:drill [-- <file>]

const [act, ...rest] = process.argv.slice(2);
const file = rest.find((word) => !word.startsWith('--'));
const unknown = rest.find((word) => word.startsWith('--') && !(act === 'restore' && word === '--dry-run'));

try {
  const said = await withSource(async (load) => {
    const { readConfig } = await load('/src/lib/server/config.ts');
    const { backUp, bringBack, drill } = await load('/src/lib/server/chores/backup/by-script.ts');
    const { m } = await load('/src/lib/paraglide/messages.js');
    const config = readConfig(process.env);
    const place = { dataDir: config.dataDir, backupDir: config.backupDir };
    if (act === 'drill' && !unknown) return drill(place, file, () => new Date());
    if (file === undefined || unknown) {
      process.exitCode = 1;
      return act === 'restore' ? m.backup_script_restore_usage() : m.backup_script_usage();
    }
    if (act === 'backup') return backUp(place, file, new Date());
    return bringBack(place, file, { dryRun: rest.includes('--dry-run'), now: new Date() });
  });
  (process.exitCode ? console.error : console.log)([said].flat().join('\n'));
} catch (error) {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  console.error(name.endsWith('Refusal') ? message : stack);
  process.exitCode = 1;
}
