import { expect, it } from 'vitest';
import { goal, nothingShown, picture, story, team } from '../../../../tests/support/records';
import type { Actor } from '../command';
import { decide } from '../decide';
import type { Finding } from '../journey';

const now = new Date('2026-11-22T10:00:00Z');
const leader: Actor = { as: 'account', id: 'ada', name: 'Ada', role: 'leader', teams: ['north'] };
const north = { ...team(), version: 1 };
const shown = { ...picture(), version: 1 };

const told = (over: object, facts: object = {}, actor: Actor = leader) => {
  const input = { id: 'new', team: 'north', words: 'The lost bear flew home with its crew.', ...over };
  return decide(
    'story:tell',
    input,
    { team: north, existing: undefined, picture: undefined, ...facts },
    actor,
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

it('is a leader’s own only where a leader says so', () => {
  const own = (over: object, actor?: Actor) => JSON.stringify(told(over, {}, actor)).includes('"own":true');
  expect(own({ own: true })).toBe(true);
  expect(own({})).toBe(false);
  expect(own({ own: true }, { as: 'phone', team: 'north', mark: 'm' })).toBe(false);
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
      { ...nothingShown, team: north, story: one, stories },
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
  const found: Finding = {
    ...{ id: 'sign', team: 'north', at: now.toISOString(), status: 'told', batch: null, version: 1 },
    ...{ step: 'door', from: 'customer', felt: 'bad', saw: 'It was dark', picture: 'bear' },
  };
  const facts = {
    team: { ...north, logo: 'bear' },
    picture: shown,
    stories: [one],
    posters: [],
    findings: [found],
    goals: [{ ...goal({ team: 'north', picture: 'bear' }), version: 1 }],
  };
  const result = decide('picture:drop', { team: 'north', id: 'bear' }, facts, leader, now);
  expect(result).toMatchObject({
    value: {
      changes: [
        { put: 'story', record: { status: 'withdrawn', picture: null } },
        { put: 'finding', record: { status: 'told', picture: null } },
        { put: 'goal', record: { status: 'open', picture: null } },
        { put: 'team', record: { logo: null } },
        { erase: 'picture', id: 'bear', forget: true },
      ],
    },
  });
});

it('hangs a phone’s words at once, and lets a leader see first what brings a picture or is in doubt', () => {
  const phone: Actor = { as: 'phone', team: 'north' };
  const status = (over: object, facts: object = {}, actor: Actor = phone) => {
    const result = told(over, facts, actor);
    const change = result.ok ? result.value.changes[0] : undefined;
    return change && 'record' in change ? change.record.status : undefined;
  };
  expect(status({})).toBe('published');
  expect(status({ held: true })).toBe('waiting');
  expect(status({ words: 'See www.evil.example for more.' })).toBe('waiting');
  expect(status({ picture: 'bear' }, { picture: shown })).toBe('waiting');
  expect(status({ picture: 'bear' }, { picture: shown }, leader)).toBe('published');
  expect(status({}, {}, { as: 'phone', team: 'south' })).toBeUndefined();
});

it('hangs what waited once a leader lets it, from then on', () => {
  const one = { ...story({ status: 'waiting', at: '2026-11-22T09:00:00Z' }), version: 1 };
  const show = (of: typeof one) =>
    decide('story:show', { team: 'north', id: one.id }, { team: north, story: of }, leader, now);
  expect(show(one)).toMatchObject({
    value: { changes: [{ record: { status: 'published', at: now.toISOString() } }] },
  });
  expect(show({ ...one, status: 'published' })).toMatchObject({ value: { changes: [] } });
  expect(show({ ...one, status: 'withdrawn' })).toMatchObject({ refusal: { code: 'not-there' } });
});

it('is taken back by whoever holds its secret, with its picture, so that nothing of it stays; and once', () => {
  const one = { ...story({ takeBackHash: 'a'.repeat(64) }), version: 3 };
  const back = (of: typeof one | undefined, secretHash = 'a'.repeat(64)) =>
    decide(
      'story:take-back',
      { team: 'north', id: one.id, secretHash },
      { ...nothingShown, team: north, story: of, stories: of ? [of] : [] },
      { as: 'customer' },
      now,
    );
  expect(back(one)).toMatchObject({
    value: {
      changes: [
        { erase: 'story', id: one.id, saw: 3, forget: true },
        { erase: 'picture', id: one.picture, forget: true },
      ],
    },
  });
  const gone = { ok: false, refusal: { kind: 'unknown', code: 'story-gone' } };
  expect(back(one, 'b'.repeat(64))).toMatchObject(gone);
  expect(back({ ...one, takeBackHash: null })).toMatchObject(gone);
  expect(back(undefined)).toMatchObject(gone);
});
