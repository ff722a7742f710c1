import { expect, it } from 'vitest';
import { picture, story, team } from '../../../../tests/support/records';
import type { Actor } from '../command';
import { decide } from '../decide';

const now = new Date('2026-11-22T10:00:00Z');
const leader: Actor = { as: 'account', id: 'ada', name: 'Ada', role: 'leader', teams: ['north'] };
const north = { ...team(), version: 1 };
const shown = { ...picture(), version: 1 };

const told = (over: object, facts: object = {}) => {
  const input = { id: 'new', team: 'north', words: 'The lost bear flew home with its crew.', ...over };
  return decide(
    'story:tell',
    input,
    { team: north, existing: undefined, picture: undefined, ...facts },
    leader,
    now,
  );
};
const faultsOf = (result: ReturnType<typeof told>) =>
  result.ok ? [] : result.refusal.faults?.map(({ path, code }) => `${path}: ${code}`);

it('hangs a story that names nobody at once', () => {
  expect(told({})).toMatchObject({ ok: true, value: { created: 1 } });
});

it('takes twelve words and no more', () => {
  const twelve = Array.from({ length: 12 }, () => 'word').join(' ');
  expect(faultsOf(told({ words: twelve }))).toEqual([]);
  expect(faultsOf(told({ words: `${twelve} more` }))).toEqual(['words: too-many-words']);
});

it('names and shows nobody without their consent', () => {
  expect(faultsOf(told({ about: 'Priya' }))).toEqual(['consent: no-consent']);
  expect(faultsOf(told({ picture: 'bear' }, { picture: { ...shown, people: true } }))).toEqual([
    'consent: no-consent',
  ]);
  expect(faultsOf(told({ about: 'Priya', consent: 'Priya, by word' }))).toEqual([]);
});

it('shows only pictures of its own team', () => {
  expect(faultsOf(told({ picture: 'bear' }, { picture: { ...shown, team: 'south' } }))).toEqual([
    'picture: unknown-picture',
  ]);
});

it('takes the picture with it when the story is withdrawn, unless another one shows it', () => {
  const one = { ...story(), version: 1 };
  const withdrawn = (stories: (typeof one)[]) => {
    const result = decide(
      'story:withdraw',
      { team: 'north', id: one.id },
      { team: north, story: one, stories, posters: [] },
      leader,
      now,
    );
    return (
      result.ok && result.value.changes.some((change) => 'erase' in change && change.erase === 'picture')
    );
  };
  expect(withdrawn([one])).toBe(true);
  expect(withdrawn([one, { ...one, id: 'other' }])).toBe(false);
});

it('withdraws what showed a picture that is dropped, and takes it off as the logo', () => {
  const one = { ...story(), version: 1 };
  const facts = { team: { ...north, logo: 'bear' }, picture: shown, stories: [one], posters: [] };
  const result = decide('picture:drop', { team: 'north', id: 'bear' }, facts, leader, now);
  expect(result).toMatchObject({
    value: {
      changes: [
        { put: 'story', record: { status: 'withdrawn', picture: null } },
        { put: 'team', record: { logo: null } },
        { erase: 'picture', id: 'bear', forget: true },
      ],
    },
  });
});
