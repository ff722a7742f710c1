// A new kind of tile: its folder with everything a panel has, and its line in the registry.
//   npm run new:panel -- opening-hours feedback
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [kind = '', point = ''] = process.argv.slice(2);
const points = ['thanks', 'feedback', 'involve', 'focus', 'neutral'];
const stop = (/** @type {string} */ sentence) => {
  console.error(sentence);
  process.exit(1);
};
if (!/^[a-z]+(-[a-z]+)*$/.test(kind))
  stop('Name the panel in kebab-case: npm run new:panel -- opening-hours feedback');
if (!points.includes(point)) stop(`Say whose field it stands on: ${points.join(', ')}.`);

const folder = join('src/lib/panels', kind);
if (existsSync(folder)) stop(`${folder} is there already.`);
const component = kind.replace(/(^|-)(.)/g, (_, __, letter) => letter.toUpperCase());
const key = kind.replaceAll('-', '_');
const shownPoint = point === 'neutral' ? 'null' : `'${point}'`;

const files = {
  'panel.ts': `import * as v from 'valibot';
import { m } from '../../paraglide/messages';
import { team } from '../needs';
import { definePanel } from '../panel';

/** What this panel says, in one sentence. */
export const panel = definePanel({
  kind: '${kind}',
  title: () => m.${key}_title(),
  point: ${shownPoint},
  purpose: null,
  audiences: ['staff'],
  options: v.object({}),
  data: v.object({ team: v.string() }),
  needs: () => ({ team: team() }),
  select: ({ team }) => ({ team: team.name }),
  words: () => 10,
});
`,
  'panel.test.ts': `import { expect, test } from 'vitest';
import { exampleNow, exampleTeam } from '../example-facts';
import { panel } from './panel';

test('names the team', () => {
  expect(panel.select({ team: exampleTeam() }, {}, exampleNow)).toEqual({ team: 'Harbour Kitchen' });
});
`,
  'example.ts': `import type { DataOf } from '../panel';
import type { panel } from './panel';

export const examples: Record<string, DataOf<typeof panel>> = {
  ordinary: { team: 'Harbour Kitchen' },
  longest: { team: 'Gemeinschaftsverpflegungsbetrieb Nordhafenkai' },
  'right-to-left': { team: 'مطبخ الميناء' },
};
`,
  [`${component}.svelte`]: `<script lang="ts">
  import { m } from '$lib/paraglide/messages';
  import Fit from '../Fit.svelte';
  import type { DataOf, PanelProps } from '../panel';
  import PanelFrame from '../PanelFrame.svelte';
  import type { panel } from './panel';

  const { data, size, motion }: PanelProps<DataOf<typeof panel>> = $props();
</script>

<PanelFrame point={${shownPoint}} scene={data.team} {size} {motion}>
  <Fit
    tag="h2"
    text={m.${key}_title()}
    x={0}
    y={10.7}
    width={size.width - 24}
    height={size.height - 20}
    size={8.6}
    floor={6}
    weight={750}
  />
</PanelFrame>
`,
  [`${component}.svelte.test.ts`]: `import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ${component} from './${component}.svelte';
import { examples } from './example';

test('says what it is about', async () => {
  const data = examples.ordinary;
  if (!data) throw new Error('no example');
  const screen = await render(${component}, {
    data,
    size: { width: 177.8, height: 100, shape: 'wide' },
    play: 0,
    now: new Date('2026-11-22T14:12:00Z'),
    team: 'Harbour Kitchen',
    timeZone: 'Europe/London',
    language: 'en',
    motion: 'none',
  });
  await expect.element(screen.getByRole('heading')).toBeVisible();
});
`,
};

mkdirSync(folder);
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

const registry = 'src/lib/panels/registry.ts';
const line = `  '${kind}': {
    panel: () => import('./${kind}/panel'),
    component: () => import('./${kind}/${component}.svelte'),
  },
};

export type PanelKind`;
const before = readFileSync(registry, 'utf8');
const after = before.replace(/\};\s*export type PanelKind/, line);
if (after === before) stop(`${registry} looks different from what this script knows; add the line by hand.`);
writeFileSync(registry, after);

const words = kind.replaceAll('-', ' ');
const catalogue = 'messages/en/panels-feedback.json';
const messages = JSON.parse(readFileSync(catalogue, 'utf8'));
messages[`${key}_title`] = words.charAt(0).toUpperCase() + words.slice(1);
writeFileSync(catalogue, `${JSON.stringify(messages, null, 2)}\n`);

console.log(`${folder}/ is there, registered, and its title is in ${catalogue}.
Next: docs/write-a-panel.md, then npm run gallery -- ${kind}`);
