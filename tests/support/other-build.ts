import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const scriptName = /screen\.[\w.-]+\.js/g;

/**
 * A copy of the build that calls itself by another id, as after a deploy; with `program`, walls get that in the place of ours,
 * and with `worker` that as their service worker. Beside the build, because what it imports is found from there. Returns the
 * folder, for `BUILD_DIR`, and how to remove it.
 */
export function otherBuild(
  buildDir: string,
  id: string,
  program?: string,
  worker?: string,
): { dir: string; remove: () => void } {
  const dir = basename(mkdtempSync(`build-${id}-`));
  cpSync(buildDir, dir, { recursive: true });
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(dir, 'client/_app/version.json'), 'utf8'),
  );
  const name = `screen.${id}.js`;
  for (const file of readdirSync(join(dir, 'server'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js') && !/\.js-[\w-]+\.js$/.test(file)) continue;
    const path = join(dir, 'server', file);
    const code = readFileSync(path, 'utf8');
    const other = code.replaceAll(version, id);
    const changed = program === undefined ? other : other.replace(scriptName, name);
    if (changed !== code) writeFileSync(path, changed);
  }
  const client = join(dir, 'client');
  for (const file of readdirSync(client))
    if (/^service-worker\.js\.\w+$/.test(file)) rmSync(join(client, file));
  const script = join(client, 'service-worker.js');
  writeFileSync(script, worker ?? readFileSync(script, 'utf8').replaceAll(version, id));
  if (program !== undefined) {
    const assets = join(dir, 'client/_app/immutable/assets');
    for (const file of readdirSync(assets)) {
      if (/^screen\..*\.js$/.test(file)) renameSync(join(assets, file), join(assets, name));
      else if (/^screen\..*\.js\.\w+$/.test(file)) rmSync(join(assets, file));
    }
    writeFileSync(join(assets, name), program);
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
