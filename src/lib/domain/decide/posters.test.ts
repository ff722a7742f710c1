import { expect, it } from 'vitest';
import type { Actor, Commands } from '../command';
import { nothingShown } from '../../../../tests/support/records';
import { decide } from '../decide';
import type { Picture, Poster, Story } from '../hung';
import { newTeam } from './teams';

const now = new Date('2026-11-22T10:00:00Z');
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['t'] };
const team = {
  ...newTeam({ id: 't', name: 'Café', timeZone: 'Europe/London', customer: 'guest' }, now),
  version: 1,
};
const envelope = { team: 't', at: '2026-11-20T10:00:00.000Z', batch: null, version: 1 };
const picture = (people = false): Picture => ({
  ...envelope,
  id: 'p',
  status: 'kept',
  width: 1600,
  height: 900,
  bytes: 1,
  alt: '',
  people,
  tone: 'mixed',
});
const poster: Poster = {
  ...envelope,
  id: 'a',
  status: 'hung',
  picture: 'p',
  caption: null,
  fit: 'fill',
  customers: false,
  consent: null,
};

const hang = (more: Partial<Commands['poster:hang']>, shown: Picture | undefined = picture()) => {
  const input = { id: 'a', team: 't', picture: 'p', caption: 'Our new oven.', fit: 'fill' as const, ...more };
  const result = decide('poster:hang', input, { team, existing: undefined, picture: shown }, leader, now);
  return result.ok
    ? result.value.changes[0]
    : result.refusal.faults?.map(({ code, path }) => `${path}: ${code}`);
};

it('hangs with a caption of at most twelve words, or none', () => {
  expect(hang({})).toMatchObject({ put: 'poster', record: { picture: 'p', caption: 'Our new oven.' } });
  expect(hang({ caption: '' })).toMatchObject({ record: { caption: null } });
  expect(
    hang({ caption: 'one two three four five six seven eight nine ten eleven twelve thirteen' }),
  ).toEqual(['caption: caption-too-long']);
});

it('needs a picture of this team', () => {
  expect(hang({ picture: null }, undefined)).toEqual(['picture: picture-missing']);
  expect(hang({}, { ...picture(), team: 'other' })).toEqual(['picture: unknown-picture']);
});

it('needs the consent of whoever can be recognised, and never hangs them before customers', () => {
  expect(hang({}, picture(true))).toEqual(['consent: no-consent']);
  expect(hang({ consent: 'Priya', customers: true }, picture(true))).toEqual([
    'customers: people-before-customers',
  ]);
  expect(hang({ consent: 'Priya' }, picture(true))).toMatchObject({
    record: { consent: { by: 'Priya' }, customers: false },
  });
});

it('takes its picture along for good, unless something else shows it', () => {
  const down = (stories: Partial<Story>[] = []) => {
    const facts = { ...nothingShown, team, poster, stories: stories as Story[], posters: [poster] };
    const result = decide('poster:take-down', { team: 't', id: 'a' }, facts, leader, now);
    return result.ok ? result.value.changes : undefined;
  };
  expect(down()).toMatchObject([
    { put: 'poster', record: { status: 'withdrawn', picture: null } },
    { erase: 'picture', id: 'p', forget: true },
  ]);
  expect(down([{ picture: 'p' }])).toHaveLength(1);
});

it('comes down when its picture is deleted', () => {
  const facts = { ...nothingShown, team, picture: picture(), posters: [poster] };
  const result = decide('picture:drop', { team: 't', id: 'p' }, facts, leader, now);
  expect(result.ok && result.value.changes).toMatchObject([
    { put: 'poster', record: { status: 'withdrawn', picture: null } },
    { erase: 'picture', id: 'p' },
  ]);
});
