import { describe, expect, it } from 'vitest';
import { mayPass, mostHeldWords } from './moderation';
import { decide } from './decide';
import type { Team } from './records';
import { team as newTeam } from '../../../tests/support/records';

const team = (over: Partial<Team> = {}): Team => ({
  ...newTeam({ moderation: 'clean', timeZone: 'Europe/Berlin' }),
  version: 1,
  ...over,
});
const noon = new Date('2026-11-22T11:00:00Z');
const passes = (text: string, over: Partial<Team> = {}, now = noon) => mayPass(team(over), text, now);

describe('a comment that nobody has looked at', () => {
  it('hangs at once where the team lets clean ones through, and waits otherwise', () => {
    expect(passes('The soup was warm.')).toBe(true);
    expect(passes('The soup was warm.', { moderation: 'all' })).toBe(false);
    expect(passes('See https://elsewhere.example')).toBe(false);
  });

  it('waits with a word that the team wants to see first, however it is written', () => {
    const hold = ['Lawyer', 'food poisoning'];
    for (const text of ['My LAWYERS will call.', 'Food   poisoning!', 'food-poisoning, again'])
      expect([text, passes(text, { hold })]).toEqual([text, false]);
    expect(passes('The outlawed spice was good.', { hold })).toBe(true);
  });

  it('waits outside the hours in which somebody is there to see it', () => {
    const passHours = { from: '08:00', to: '18:00' };
    expect(passes('Warm.', { passHours })).toBe(true);
    expect(passes('Warm.', { passHours }, new Date('2026-11-22T17:00:00Z'))).toBe(false);
    const night = { from: '20:00', to: '02:00' };
    expect(passes('Warm.', { passHours: night }, new Date('2026-11-23T00:30:00Z'))).toBe(true);
    expect(passes('Warm.', { passHours: night })).toBe(false);
  });
});

describe('the rules of a team', () => {
  const actor = { as: 'account', id: 'o', name: 'Ada', role: 'owner', teams: [] as string[] } as const;
  const edit = (over: object) => {
    const { name, timeZone, customer, minimumN, cadenceDays, moderation, measure } = team();
    const input = { team: 'north', saw: 1, name, timeZone, customer, minimumN, cadenceDays };
    const facts = { team: team({ hold: ['lawyer'] }) };
    const result = decide('team:edit', { ...input, moderation, measure, ...over }, facts, actor, noon);
    return result.ok ? result.value.changes[0] : result.refusal.faults;
  };

  it('stay as they are where an edit says nothing of them', () => {
    expect(edit({})).toMatchObject({ record: { hold: ['lawyer'] } });
    expect(edit({ hold: [' mould ', 'mould', ''], passHours: null })).toMatchObject({
      record: { hold: ['mould'], passHours: null },
    });
  });

  it('have an end, and not too many words', () => {
    expect(edit({ passHours: { from: '08:00', to: '08:00' } })).toMatchObject([{ path: 'passHours.to' }]);
    const many = Array.from({ length: mostHeldWords + 1 }, (_, n) => `word${n}`);
    expect(edit({ hold: many })).toMatchObject([{ code: 'too-many', path: 'hold' }]);
  });
});
