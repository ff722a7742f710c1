import { expect, it } from 'vitest';
import { servedAims } from './aim';

it('tells which goals and decisions serve an aim, goals first, and which aims nobody serves', () => {
  const aims = [{ id: 'calm' }, { id: 'safe' }];
  expect(
    servedAims(
      aims,
      [
        { team: 'kitchen', aim: 'calm', question: 'Warm soup?' },
        { team: 'floor', question: 'Quick?' },
      ],
      [{ team: 'billing', aim: 'calm', text: 'We ring back' }],
    ),
  ).toEqual([
    {
      aim: { id: 'calm' },
      by: [
        { team: 'kitchen', what: 'goal', text: 'Warm soup?' },
        { team: 'billing', what: 'decision', text: 'We ring back' },
      ],
    },
    { aim: { id: 'safe' }, by: [] },
  ]);
});
