import { expect, it } from 'vitest';
import { longestPhrase } from '$lib/domain/asking';
import { cleanCriticals } from '$lib/domain/decide/criticals';
import { templateOf, templates } from './template-words';

it.each(templates)('a %s begins with criticals that a team may have, and with a phrase', (kind) => {
  let ids = 0;
  const begun = templateOf(kind, () => `c${(ids += 1)}`);
  const { criticals, faults } = cleanCriticals(begun?.criticals ?? []);
  expect(faults).toEqual([]);
  expect(criticals.length).toBeGreaterThanOrEqual(3);
  for (const { words, question } of criticals) {
    expect(words.length).toBeGreaterThanOrEqual(3);
    expect(question).toMatch(/\?$/);
  }
  expect(begun?.phrase.length).toBeLessThanOrEqual(longestPhrase);
});

it('is nothing where no kind was chosen', () => {
  expect(templateOf('', () => 'c')).toBeUndefined();
  expect(templateOf('circus', () => 'c')).toBeUndefined();
});
