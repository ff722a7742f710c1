import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeFile } from './bytes';
import { lookAtColumns } from './columns';
import { propose } from './proposal';
import { readTable } from './table';

const samples = new URL('../../../../../tests/samples/feedback/', import.meta.url);

test.each([
  'nhs-gp-friends-and-family.csv',
  'flying-etiquette.csv',
  'comma-survey.csv',
  'qualtrics-3-header-rows.csv',
  'qualtrics-legacy.csv',
  'typeform-cantera.csv',
])('look %s', async (name) => {
  const t0 = performance.now();
  const file = decodeFile(readFileSync(new URL(name, samples)));
  if (!file.ok) throw new Error(file.refusal.code);
  const table = await readTable(file.value);
  if (!table.ok) throw new Error(table.refusal.code);
  const t1 = performance.now();
  const looks = await lookAtColumns(table.value);
  const p = propose(table.value, looks, {});
  console.log(
    name,
    t1 - t0,
    performance.now() - t1,
    table.value.format,
    table.value.rows.length,
    table.value.rows[0]?.line,
    table.value.rows.at(-1)?.line,
    JSON.stringify({ ...p, reader: p.reader?.metric }, null, 1),
  );
  expect(1).toBe(1);
});
