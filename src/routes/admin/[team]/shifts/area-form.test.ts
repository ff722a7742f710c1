import { expect, it } from 'vitest';
import { areasIn } from './area-form';

it('reads the rows of the form, drops those without a name, and tells which field each came from', () => {
  const typed = {
    'id-0': 'a',
    'name-0': ' Kitchen ',
    'id-1': 'b',
    'name-1': ' ',
    'serves-1': 'on',
    'id-2': '',
    'name-2': 'Floor',
    'serves-2': 'on',
  };
  expect(areasIn(typed, () => 'new')).toEqual({
    areas: [
      { id: 'a', name: 'Kitchen', serves: false },
      { id: 'new', name: 'Floor', serves: true },
    ],
    rename: { areas: 'name-0', 'areas.0.name': 'name-0', 'areas.1.name': 'name-2' },
  });
});
