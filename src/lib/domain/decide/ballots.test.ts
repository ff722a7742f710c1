import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ballot, huddle } from '../../../../tests/support/huddles';
import { team } from '../../../../tests/support/records';
import type { Actor } from '../command';
import { decide } from '../decide';
import type { Ballot } from '../huddle';
import { mostPlaces } from './ballots';

const now = new Date('2026-11-22T12:00:00Z');
const north = { ...team({ id: 'north' }), version: 1 };
const on = { ...huddle(), version: 1 };
const questions = ['wait', 'warm', 'bill'].map((id) => ({ id, text: id, mark: 'x' }));
const of = { team: 'north', huddle: 'huddle' };

type Tap = { mark: string } & ({ place: { now: number; need: number } } | { vote: string });

const taps: fc.Arbitrary<Tap[]> = fc
  .array(
    fc.record({
      mark: fc.constantFrom('a', 'b', 'c', 'd'),
      what: fc.oneof(
        fc.record({
          place: fc.record({
            now: fc.integer({ min: -2, max: 12 }),
            need: fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constant(4.5)),
          }),
        }),
        fc.record({ vote: fc.constantFrom('wait', 'warm', 'bill', 'gone') }),
      ),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.map(({ mark, what }) => ({ mark, ...what })));

/** What the ballot has come to once all of these have been tapped, one after the other. */
function tapped(all: readonly Tap[]): Ballot {
  let stands: Ballot = { ...ballot({ questions }), version: 1 };
  for (const tap of all) {
    const actor: Actor = { as: 'phone', team: 'north', mark: tap.mark };
    const facts = { team: north, huddle: on, ballot: stands };
    const result =
      'vote' in tap
        ? decide('huddle:vote', { ...of, question: tap.vote }, facts, actor, now)
        : decide('huddle:place', { ...of, ...tap.place }, facts, actor, now);
    if (!result.ok) continue;
    for (const change of result.value.changes)
      if ('put' in change && change.put === 'ballot')
        stands = { ...change.record, version: stands.version + 1 };
  }
  return stands;
}
const isStep = (value: number) => Number.isInteger(value) && value >= 0 && value <= 10;

it('each phone has one vote and one marker, whatever is tapped how often and in which order', () => {
  fc.assert(
    fc.property(taps, (all) => {
      const { votes, places } = tapped(all);
      const voters = new Set(all.flatMap((tap) => ('vote' in tap && tap.vote !== 'gone' ? [tap.mark] : [])));
      const placers = new Set(
        all.flatMap((tap) =>
          'place' in tap && isStep(tap.place.now) && isStep(tap.place.need) ? [tap.mark] : [],
        ),
      );
      expect(votes.map(({ mark }) => mark).sort()).toEqual([...voters].sort());
      expect(places.map(({ mark }) => mark).sort()).toEqual([...placers].sort());
      for (const { now, need } of places) expect(isStep(now) && isStep(need)).toBe(true);
    }),
  );
});

it('a huddle tells so many phones apart; who is among them may still move a marker', () => {
  const marks = Array.from({ length: mostPlaces }, (_, at) => `m${at}`);
  const full: Ballot = {
    ...ballot({
      questions,
      places: marks.map((mark) => ({ mark, now: 4, need: 8 })),
      votes: marks.map((mark) => ({ mark, question: 'wait' })),
    }),
    version: 1,
  };
  const answer = (name: 'huddle:place' | 'huddle:vote', mark: string) => {
    const actor: Actor = { as: 'phone', team: 'north', mark };
    const facts = { team: north, huddle: on, ballot: full };
    const result =
      name === 'huddle:place'
        ? decide(name, { ...of, now: 2, need: 9 }, facts, actor, now)
        : decide(name, { ...of, question: 'warm' }, facts, actor, now);
    return result.ok ? result.value.changes.length : result.refusal.code;
  };
  expect(answer('huddle:place', 'late')).toBe('markers-full');
  expect(answer('huddle:vote', 'late')).toBe('markers-full');
  expect(answer('huddle:place', 'm7')).toBe(1);
});

it('the first vote stands, the last marker does', () => {
  const last = tapped([
    { mark: 'a', vote: 'warm' },
    { mark: 'a', vote: 'wait' },
    { mark: 'a', place: { now: 2, need: 8 } },
    { mark: 'a', place: { now: 4, need: 9 } },
  ]);
  expect(last.votes).toEqual([{ mark: 'a', question: 'warm' }]);
  expect(last.places).toEqual([{ mark: 'a', now: 4, need: 9 }]);
});
