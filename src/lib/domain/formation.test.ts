import { expect, it } from 'vitest';
import { checklistOf, hasBegun, phaseOf } from './formation';

const slot = (done: boolean) => ({ text: 'Meet the night shift', done });

it.each([
  ['in its first turn, until something is done with it', {}, 1, false],
  ['never where a team is past that and never used it', {}, 14, true],
  ['as long as a slot is open', { checklist: [slot(true), slot(false)] }, 14, false],
  ['no more once all are done', { checklist: [slot(true)] }, 1, true],
  ['no more where all slots were emptied', { checklist: [] }, 1, true],
] as const)('the list is shown %s', (_, team, turn, gone) => {
  expect(hasBegun({ checklist: undefined, ...team } as Parameters<typeof hasBegun>[0], turn)).toBe(gone);
});

it('begins with the six words of the practice, and a team forms in its first turn unless it says otherwise', () => {
  expect(checklistOf({}).map(({ text }) => text)).toHaveLength(6);
  expect([phaseOf({}, 1), phaseOf({}, 2), phaseOf({ phase: 'formation' }, 9)]).toEqual([
    'formation',
    'monitoring',
    'formation',
  ]);
});
