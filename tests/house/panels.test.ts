import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { isPanelKind, registry } from '../../src/lib/panels/registry';

const folder = fileURLToPath(new URL('../../src/lib/panels', import.meta.url));
const kinds = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const exampleFiles = import.meta.glob<Record<string, unknown>>('../../src/lib/panels/*/example.ts', {
  import: 'examples',
});

describe('the house of panels', () => {
  test('every folder has its line in the registry, and every line its folder', () => {
    expect(Object.keys(registry).sort()).toEqual(kinds.sort());
  });

  test.each(kinds)('%s has panel, test, example and component', (kind) => {
    const files = readdirSync(`${folder}/${kind}`);
    expect(files).toContain('panel.ts');
    expect(files).toContain('panel.test.ts');
    expect(files).toContain('example.ts');
    const component = kind.replace(/(^|-)(.)/g, (_, _dash: string, letter: string) => letter.toUpperCase());
    expect(files).toContain(`${component}.svelte`);
  });

  test.each(kinds)("%s is its folder's name, and its title is a sentence for leaders", async (kind) => {
    if (!isPanelKind(kind)) throw new Error(`${kind} is not registered`);
    const { panel } = await registry[kind].panel();
    expect(panel.kind).toBe(kind);
    expect(panel.title()).toMatch(/^\p{Lu}/u);
    expect(panel.audiences.length).toBeGreaterThan(0);
  });

  test.each(kinds)('the examples of %s are what its component may be given', async (kind) => {
    if (!isPanelKind(kind)) throw new Error(`${kind} is not registered`);
    const { panel } = await registry[kind].panel();
    const examples = (await exampleFiles[`../../src/lib/panels/${kind}/example.ts`]?.()) ?? {};
    expect(Object.keys(examples)).toEqual(expect.arrayContaining(['ordinary']));
    for (const [name, data] of Object.entries(examples)) {
      const checked = v.safeParse(panel.data, data);
      expect(checked.success, `${name}: ${JSON.stringify(checked.issues?.[0]?.message)}`).toBe(true);
      // What goes over the wire comes back the same.
      expect(JSON.parse(JSON.stringify(data)), name).toEqual(data);
    }
  });
});
